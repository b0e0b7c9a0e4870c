/** Who may write to a customer, and when: the rule of the box to answer in. */
import type { ClosedBecause } from "./message";
import type { SessionStatus } from "./session";

/** What the rule goes by. */
export interface Standing {
  readonly status: SessionStatus;
  /** The viewer is the owner, in person. */
  readonly isMine: boolean;
  readonly isOptedOut: boolean;
  /** False: somebody has closed it. */
  readonly isActive: boolean;
  readonly isBlocked: boolean;
}

/** Why the viewer cannot answer; null: they can. Where there are several reasons, the one that lasts longest. */
export function closedBecause({ status, isMine, isOptedOut, isActive, isBlocked }: Standing): ClosedBecause | null {
  if (isBlocked) return "blocked";
  if (isOptedOut) return "optedOut";
  if (status === "new") return "notAccepted";
  if (!isMine) return "notMine";
  return isActive ? null : "closed";
}
