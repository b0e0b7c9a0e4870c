/** Connections of the gateway to a sandbox that let a test look at what is sent, or do something at the worst moment. */
import type { Connection } from "../../gateway/contract";
import type { Sandbox } from "../../sandbox";

/** A request of the gateway. */
export interface Sent {
  readonly url: string;
  readonly body: string;
}

/** The gateway's connection; `onRequest` is called before each request, which waits for it. */
export function watched(sandbox: Sandbox, onRequest: (sent: Sent) => Promise<void> | void): Connection {
  return {
    ...sandbox.connect("gateway"),
    fetch: async (input, init) => {
      await onRequest({ url: input as string, body: typeof init?.body === "string" ? init.body : "" });
      return fetch(input, init);
    },
  };
}

/** Does something once, between the gateway's reading and its writing. */
export function meanwhile(sandbox: Sandbox, change: () => Promise<unknown>): Connection {
  let isDone = false;
  return watched(sandbox, async ({ url }) => {
    if (isDone || !url.endsWith("$batch")) return;
    isDone = true;
    await change();
  });
}
