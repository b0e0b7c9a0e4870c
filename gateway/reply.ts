/** What the service answers. */

/** An answer of the service. */
export interface Reply {
  readonly status: number;
  readonly type: "text/plain" | "text/plain; version=0.0.4" | "text/xml" | "application/json";
  readonly body: string;
}

/** An answer for people, one sentence: providers keep it in their logs. */
export function say(status: number, sentence: string): Reply {
  return { status, type: "text/plain", body: `${sentence}\n` };
}
