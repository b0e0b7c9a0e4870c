/** Who may do what: the product's table of rules, as one pure function. */
import { isIdle } from "./isIdle";
import type { Action, InboxSession, Viewer } from "./session";
import { isDismissed } from "./unread";

/** What the rules need to know besides the session. */
export interface Circumstances {
  readonly viewer: Viewer;
  /** The server's clock (ms). */
  readonly now: number;
  /** The configuration's, in ms; null: takeover is off. A business number may have its own. */
  readonly idleTimeout: number | null;
}

// The same list each time: what did not change keeps its identity, up to the card that shows it.
const NOTHING: readonly Action[] = [];
const FIRST_CONTACT: readonly Action[] = ["accept", "dismiss"];
const FIRST_CONTACT_OR_BLOCK: readonly Action[] = ["accept", "dismiss", "block"];
const VIEW: readonly Action[] = ["view"];
const ASSIGN: readonly Action[] = ["assign"];

/**
 * What a notification offers this viewer now, in the order in which it is shown; empty: it is not in the panel and not counted.
 * A blocked contact number's sessions never come this far: the reading leaves them out.
 */
export function offers(session: InboxSession, circumstances: Circumstances): readonly Action[] {
  const { viewer } = circumstances;
  if (session.isOthers) return NOTHING;
  switch (session.status) {
    case "new":
      if (isDismissed(session)) return NOTHING;
      return viewer.mayBlock ? FIRST_CONTACT_OR_BLOCK : FIRST_CONTACT;
    case "accepted":
      if (session.owner.kind === "team") return ASSIGN;
      if (session.owner.id === viewer.userId) return VIEW;
      // An owner who has left answers nobody: nothing is to be waited for, and an administrator may have turned takeover off.
      return session.owner.isDisabled || isIdle(session, circumstances) ? ASSIGN : NOTHING;
    case "unknown":
      return NOTHING;
  }
}
