/** What an agent does to a notification: at once on the screen, then on the server, taken back when the server says no. */
import type { Action, InboxSession } from "../domain/session";
import { markOf } from "../domain/unread";
import type { Mark } from "../domain/unread";
import { claim } from "./claim";
import type { Overlay } from "./overlay";
import { RequestFailed } from "./ports";
import type { Browser, Channel, InboxGateway } from "./ports";
import type { InboxState } from "./projection";
import type { Notice, NoticeKind } from "./snapshot";
import type { Store } from "./store";

/** What the actions work with. */
export interface ActionTools {
  readonly store: Store<InboxState>;
  readonly gateway: InboxGateway;
  readonly browser: Browser;
  readonly channel: Channel;
  /** Opens the conversation; its form marks the messages read. */
  openSession(sessionId: string): void;
  /** Asks the server for the list as it now is. */
  refresh(): void;
}

/** The actions of one inbox. Nothing here rejects: what goes wrong becomes a notice. */
export interface Actions {
  perform(action: Action, sessionId: string): Promise<void>;
  undo(noticeId: number): Promise<void>;
  closeNotice(noticeId: number): void;
  /** Another tab or script told of an action, or that a session's messages are read. */
  showElsewhere(action: Action, sessionId: string, contactNumberId: string, mark: Mark): void;
  forgetElsewhere(sessionId: string): void;
  markedRead(sessionId: string): void;
  destroy(): void;
}

/** How long a dismiss or a block can be undone (ms). */
const UNDO_TIME = 10_000;

/** Makes the actions; timers of the notices end with `destroy`. */
export function createActions(tools: ActionTools): Actions {
  const { store, gateway, browser, channel } = tools;
  const undoings = new Map<number, { readonly sessionId: string; takeBack(): Promise<void> }>();
  const timers = new Map<number, () => void>();
  let lastId = 0;

  async function perform(action: Action, sessionId: string): Promise<void> {
    const { reading, profile, overlays } = store.get();
    const session = reading?.sessions.find(({ id }) => id === sessionId);
    if (!session || !profile || overlays.some((overlay) => overlay.sessionId === sessionId && overlay.phase === "pending")) return;
    const overlay = lay(action, session.id, session.contactNumberId, markOf(session), "pending");
    channel.post({ type: "acted", action, sessionId, contactNumberId: session.contactNumberId, mark: overlay.mark });
    try {
      await carryOut(action, session, overlay);
    } catch (error) {
      takeBack(overlay, noticeOf(error), session);
    }
  }

  async function carryOut(action: Action, session: InboxSession, overlay: Overlay): Promise<void> {
    switch (action) {
      case "view":
        settle(overlay.id, "opening");
        tools.openSession(session.id);
        return;
      case "accept":
      case "assign": {
        const profile = store.get().profile;
        if (!profile) return;
        const { viewer, configuration } = profile;
        const result = await claim(gateway, action, session, { viewer, idleTimeout: configuration.idleTimeout });
        if (!result.done) {
          takeBack(overlay, result.why, session, result.by);
          return;
        }
        settle(overlay.id, "opening");
        tools.openSession(session.id);
        return;
      }
      case "dismiss":
        await gateway.writeDismissal(session.id, overlay.mark);
        settle(overlay.id, "done");
        offerUndo("dismissed", session, overlay.id, () => gateway.writeDismissal(session.id, session.dismissal));
        return;
      case "block": {
        const etag = await block(session.contactNumberId);
        settle(overlay.id, "done");
        if (etag === null) say("blocked", session);
        else
          offerUndo("blocked", session, overlay.id, async () => {
            await gateway.setBlocked(session.contactNumberId, false, etag);
          });
        return;
      }
    }
  }

  /** Returns the etag of the blocked row; null where somebody else blocked it, so that it is not ours to undo. */
  async function block(contactNumberId: string): Promise<string | null> {
    for (;;) {
      const { active, etag } = await gateway.readContactNumber(contactNumberId);
      if (!active) return null;
      try {
        return await gateway.setBlocked(contactNumberId, true, etag);
      } catch (error) {
        if (!(error instanceof RequestFailed) || error.kind !== "stale") throw error;
      }
    }
  }

  async function undo(noticeId: number): Promise<void> {
    const notice = store.get().notices.find(({ id }) => id === noticeId);
    const undoing = undoings.get(noticeId);
    closeNotice(noticeId);
    if (!notice || !undoing) return;
    try {
      await undoing.takeBack();
    } catch (error) {
      const why = noticeOf(error);
      addNotice({ kind: why, subject: notice.subject, by: "", canUndo: false });
    }
    channel.post({ type: "takenBack", sessionId: undoing.sessionId });
    tools.refresh();
  }

  function lay(action: Action, sessionId: string, contactNumberId: string, mark: Mark, phase: Overlay["phase"]): Overlay {
    lastId += 1;
    const overlay: Overlay = { id: lastId, action, sessionId, contactNumberId, mark, phase, since: browser.now() };
    store.set({ overlays: [...store.get().overlays, overlay] });
    return overlay;
  }

  /** The server agreed (or, for `opening`, is about to be told by the form). */
  function settle(id: number, phase: Overlay["phase"]): void {
    const since = browser.now();
    store.set({ overlays: store.get().overlays.map((overlay) => (overlay.id === id ? { ...overlay, phase, since } : overlay)) });
    if (phase === "done") tools.refresh();
  }

  function remove(id: number): void {
    store.set({ overlays: store.get().overlays.filter((overlay) => overlay.id !== id) });
  }

  function takeBack(overlay: Overlay, why: NoticeKind, session: InboxSession, by = ""): void {
    remove(overlay.id);
    say(why, session, by);
    channel.post({ type: "takenBack", sessionId: session.id });
    tools.refresh();
  }

  function say(kind: NoticeKind, session: InboxSession, by = ""): void {
    addNotice({ kind, subject: session.contactName ?? session.phoneNumber, by, canUndo: false });
  }

  function offerUndo(kind: "dismissed" | "blocked", session: InboxSession, overlayId: number, takeItBack: () => Promise<void>): void {
    const id = addNotice({ kind, subject: session.contactName ?? session.phoneNumber, by: "", canUndo: true });
    undoings.set(id, {
      sessionId: session.id,
      async takeBack() {
        await takeItBack();
        remove(overlayId);
      },
    });
    timers.set(
      id,
      browser.after(UNDO_TIME, () => {
        closeNotice(id);
      }),
    );
  }

  function addNotice(notice: Omit<Notice, "id">): number {
    lastId += 1;
    store.set({ notices: [...store.get().notices, { ...notice, id: lastId }] });
    return lastId;
  }

  function closeNotice(noticeId: number): void {
    timers.get(noticeId)?.();
    timers.delete(noticeId);
    undoings.delete(noticeId);
    store.set({ notices: store.get().notices.filter(({ id }) => id !== noticeId) });
  }

  return {
    perform,
    undo,
    closeNotice,
    showElsewhere(action, sessionId, contactNumberId, mark) {
      const claims = action === "accept" || action === "assign";
      // Another tab's claim may still be lost: this tab shows it when it is settled.
      if (!claims) lay(action, sessionId, contactNumberId, mark, action === "view" ? "opening" : "done");
    },
    forgetElsewhere(sessionId) {
      const stays = (overlay: Overlay) => overlay.sessionId !== sessionId || overlay.phase === "pending";
      store.set({ overlays: store.get().overlays.filter(stays) });
    },
    markedRead(sessionId) {
      const now = browser.now();
      const overlays = store
        .get()
        .overlays.map((overlay) =>
          overlay.sessionId === sessionId && overlay.phase === "opening" ? { ...overlay, phase: "done" as const, since: now } : overlay,
        );
      store.set({ overlays });
    },
    destroy() {
      for (const cancel of timers.values()) cancel();
      timers.clear();
      undoings.clear();
    },
  };
}

function noticeOf(error: unknown): NoticeKind {
  if (!(error instanceof RequestFailed)) return "failed";
  if (error.kind === "denied") return "denied";
  if (error.kind === "gone") return "gone";
  return error.kind === "stale" ? "changed" : "failed";
}
