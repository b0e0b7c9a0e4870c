/**
 * What the agent did and the server has not shown yet. The list on the screen is the last reading with the overlays laid over it,
 * so a refresh that was sent before an action cannot undo it, and an action is taken back by removing one overlay.
 */
import type { InboxSession } from "../domain/session";
import { isBeyond } from "../domain/unread";
import type { Action } from "../domain/session";
import type { BegunAction } from "./ports";
import { shareList } from "../domain/sharing";

/** One action's effect on the list. */
export interface Overlay extends BegunAction {
  readonly id: number;
  /**
   * `pending`: the server has not answered; `elsewhere`: the rest is done elsewhere (the conversation's form is about to mark the messages
   * read, or another tab of this user waits for the server), and whoever does it says when it is done; `done`: nothing more to come.
   */
  readonly phase: "pending" | "elsewhere" | "done";
  /** Browser time of the last change of phase (ms). */
  readonly since: number;
}

/** How long what is done elsewhere may take before the list believes the server again (ms): a form may not open, a tab may be closed. */
export const ELSEWHERE_LIMIT = 10_000;

/** Whether the overlay takes this session off the list. */
function hides(overlay: Overlay, session: InboxSession): boolean {
  if (overlay.action === "block") return session.contactNumberId === overlay.contactNumberId;
  if (session.id !== overlay.sessionId || isBeyond(session, overlay.mark)) return false;
  // A claim can be lost: the card stays until the server has said who won.
  return overlay.phase !== "pending" || overlay.action === "dismiss" || overlay.action === "view";
}

/** The sessions that the overlays leave on the list. */
export function withoutHidden(sessions: readonly InboxSession[], overlays: readonly Overlay[]): readonly InboxSession[] {
  return overlays.length === 0 ? sessions : sessions.filter((session) => !overlays.some((overlay) => hides(overlay, session)));
}

/** The action on a session that the server has not answered yet, or null. */
export function pendingAction(sessionId: string, overlays: readonly Overlay[]): Action | null {
  return overlays.find((overlay) => overlay.sessionId === sessionId && overlay.phase === "pending")?.action ?? null;
}

/** The overlays that a reading does not contain yet: it was sent before they were done; the same list where these are all. `readingSentAt`: browser time (ms). */
export function outlasting(overlays: readonly Overlay[], readingSentAt: number): readonly Overlay[] {
  return shareList(
    overlays,
    overlays.filter(
      ({ phase, since }) => phase === "pending" || readingSentAt <= (phase === "elsewhere" ? since + ELSEWHERE_LIMIT : since),
    ),
  );
}
