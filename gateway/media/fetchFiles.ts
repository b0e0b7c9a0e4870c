/** Fetches the files of one message, and keeps them as its notes. */
import { randomUUID } from "node:crypto";
import { noteIdFor } from "../contract";
import type { Connection, MediaFile, MediaReason } from "../contract";
import type { Log } from "../limitedLog";
import type { Metrics } from "../metrics";
import { download } from "./download";
import { fileKind } from "./fileKind";
import type { MediaHosts } from "./mediaHosts";
import { writeNote } from "./mediaRows";
import type { MediaMessage } from "./mediaRows";

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

/** What came of a message's files: as they are now, and how long the provider asks to wait, where it does (ms). */
export interface Fetched {
  readonly files: readonly MediaFile[];
  readonly retryAfterMs: number;
}

/** For one file, in milliseconds. */
const timeoutMs = 30_000;
/** After so many tries a file cannot be had. */
export const MAX_TRIES = 8;

/** Fetches what is waiting, one file after the other. @throws GatewayError when Dataverse does not take a note; what was kept before is kept under the same ids again */
export async function fetchFiles(tools: FetchTools, message: MediaMessage): Promise<Fetched> {
  const { log, metrics } = tools;
  const files: MediaFile[] = [];
  let retryAfterMs = 0;
  for (const [index, file] of message.files.entries()) {
    const { now, waitMs } = file.state === "waiting" ? await fetchOne(tools, message, file, index) : { now: file, waitMs: 0 };
    retryAfterMs = Math.max(retryAfterMs, waitMs);
    files.push(now);
    if (file.state !== "waiting") continue;
    const outcome = now.state === "failed" ? now.reason : now.state;
    metrics.add("gateway_media_total", { outcome });
    log(`${message.id}: file ${index + 1}: ${outcome}`, { message: message.id, event: "media", outcome });
  }
  return { files, retryAfterMs };
}

type Waiting = Extract<MediaFile, { state: "waiting" }>;
interface One {
  readonly now: MediaFile;
  readonly waitMs: number;
}

async function fetchOne(tools: FetchTools, message: MediaMessage, file: Waiting, index: number): Promise<One> {
  const failed = (reason: MediaReason): One => ({ now: { state: "failed", type: file.type, reason }, waitMs: 0 });
  const limits = { maxBytes: tools.maxBytes, timeoutMs, signal: tools.signal, fetch: tools.fetch };
  const got = await download(tools.hosts, file.url, message.providerId, limits);
  if (got.kind === "never") return failed(got.reason);
  if (got.kind === "later") {
    // Who ends has not tried.
    if (tools.signal.aborted) return { now: file, waitMs: 0 };
    const tries = file.tries + 1;
    if (tries >= MAX_TRIES) return failed(got.why === "404" ? "gone" : "unreachable");
    return { now: { ...file, tries }, waitMs: got.retryAfterMs ?? 0 };
  }
  const kind = fileKind(file.type || (got.type ?? ""), got.bytes);
  if (typeof kind === "string") return failed(kind);
  const word = kind.type.startsWith("image/") ? "picture" : "file";
  const kept = { name: `${word}-${index + 1}.${kind.extension}`, type: kind.type, bytes: got.bytes };
  let note = noteIdFor(message.providerId, index);
  let outcome = await writeNote(tools.connection, note, message.id, kept);
  if (outcome === "taken") {
    note = randomUUID();
    outcome = await writeNote(tools.connection, note, message.id, kept);
  }
  if (outcome !== "kept") return failed(outcome === "notAllowed" ? "notAllowed" : "gone");
  return { now: { state: "kept", type: kept.type, note, name: kept.name, size: kept.bytes.length }, waitMs: 0 };
}
