/** Fetches the files of one message, and keeps them as its notes. */
import { randomUUID } from "node:crypto";
import { GatewayError, noteIdFor } from "../contract";
import type { Connection, MediaFile, MediaReason } from "../contract";
import type { Log } from "../limitedLog";
import type { Metrics } from "../metrics";
import { download } from "./download";
import { fileKind } from "./fileKind";
import type { MediaHosts } from "./mediaHosts";
import { writeNote } from "./mediaRows";
import type { MediaMessage, NoteFile } from "./mediaRows";

/** What fetching works with. */
export interface FetchTools {
  readonly connection: Connection;
  readonly hosts: MediaHosts;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Aborted: nothing is fetched any more. */
  readonly signal: AbortSignal;
  /** How files are fetched; Node's own `fetch` when left out. */
  readonly fetch?: typeof fetch | undefined;
  /** The largest file that is kept, in bytes. */
  readonly maxBytes: number;
}

/** What came of a message's files: as they are now, and how long at least to wait before the next try (ms). */
export interface Fetched {
  readonly files: readonly MediaFile[];
  readonly waitMs: number;
}

/** For one file, in milliseconds. */
const timeoutMs = 30_000;
/** After so many tries a file cannot be had: about a day. An outage of the provider's or of Dataverse's is over by then. */
export const MAX_TRIES = 34;
/** A file that is not there (404) after so many tries, about an hour, does not come any more. */
export const MAX_TRIES_MISSING = 8;
/** The account's credentials are refused: all files wait until somebody has set that right, and are asked for so rarely that it does no harm. */
const accountRetryMs = 10 * 60_000;

/** Fetches what is waiting, one file after the other. One that cannot be had, or that Dataverse does not take, is no reason to leave the others. */
export async function fetchFiles(tools: FetchTools, message: MediaMessage): Promise<Fetched> {
  const { log, metrics } = tools;
  const files: MediaFile[] = [];
  let longestMs = 0;
  for (const [index, file] of message.files.entries()) {
    const { now, waitMs, why } = file.state === "waiting" ? await fetchOne(tools, message, file, index) : { now: file, waitMs: 0 };
    longestMs = Math.max(longestMs, waitMs);
    files.push(now);
    if (file.state !== "waiting") continue;
    const outcome = now.state === "failed" ? now.reason : now.state;
    metrics.add("gateway_media_total", { outcome });
    const said = why === undefined ? {} : { why };
    log(`${message.id}: file ${index + 1}: ${outcome}${why === undefined ? "" : ` (${why})`}`, {
      ...{ message: message.id, event: "media", outcome },
      ...said,
    });
  }
  return { files, waitMs: longestMs };
}

type Waiting = Extract<MediaFile, { state: "waiting" }>;
interface One {
  readonly now: MediaFile;
  readonly waitMs: number;
  /** Why it is still waiting, or was given up after many tries; for the log. */
  readonly why?: string;
}

async function fetchOne(tools: FetchTools, message: MediaMessage, file: Waiting, index: number): Promise<One> {
  const failed = (reason: MediaReason, why?: string): One => ({
    now: { state: "failed", type: file.type, reason },
    waitMs: 0,
    ...(why === undefined ? {} : { why }),
  });
  /** Tried in vain. Who ends has not tried. */
  const later = (why: string, waitMs: number, most: number, reason: MediaReason): One => {
    if (tools.signal.aborted) return { now: file, waitMs: 0, why };
    const tries = file.tries + 1;
    return tries >= most ? failed(reason, why) : { now: { ...file, tries }, waitMs, why };
  };
  const limits = { maxBytes: tools.maxBytes, timeoutMs, signal: tools.signal, fetch: tools.fetch };
  const got = await download(tools.hosts, file.url, message.providerId, limits);
  if (got.kind === "never") return failed(got.reason);
  if (got.kind === "later") {
    const { why, retryAfterMs = 0 } = got;
    if (got.isForAccount) return { now: file, waitMs: Math.max(accountRetryMs, retryAfterMs), why };
    return why === "404" ? later(why, retryAfterMs, MAX_TRIES_MISSING, "gone") : later(why, retryAfterMs, MAX_TRIES, "unreachable");
  }
  const kind = fileKind(file.type || (got.type ?? ""), got.bytes);
  if (typeof kind === "string") return failed(kind);
  const word = kind.type.startsWith("image/") ? "picture" : "file";
  const kept = { name: `${word}-${index + 1}.${kind.extension}`, type: kind.type, bytes: got.bytes };
  try {
    const { note, outcome } = await keep(tools.connection, message, index, kept);
    if (outcome !== "kept") return failed(outcome === "notAllowed" ? "notAllowed" : "gone");
    return { now: { state: "kept", type: kept.type, note, name: kept.name, size: kept.bytes.length }, waitMs: 0 };
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const isRefusal = error.status >= 400 && error.status < 500 && error.status !== 429;
    return later(`Dataverse: ${error.status}`, error.retryAfterMs ?? 0, MAX_TRIES, isRefusal ? "notAllowed" : "unreachable");
  }
}

/** As a note, under the id that follows from the message; under another one where somebody has taken that. @throws GatewayError */
async function keep(connection: Connection, message: MediaMessage, index: number, file: NoteFile) {
  let note = noteIdFor(message.providerId, index);
  let outcome = await writeNote(connection, note, message, file);
  if (outcome === "taken") {
    note = randomUUID();
    outcome = await writeNote(connection, note, message, file);
  }
  return { note, outcome };
}
