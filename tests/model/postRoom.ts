/** The gateway's side that sends: instances of the outbox that share the work, die and begin anew. */
import { GatewayError } from "../../gateway/contract";
import { createOutbox } from "../../gateway/outbox";
import type { Outbox } from "../../gateway/outbox";
import type { Clock } from "../../gateway/clock";
import type { DeliveryReport } from "../../gateway/provider";
import type { TestDataverse } from "../dataverse";
import type { Carrier } from "./carrier";

/** The instances. */
export interface PostRoom {
  /** One more of them begins. */
  open(): void;
  /** The instance that has lived longest dies without a word; another begins. */
  crash(): void;
  /** Tells one of them what became of a text; resolves to whether it could write that down. */
  tell(report: DeliveryReport): Promise<boolean>;
  /** The next request of an instance is cut, before Dataverse has heard it or after it has done it. */
  cutNext(cut: "before" | "after"): void;
  /** They end, all that is under way with them. */
  close(): void;
}

/** Slow enough for the slowest of the office's ways, fast enough for a day in a test. */
const TIMING = { handOverWithinMs: 5_000, lookAgainMs: 2_000, reconcileAfterMs: 12_000 };
const POLL = 5_000;

/**
 * @param clock the outboxes'
 * @param wait resolves when a request has gone its way; its answer is there at once, so that what an instance knows when it hands a text over is what the rows say then
 */
export function createPostRoom(dataverse: TestDataverse, clock: Clock, wait: () => Promise<void>, carrier: () => Carrier): PostRoom {
  const server = dataverse.fetchAs("gateway");
  const living: Outbox[] = [];
  let cut: "before" | "after" | undefined;

  const fetch = (async (url: string, init: RequestInit) => {
    const now = cut;
    cut = undefined;
    await wait();
    if (now === "before") throw new TypeError("cut");
    const response = await server(url, init);
    if (now === "after") throw new TypeError("cut");
    return response;
  }) as typeof globalThis.fetch;

  function open(): void {
    const outbox: Outbox = createOutbox({
      connection: { root: "/api/data/v9.2/", token: "", maxAttempts: 1, fetch },
      provider: carrier().providerFor(() => die(outbox)),
      perSecond: 2,
      pollMs: POLL,
      timing: TIMING,
      clock,
    });
    living.push(outbox);
    outbox.start();
  }

  function die(outbox: Outbox): void {
    if (!living.includes(outbox)) return;
    living.splice(living.indexOf(outbox), 1);
    void outbox.stop(0);
    open();
  }

  return {
    open,
    crash: () => living[0] && die(living[0]),
    cutNext: (next) => void (cut = next),
    async tell(report) {
      const [first] = living;
      return (
        first !== undefined &&
        (await first.report(report).then(
          () => true,
          (error: unknown) => {
            if (error instanceof GatewayError) return false;
            throw error;
          },
        ))
      );
    },
    close() {
      for (const outbox of living.splice(0)) void outbox.stop(0);
    },
  };
}
