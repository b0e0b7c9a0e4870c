/** Fetches one file from the provider. */
import type { MediaReason } from "../contract";
import type { MediaHosts } from "./mediaHosts";

/** What came of it: the file; it can never be had; or perhaps later. */
export type Download =
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly type: string | undefined }
  | { readonly kind: "never"; readonly reason: MediaReason }
  | Later;

/** Why not now, in a word for the log: an HTTP status, or the kind of trouble; and how long the provider asks to wait, in milliseconds. */
interface Later {
  readonly kind: "later";
  readonly why: string;
  /** The account's credentials were refused (401, 403): somebody has to set that right, and the file is there as before. */
  readonly isForAccount: boolean;
  readonly retryAfterMs?: number;
}

/** What a download keeps to. */
export interface DownloadLimits {
  readonly maxBytes: number;
  /** For all of it, redirects included, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** How requests are sent; Node's own `fetch` when left out. */
  readonly fetch?: typeof fetch | undefined;
}

const maxRedirects = 3;

/**
 * Fetches a file of a message. Only from the provider's own hosts; where these send it elsewhere, only to hosts that the provider is known to use. Rejects for no
 * trouble on the way: what it throws is a bug.
 */
export async function download(hosts: MediaHosts, address: string, providerMessageId: string, limits: DownloadLimits): Promise<Download> {
  const first = urlOf(address);
  const headers = first && hosts.headersFor(first, providerMessageId);
  if (!first || !headers) return { kind: "never", reason: "refused" };
  const signal = AbortSignal.any([limits.signal, AbortSignal.timeout(limits.timeoutMs)]);
  let url = first;
  for (let redirects = 0; ; redirects++) {
    const isFirst = redirects === 0;
    const answer = await (limits.fetch ?? fetch)(url, { headers: isFirst ? headers : {}, redirect: "manual", signal }).catch(noAnswer);
    if ("kind" in answer) return answer;
    const { status } = answer;
    if (status < 300 || status >= 400) return outcomeOf(answer, limits.maxBytes, isFirst);
    await leave(answer);
    const next = urlOf(answer.headers.get("location") ?? "", url);
    if (!next || redirects >= maxRedirects || !hosts.mayRedirectTo(next)) return { kind: "never", reason: "refused" };
    url = next;
  }
}

/** @param isFirst whether the account's credentials went along */
async function outcomeOf(answer: Response, maxBytes: number, isFirst: boolean): Promise<Download> {
  const { status, headers } = answer;
  if (status === 200) {
    const bytes = await readAtMost(answer, maxBytes);
    if (bytes === undefined) return { kind: "never", reason: "tooLarge" };
    return "kind" in bytes ? bytes : { kind: "file", bytes, type: headers.get("content-type") ?? undefined };
  }
  await leave(answer);
  if (status === 410) return { kind: "never", reason: "gone" };
  // 404, too: a webhook may be faster than the provider's storage. A storage behind the provider knows no account.
  const seconds = Number(headers.get("retry-after") ?? NaN);
  return {
    kind: "later",
    why: String(status),
    isForAccount: isFirst && (status === 401 || status === 403),
    ...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {}),
  };
}

/** Undefined: there is more. What is said of its length is believed where that is too much, and else counted. */
async function readAtMost(answer: Response, maxBytes: number): Promise<Uint8Array | Later | undefined> {
  if (Number(answer.headers.get("content-length") ?? 0) > maxBytes) {
    await leave(answer);
    return undefined;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = answer.body?.getReader();
  for (;;) {
    const part = await reader?.read().catch(noAnswer);
    if (part && "kind" in part) return part;
    if (!part?.value) return Buffer.concat(chunks);
    length += part.value.length;
    if (length > maxBytes) {
      await reader?.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(part.value);
  }
}

/** The rest of an answer is of no interest; nor is that it breaks off. */
async function leave(answer: Response): Promise<void> {
  await answer.body?.cancel().catch(() => undefined);
}

/** A connection that is refused or cut, or a time that is over: `ECONNREFUSED`, `TimeoutError`. */
function noAnswer(error: unknown): Later {
  const { name, cause } = error as { readonly name?: unknown; readonly cause?: { readonly code?: unknown } };
  const why = [cause?.code, name].find((word): word is string => typeof word === "string") ?? "no answer";
  return { kind: "later", why, isForAccount: false };
}

function urlOf(address: string, base?: URL): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}
