/** Who may do what: the product's table of rules, as one pure function. */
import { isIdle } from "./idle";
import type { Action, InboxSession, Viewer } from "./session";
import { isBeyond } from "./unread";

/** What the rules need to know besides the session. */
export interface Circumstances {
  readonly viewer: Viewer;
  /** The server's clock (ms). */
  readonly now: number;
  /** In ms; null: takeover is off. */
  readonly idleTimeout: number | null;
}

const NOTHING: readonly Action[] = [];

/**
 * What a notification offers this viewer now, in the order in which it is shown; empty: it is not in the panel and not counted.
 * A blocked contact number's sessions never come this far: the inbox query leaves them out.
 */
export function offers(session: InboxSession, circumstances: Circumstances): readonly Action[] {
  const { viewer, now, idleTimeout } = circumstances;
  switch (session.status) {
    case "new":
      if (session.dismissal && !isBeyond(session, session.dismissal)) return NOTHING;
      return viewer.mayBlock ? ["accept", "dismiss", "block"] : ["accept", "dismiss"];
    case "accepted":
      if (session.owner.kind === "team") return ["assign"];
      if (session.owner.id === viewer.userId) return ["view"];
      return isIdle(session.oldestUnreadAt, now, idleTimeout) ? ["assign"] : NOTHING;
    case "unknown":
      return NOTHING;
  }
}
