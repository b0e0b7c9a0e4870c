import type { ApiClient } from "./client";

/** A client that notes what the time is on the server. */
export interface ServerClock {
  readonly client: ApiClient;
  /** The server's clock (ms), as its last answer told it; before the first one, the browser's. An agent's clock may be hours off. */
  readonly now: () => number;
  /** Asks the server for nothing but the time, unless it has answered before. @throws RequestFailed */
  readonly learn: () => Promise<void>;
}

/** Makes it. @param browserNow see {@link Browser.now} (shared/inbox/ports.ts) */
export function createServerClock(send: ApiClient, browserNow: () => number): ServerClock {
  let offset = Date.now() - browserNow();
  let isKnown = false;
  const client: ApiClient = async (request) => {
    const answer = await send(request);
    offset = answer.now - browserNow();
    isKnown = true;
    return answer;
  };
  return {
    client,
    now: () => browserNow() + offset,
    async learn() {
      if (!isKnown) await client({ method: "GET", path: "WhoAmI" });
    },
  };
}
