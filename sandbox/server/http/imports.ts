import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { allow } from "./exchange";
import type { Exchange } from "./exchange";

/** The imports of a running sandbox, for pages that load themselves anew after each. */
export interface Imports {
  /** Names the import that is served now: no other one has the same, of this start or of another. */
  readonly current: string;
  /** A new import is served from now on. */
  note(): void;
  /** Tells the asker of the import of now, and of each that follows, as server-sent events, until it goes. */
  tell(exchange: Exchange): void;
  /** Ends what is being told. */
  stop(): void;
}

/** The first import of a start. */
export function createImports(): Imports {
  const listening = new Set<ServerResponse>();
  let current = randomUUID();
  const say = (response: ServerResponse): void => void response.write(`data: ${current}\n\n`);
  return {
    get current() {
      return current;
    },
    note() {
      current = randomUUID();
      listening.forEach(say);
    },
    tell(exchange) {
      allow(exchange, "GET");
      const { response } = exchange;
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      listening.add(response);
      response.on("close", () => listening.delete(response));
      say(response);
    },
    stop: () => listening.forEach((response) => response.end()),
  };
}
