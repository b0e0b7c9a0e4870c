/** Fetches the files of texts, after the texts themselves are written. */
import { randomInt } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { createBell } from "../bell";
import { bugOf } from "../bugOf";
import { sleepBy, systemClock } from "../clock";
import type { Clock } from "../clock";
import { GatewayError, backOffMs } from "../contract";
import type { Connection } from "../contract";
import type { Log } from "../limitedLog";
import { createMetrics } from "../metrics";
import type { Metrics } from "../metrics";
import { fetchFiles } from "./fetchFiles";
import type { FetchTools } from "./fetchFiles";
import type { MediaHosts } from "./mediaHosts";
import { readDue, readMediaMessage, writeMediaMessage } from "./mediaRows";
import type { MediaChanges, MediaMessage } from "./mediaRows";

/** What a fetcher is made of. All times in milliseconds. */
export interface MediaFetcherOptions {
  /** To Dataverse, as the application user. */
  readonly connection: Connection;
  readonly hosts: MediaHosts;
  readonly log?: Log;
  readonly metrics?: Metrics;
  /** How often it looks when nothing is known to be due; 60,000 when left out. It is woken when a text with files has come. */
  readonly lookEveryMs?: number;
  /** After the first try of a message's files that failed, then twice as long each time; 30,000 when left out. */
  readonly firstRetryMs?: number;
  /** The largest file that is kept, in bytes; 5 MB when left out, which is what Twilio takes and Dataverse keeps unless an administrator allows more. */
  readonly maxBytes?: number;
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
}

/** Fetches files. Several may work on one environment. */
export interface MediaFetcher {
  /** Begins. */
  start(): void;
  /** There are files to fetch. */
  wake(): void;
  /** Begins nothing new, ends what is under way, and writes that down for as long as `graceMs` at most; the next instance fetches the rest. 0 is what a crash is. */
  stop(graceMs?: number): Promise<void>;
}

/** Longer than fetching the files of one message takes: for each of ten 30 seconds at the provider, and a minute at Dataverse. Who is not done by then is dead, and has left the message to the others. */
const claimMs = 30 * 60_000;
/** A claim ends up to so many seconds later, by chance: by that an instance knows its own from others of the same second. */
const claimSpreadSeconds = 900;
/** For one request to Dataverse with all its tries, and for one try: a file is larger than what a webhook writes. */
const patienceMs = 60_000;
const timeoutMs = 30_000;
const maxRetryMs = 3_600_000;
const maxPauseMs = 60_000;
/** How many messages one look brings, and how many of them are worked on at the same time. */
const pageSize = 50;
const parallel = 3;
/** How often the result is written while others change the same message. */
const maxRaces = 8;

/** A fetcher that has not begun. */
export function createMediaFetcher(options: MediaFetcherOptions): MediaFetcher {
  const {
    hosts,
    log = () => undefined,
    metrics = createMetrics(),
    lookEveryMs = 60_000,
    firstRetryMs = 30_000,
    clock = systemClock,
  } = options;
  const stopping = new AbortController();
  const ended = new AbortController();
  const connection = { ...options.connection, patienceMs, timeoutMs, signal: ended.signal };
  const maxBytes = options.maxBytes ?? 5 * 1024 * 1024;
  const tools: FetchTools = { connection, hosts, log, metrics, signal: stopping.signal, fetch: options.fetch, maxBytes };
  const bell = createBell(clock);
  const sleep = sleepBy(clock);
  let failures = 0;
  let running: Promise<void> | undefined;

  /** @returns how long there is nothing to do, in milliseconds */
  async function look(): Promise<number> {
    const { messages, readAt } = await readDue(connection, pageSize);
    const readHere = clock.monotonicNow();
    /** Dataverse's clock: the last message of a look may have its turn many minutes after the first. */
    const serverNow = (): number => readAt + clock.monotonicNow() - readHere;
    const due = messages.filter((message) => (message.due ?? Infinity) <= readAt);
    const waiting = [...due];
    const troubles: unknown[] = [];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next && !stopping.signal.aborted; next = waiting.shift()) {
        // Trouble with one message is no reason to leave the others.
        const { id } = next;
        await takeOn(next, serverNow).catch((error: unknown) => {
          troubles.push(error);
          if (!stopping.signal.aborted)
            log(`${id}: its files could not be fetched. ${wordsOf(error)}`, { message: id, event: "media_failed" });
        });
      }
    };
    await Promise.all(Array.from({ length: parallel }, work));
    if (troubles.length > 0) throw troubles[0];
    // What was done now may be due again, and there may be more of it.
    if (due.length > 0) return 0;
    return Math.min(lookEveryMs, ...messages.map((message) => Math.max(0, (message.due ?? Infinity) - readAt) + 1_000));
  }

  /** One message: claimed by a write with `If-Match`, so that of several instances one has it; fetched; and written down. */
  async function takeOn(message: MediaMessage, serverNow: () => number): Promise<void> {
    const claimed = await claim(message, serverNow());
    if (!claimed) return;
    const { files, waitMs } = await fetchFiles(tools, claimed);
    const waiting = files.flatMap((file) => (file.state === "waiting" ? [file.tries] : []));
    const tries = Math.max(0, ...waiting);
    // Who ends has not tried: the next instance does, at once.
    const isLeft = tries === 0 && stopping.signal.aborted;
    const pauseMs = isLeft ? 0 : Math.max(waitMs, backOffMs(Math.max(1, tries), firstRetryMs, maxRetryMs));
    await writeDown(claimed, { files, due: waiting.length === 0 ? null : serverNow() + pauseMs });
  }

  /** The message as it is after the claim; undefined: it is another's, or gone. Where the answer to the claim was lost, it says itself whose it is. */
  async function claim(message: MediaMessage, now: number): Promise<MediaMessage | undefined> {
    const due = (Math.floor((now + claimMs) / 1000) + randomInt(claimSpreadSeconds)) * 1000;
    const etag = await writeMediaMessage(connection, message, { due });
    if (etag !== undefined) return { ...message, etag, due };
    const current = await readMediaMessage(connection, message.id);
    return current?.due === due ? current : undefined;
  }

  /** An agent may have read the message meanwhile. Once the claim is another's, the result is theirs to write. */
  async function writeDown(claimed: MediaMessage, changes: MediaChanges): Promise<void> {
    let current: MediaMessage | undefined = claimed;
    for (let race = 0; race < maxRaces && current && current.due === claimed.due; race++) {
      if ((await writeMediaMessage(connection, current, changes)) !== undefined) return;
      current = await readMediaMessage(connection, claimed.id);
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      bell.silence();
      const pauseMs = await lookOnce();
      await bell.wait(pauseMs);
    }
  }

  async function lookOnce(): Promise<number> {
    try {
      const pauseMs = await look();
      failures = 0;
      return pauseMs;
    } catch (error) {
      if (stopping.signal.aborted) return 0;
      failures++;
      log(`Files could not be fetched. ${wordsOf(error)}`, { event: "media_failed" });
      const waitMs = Math.max(error instanceof GatewayError ? (error.retryAfterMs ?? 0) : 0, backOffMs(failures, 5_000, maxPauseMs));
      // However often it is woken: the trouble is not over by that.
      await sleep(waitMs, stopping.signal).catch(() => undefined);
      return 0;
    }
  }

  return {
    start: () => void (running ??= run()),
    wake: bell.ring,
    async stop(graceMs = 10_000) {
      stopping.abort();
      bell.ring();
      if (graceMs > 0) await Promise.race([running, delay(graceMs, undefined, { ref: false })]);
      ended.abort();
    },
  };
}

function wordsOf(error: unknown): string {
  return error instanceof GatewayError ? `Status ${error.status}.` : bugOf(error);
}
