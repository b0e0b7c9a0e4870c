/** What all parts of the outbox work with. */
import type { Sleep } from "../clock";
import type { Connection } from "../contract";
import type { Log } from "../limitedLog";
import type { Metrics } from "../metrics";
import type { Provider } from "../provider";

/** What all parts of the outbox work with. */
export interface OutboxTools {
  readonly connection: Connection;
  readonly provider: Provider;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly timing: Timing;
  /** Dataverse's clock as of its last answer, milliseconds since 1970, UTC. */
  readonly serverNow: () => number;
  /** A clock that never goes back, in milliseconds. */
  readonly monotonicNow: () => number;
  readonly sleep: Sleep;
  /** Aborted: nothing new is begun; what is under way is brought to its end. */
  readonly stopping: AbortSignal;
  /** Aborted: nothing is written any more. */
  readonly ended: AbortSignal;
}

/** How long things take, in milliseconds. */
export interface Timing {
  /** The longest time between a claim and handing the text over; who is later claims again. */
  readonly handOverWithinMs: number;
  /** How long after a provider that did not answer it is asked whether it has the text. */
  readonly lookAgainMs: number;
  /**
   * After what time a message that somebody has claimed is taken for forgotten, and the provider is asked. Longer than `handOverWithinMs`, the
   * provider's patience and `lookAgainMs` together: who is slow must not be taken for dead.
   */
  readonly reconcileAfterMs: number;
}
