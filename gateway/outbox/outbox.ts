/** The outbox: sends what agents write. */
import { setMaxListeners } from "node:events";
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
import type { DeliveryReport, Provider } from "../provider";
import { createAnswerDelivery } from "./answerDelivery";
import { createConversations } from "./conversations";
import type { OutboxTools, Timing } from "./outboxTools";
import { createSendingRate } from "./sendingRate";
import { createSlots } from "./slots";
import { whoAmI } from "./whoAmI";
import { writeReport } from "./writeReport";
import type { ReportOutcome } from "./writeReport";

/** What an outbox is made of. All times in milliseconds. */
export interface OutboxOptions {
  /** To Dataverse, as the application user. How long a provider's webhook may take (`patienceMs`) is not the outbox's concern. */
  readonly connection: Connection;
  readonly provider: Provider;
  /** Takes a line for each message: its ids, never its text or a number. */
  readonly log?: Log;
  readonly metrics?: Metrics;
  /** How often it looks for messages when nothing is to be done; 5,000 when left out. */
  readonly pollMs?: number;
  /** How many messages are on their way to the provider at the same time; 8 when left out. */
  readonly parallel?: number;
  /** How many texts a second one business number sends; 1 when left out, Infinity for no limit. */
  readonly perSecond?: number;
  /** How many messages one look brings; 500 when left out. */
  readonly pageSize?: number;
  readonly timing?: Partial<Timing>;
  /** This machine's when left out. */
  readonly clock?: Clock;
}

/** What can be seen of an outbox from outside. */
export interface OutboxState {
  /** When it last looked with success, milliseconds since 1970, UTC; undefined: not yet. */
  readonly lookedAt: number | undefined;
  /** How many looks have failed since. */
  readonly failures: number;
}

/** Sends what agents write, and writes down what becomes of it. Several may work on one environment. */
export interface Outbox {
  /** Begins. */
  start(): void;
  /** Looks for messages at once: something has changed. `by`: the row id of the user who changed it; what the gateway itself changes is no news. */
  wake(by?: string): void;
  /** Takes what the provider tells of a text. @throws GatewayError when it could not be written: the provider may tell it again */
  report(report: DeliveryReport): Promise<ReportOutcome>;
  /**
   * Begins nothing new, brings what is under way to its end for as long as `graceMs` at most, and then writes nothing more: 0 is what a crash is. What was cut off is
   * found again by the next instance.
   */
  stop(graceMs?: number): Promise<void>;
  state(): OutboxState;
}

const defaultTiming: Timing = { handOverWithinMs: 20_000, lookAgainMs: 10_000, reconcileAfterMs: 90_000 };
/** For one request with all its tries; a message that has to wait longer has its turn at a later look. */
const patienceMs = 15_000;
const maxPauseMs = 60_000;
/** However often it is woken. */
const minPauseMs = 200;

/** An outbox that has not begun: see `Outbox`. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { provider, log = () => undefined, metrics = createMetrics(), pollMs = 5_000, clock = systemClock } = options;
  const sleep = sleepBy(clock);
  const stopping = new AbortController();
  const ended = new AbortController();
  // Each message that waits listens for the end.
  setMaxListeners(0, stopping.signal, ended.signal);
  /** Dataverse's clock minus this machine's. */
  let clockDifference = 0;
  const tools: OutboxTools = {
    connection: { ...options.connection, patienceMs, signal: ended.signal },
    ...{ provider, log, metrics, sleep },
    timing: { ...defaultTiming, ...options.timing },
    serverNow: () => clock.now() + clockDifference,
    monotonicNow: () => clock.monotonicNow(),
    stopping: stopping.signal,
    ended: ended.signal,
  };
  const rate = createSendingRate(options.perSecond ?? 1, tools.monotonicNow, sleep, stopping.signal);
  const { parallel = 8, pageSize = 500 } = options;
  const slots = createSlots(parallel);
  let state: OutboxState = { lookedAt: undefined, failures: 0 };
  let userId: string | undefined;
  let conversations: ReturnType<typeof createConversations> | undefined;
  const bell = createBell(clock);
  let running: Promise<void> | undefined;

  function wake(by?: string): void {
    if (by === undefined || by.toLowerCase() !== userId) bell.ring();
  }

  async function look(): Promise<void> {
    userId ??= await whoAmI(tools.connection);
    conversations ??= createConversations(tools, createAnswerDelivery(tools, rate, slots, userId), { pageSize, parallel, more: bell.ring });
    clockDifference = (await conversations.look()) - clock.now();
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      bell.silence();
      const pauseMs = await lookOnce();
      await sleep(minPauseMs, stopping.signal).catch(() => undefined);
      // What has changed while it looked has rung already.
      await bell.wait(Math.max(0, pauseMs - minPauseMs));
    }
  }

  /** @returns how long nothing is to be asked, unless something changes */
  async function lookOnce(): Promise<number> {
    try {
      await look();
      state = { lookedAt: clock.now(), failures: 0 };
      metrics.set("gateway_outbox_looked_timestamp_seconds", Math.floor(clock.now() / 1000));
      metrics.add("gateway_outbox_looks_total", { result: "ok" });
      return pollMs;
    } catch (error) {
      state = { ...state, failures: state.failures + 1 };
      metrics.add("gateway_outbox_looks_total", { result: "failed" });
      const [reason, askedMs] = error instanceof GatewayError ? [`Status ${error.status}.`, error.retryAfterMs ?? 0] : [bugOf(error), 0];
      log(`The outbox could not be looked at. ${reason}`, { event: "look_failed" });
      return Math.max(askedMs, backOffMs(state.failures, pollMs, maxPauseMs));
    }
  }

  return {
    start: () => void (running ??= run()),
    wake,
    report: (report) => writeReport(tools.connection, report, log),
    async stop(graceMs = 10_000) {
      stopping.abort();
      bell.ring();
      if (graceMs > 0) {
        const isDone = Promise.all([running, conversations?.settled()]);
        await Promise.race([isDone, delay(graceMs, undefined, { ref: false })]);
      }
      ended.abort();
    },
    state: () => state,
  };
}
