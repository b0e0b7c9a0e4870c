/** Fetches one file from the provider. */
import type { MediaReason } from "../contract";
import type { MediaHosts } from "./mediaHosts";

/** What came of it: the file; it can never be had; or perhaps later. */
export type Download =
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly type: string | undefined }
  | { readonly kind: "never"; readonly reason: MediaReason }
  | { readonly kind: "later"; readonly why: string; readonly retryAfterMs?: number };

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

/** Fetches a file of a message. Only from the provider's own hosts; where these send it elsewhere, only to hosts that the provider is known to use. Never rejects. */
export async function download(hosts: MediaHosts, address: string, providerMessageId: string, limits: DownloadLimits): Promise<Download> {
  const first = urlOf(address);
  const headers = first && hosts.headersFor(first, providerMessageId);
  if (!first || !headers) return { kind: "never", reason: "refused" };
  const signal = AbortSignal.any([limits.signal, AbortSignal.timeout(limits.timeoutMs)]);
  try {
    let url = first;
    for (let redirects = 0; ; redirects++) {
      const answer = await (limits.fetch ?? fetch)(url, { headers: redirects === 0 ? headers : {}, redirect: "manual", signal });
      const { status } = answer;
      if (status < 300 || status >= 400) return await outcomeOf(answer, limits.maxBytes);
      await answer.body?.cancel();
      const next = urlOf(answer.headers.get("location") ?? "", url);
      if (!next || redirects >= maxRedirects || !hosts.mayRedirectTo(next)) return { kind: "never", reason: "refused" };
      url = next;
    }
  } catch (error) {
    return { kind: "later", why: error instanceof Error ? error.name : "no answer" };
  }
}

async function outcomeOf(answer: Response, maxBytes: number): Promise<Download> {
  const { status, headers } = answer;
  if (status === 200) {
    const bytes = await readAtMost(answer, maxBytes);
    if (bytes === undefined) return { kind: "never", reason: "tooLarge" };
    return { kind: "file", bytes, type: headers.get("content-type") ?? undefined };
  }
  await answer.body?.cancel();
  if (status === 410) return { kind: "never", reason: "gone" };
  // 404, too: a webhook may be faster than the provider's storage. 401 and 403: somebody has to set the account right.
  const seconds = Number(headers.get("retry-after") ?? NaN);
  return { kind: "later", why: String(status), ...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {}) };
}

/** Undefined: there is more. What is said of its length is believed where that is too much, and else counted. */
async function readAtMost(answer: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  if (Number(answer.headers.get("content-length") ?? 0) > maxBytes) {
    await answer.body?.cancel();
    return undefined;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = answer.body?.getReader();
  for (let part = await reader?.read(); reader && part?.value; part = await reader.read()) {
    length += part.value.length;
    if (length > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function urlOf(address: string, base?: URL): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}
