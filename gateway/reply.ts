/** What the service answers. */

/** An answer of the service. */
export interface Reply {
  readonly status: number;
  readonly type: "text/plain" | "text/xml";
  readonly body: string;
}

/** An answer for people, one sentence: Twilio keeps it in its log. */
export function say(status: number, sentence: string): Reply {
  return { status, type: "text/plain", body: `${sentence}\n` };
}
