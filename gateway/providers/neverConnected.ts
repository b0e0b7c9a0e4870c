const codes: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** Whether an error code of Node's says that there was no connection at all: nothing was sent. */
export function neverConnected(code: string): boolean {
  return codes.has(code);
}
