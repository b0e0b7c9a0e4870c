/**
 * What the agent did and the server has not shown yet. The list on the screen is the last reading with the overlays laid over it,
 * so a refresh that was sent before an action cannot undo it, and a rollback is the removal of one overlay.
 */
import type { Action, InboxSession } from "../domain/session";
import { isBeyond } from "../domain/unread";
import type { Mark } from "../domain/unread";

/** One action's effect on the list. */
export interface Overlay {
  readonly id: number;
  readonly action: Action;
  readonly sessionId: string;
  readonly contactNumberId: string;
  /** Messages beyond it are news, and shown. */
  readonly mark: Mark;
  /**
   * `pending`: the server has not answered; `underway`: the rest is done elsewhere (the form is about to mark the messages read, or another tab
   * of this user waits for the server), which says when it is through; `done`: nothing more to come.
   */
  readonly phase: "pending" | "underway" | "done";
  /** Browser time of the last change of phase. */
  readonly since: number;
}

/** How long what is done elsewhere may take before the list believes the server again (ms): a form may not open, a tab may be closed. */
export const UNDERWAY_LIMIT = 10_000;

/** Whether the overlay takes this session off the list. */
function hides(overlay: Overlay, session: InboxSession): boolean {
  if (overlay.action === "block") return session.contactNumberId === overlay.contactNumberId;
  if (session.id !== overlay.sessionId || isBeyond(session, overlay.mark)) return false;
  // A claim can be lost: the card stays, busy, until the server has said who won.
  return overlay.phase !== "pending" || overlay.action === "dismiss" || overlay.action === "view";
}

/** The sessions that the overlays leave on the list. */
export function withoutHidden(sessions: readonly InboxSession[], overlays: readonly Overlay[]): readonly InboxSession[] {
  return overlays.length === 0 ? sessions : sessions.filter((session) => !overlays.some((overlay) => hides(overlay, session)));
}

/** The claim that is under way on a session, or null. */
export function busyWith(sessionId: string, overlays: readonly Overlay[]): Action | null {
  return overlays.find((overlay) => overlay.sessionId === sessionId && overlay.phase === "pending")?.action ?? null;
}

/** The overlays that a reading does not yet contain: it was sent before they were settled. */
export function outlasting(overlays: readonly Overlay[], readingSentAt: number): readonly Overlay[] {
  return overlays.filter(({ phase, since }) => {
    if (phase === "pending") return true;
    return readingSentAt <= (phase === "underway" ? since + UNDERWAY_LIMIT : since);
  });
}
