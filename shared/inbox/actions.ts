/** What an agent does to a notification: at once on the screen, then on the server, taken back when the server says no. */
import { asFailure } from "../domain/failure";
import { nameOf } from "../domain/session";
import type { Action, InboxSession } from "../domain/session";
import { isBeyond, markOf } from "../domain/unread";
import type { Mark } from "../domain/unread";
import { block } from "./block";
import { claim } from "./claim";
import type { Notices } from "./notices";
import { UNDERWAY_LIMIT } from "./overlay";
import type { Overlay } from "./overlay";
import type { Browser, Channel, InboxGateway, Profile } from "./ports";
import type { InboxState } from "./projection";
import type { NoticeKind } from "./snapshot";
import type { Store } from "./store";

/** What the actions work with. */
export interface ActionTools {
  readonly store: Store<InboxState>;
  readonly gateway: InboxGateway;
  readonly browser: Browser;
  readonly channel: Channel;
  readonly notices: Notices;
  /** Opens the conversation; its form marks the messages read. Rejects when it did not open. */
  openSession(sessionId: string): Promise<void>;
  /** Asks the server for the list as it now is. */
  refresh(): void;
  /** The name under which the agent knew a session that is no longer on the list; empty if never seen. */
  subjectOf(sessionId: string): string;
}

/** The actions of one inbox. Nothing here rejects: what goes wrong becomes a notice. */
export interface Actions {
  perform(action: Action, sessionId: string): Promise<void>;
  undo(noticeId: number): Promise<void>;
  /** Another tab or script told of an action, or that it was taken back, or that it is through with the session. */
  showElsewhere(action: Action, sessionId: string, contactNumberId: string, mark: Mark): void;
  forgetElsewhere(sessionId: string): void;
  settled(sessionId: string): void;
  destroy(): void;
}

/** Makes the actions; no timer runs after `destroy`. */
export function createActions(tools: ActionTools): Actions {
  const { store, gateway, browser, channel, notices } = tools;
  const openings = new Set<() => void>();
  let lastId = 0;

  async function perform(action: Action, sessionId: string): Promise<void> {
    const { reading, profile, overlays } = store.get();
    if (!profile || overlays.some((overlay) => overlay.sessionId === sessionId && overlay.phase === "pending")) return;
    const session = reading?.sessions.find(({ id }) => id === sessionId);
    // A number is blocked on first contact only: a colleague may have accepted while the agent was being asked.
    if (!session || (action === "block" && session.status !== "new")) {
      // It left the list while the agent was being asked: what was agreed to cannot be done any more.
      notices.say("changed", tools.subjectOf(sessionId));
      return;
    }
    const overlay = lay(action, session.id, session.contactNumberId, markOf(session), "pending");
    try {
      await carryOut(action, session, overlay, profile);
    } catch (error) {
      takeBack(overlay, noticeOf(error), session);
    }
  }

  async function carryOut(action: Action, session: InboxSession, overlay: Overlay, profile: Profile): Promise<void> {
    const { viewer, configuration } = profile;
    switch (action) {
      case "view":
        await open(overlay, session);
        return;
      case "accept":
      case "assign": {
        const result = await claim(gateway, action, session, { viewer, idleTimeout: configuration.idleTimeout });
        if (result.done) await open(overlay, session);
        else takeBack(overlay, result.why, session, result.by);
        return;
      }
      case "dismiss":
        tell(overlay);
        await gateway.writeDismissal(session.id, overlay.mark, nameOf(session)).catch(async (error: unknown) => {
          // Perhaps only the answer was lost.
          const reading = asFailure(error).kind === "offline" ? await gateway.readInbox().catch(() => null) : null;
          const kept = reading?.sessions.find(({ id }) => id === session.id)?.dismissal;
          if (!kept || isBeyond(session, kept)) throw error;
        });
        done(overlay, session, "dismissed", () => gateway.writeDismissal(session.id, session.dismissal, nameOf(session)));
        return;
      case "block": {
        tell(overlay);
        const etag = await block(gateway, session.contactNumberId, viewer.userId);
        const unblock = async (ours: string) => {
          await gateway.setBlocked(session.contactNumberId, false, ours).catch(async (error: unknown) => {
            // Perhaps only the answer was lost, or a colleague has unblocked it: it is as it was wanted.
            if (!(await gateway.readContactNumber(session.contactNumberId)).active) throw error;
          });
        };
        done(overlay, session, "blocked", etag === null ? null : () => unblock(etag));
        return;
      }
    }
  }

  /** The form marks the messages read, and says so; if it does not, the server is believed again. */
  async function open(overlay: Overlay, session: InboxSession): Promise<void> {
    settle(overlay.id, "underway");
    // A claim only now: while it might still be lost, it was this tab's alone.
    tell(overlay);
    const cancel = browser.after(UNDERWAY_LIMIT + 1, () => {
      openings.delete(cancel);
      if (store.get().overlays.some(({ id, phase }) => id === overlay.id && phase === "underway")) tools.refresh();
    });
    openings.add(cancel);
    try {
      await tools.openSession(session.id);
    } catch {
      // Mostly the agent's own wish: they chose to stay on a page with unsaved changes. What is unread stays counted.
      remove(overlay.id);
      recall(session.id);
    }
  }

  function done(overlay: Overlay, session: InboxSession, kind: "dismissed" | "blocked", undo: (() => Promise<unknown>) | null): void {
    settle(overlay.id, "done");
    channel.post({ type: "settled", sessionId: session.id });
    tools.refresh();
    if (!undo) {
      notices.say(kind, nameOf(session));
      return;
    }
    notices.offerUndo(kind, nameOf(session), {
      sessionId: session.id,
      async takeBack() {
        await undo();
        remove(overlay.id);
      },
    });
  }

  async function undo(noticeId: number): Promise<void> {
    const found = notices.undoingOf(noticeId);
    if (!found) {
      notices.close(noticeId);
      return;
    }
    const { notice, undoing } = found;
    // It is not to go while the server is being asked.
    notices.hold(noticeId);
    try {
      await undoing.takeBack();
      notices.close(noticeId);
    } catch (error) {
      const why = noticeOf(error);
      // A failure can pass: Undo stays. A refusal does not.
      if (why === "failed") notices.keep(noticeId);
      else notices.close(noticeId);
      notices.say(why, notice.subject);
    }
    recall(undoing.sessionId);
  }

  /** The other tabs show it at once, too. */
  function tell({ action, sessionId, contactNumberId, mark }: Overlay): void {
    channel.post({ type: "acted", action, sessionId, contactNumberId, mark });
  }

  /** It is not so after all: here it shows already, the server tells what is. */
  function recall(sessionId: string): void {
    channel.post({ type: "takenBack", sessionId });
    tools.refresh();
  }

  function lay(action: Action, sessionId: string, contactNumberId: string, mark: Mark, phase: Overlay["phase"]): Overlay {
    lastId += 1;
    const overlay: Overlay = { id: lastId, action, sessionId, contactNumberId, mark, phase, since: browser.now() };
    store.set({ overlays: [...store.get().overlays, overlay] });
    return overlay;
  }

  function settle(id: number, phase: Overlay["phase"]): void {
    const since = browser.now();
    store.set({ overlays: store.get().overlays.map((overlay) => (overlay.id === id ? { ...overlay, phase, since } : overlay)) });
  }

  function remove(id: number): void {
    store.set({ overlays: store.get().overlays.filter((overlay) => overlay.id !== id) });
  }

  function takeBack(overlay: Overlay, why: NoticeKind, session: InboxSession, by = ""): void {
    remove(overlay.id);
    notices.say(why, nameOf(session), by);
    recall(session.id);
  }

  return {
    perform,
    undo,
    showElsewhere(action, sessionId, contactNumberId, mark) {
      lay(action, sessionId, contactNumberId, mark, "underway");
    },
    forgetElsewhere(sessionId) {
      const stays = (overlay: Overlay) => overlay.sessionId !== sessionId || overlay.phase === "pending";
      store.set({ overlays: store.get().overlays.filter(stays) });
    },
    settled(sessionId) {
      for (const { id, sessionId: of, phase } of store.get().overlays) if (of === sessionId && phase === "underway") settle(id, "done");
    },
    destroy() {
      for (const cancel of openings) cancel();
      notices.destroy();
    },
  };
}

function noticeOf(error: unknown): NoticeKind {
  const { kind } = asFailure(error);
  if (kind === "denied" || kind === "gone") return kind;
  return kind === "stale" ? "changed" : "failed";
}
