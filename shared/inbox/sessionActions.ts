/** What an agent does to one conversation: at once on the screen, then on the server, taken back when the server says no. */
import { NO_TERMS } from "../domain/numberBlock";
import type { BlockTerms } from "../domain/numberBlock";
import { customerName } from "../domain/session";
import type { Action, InboxSession } from "../domain/session";
import { markOf } from "../domain/unread";
import { block, unblock } from "./block";
import { claim } from "./claim";
import type { WonClaim } from "./claim";
import { dismiss } from "./dismiss";
import { giveBack } from "./giveBack";
import type { ActsFor, InboxState } from "./inboxState";
import { noticeOf } from "./noticeOf";
import type { Notices } from "./notices";
import { ELSEWHERE_LIMIT } from "./overlay";
import type { Overlay } from "./overlay";
import type { Overlays } from "./overlays";
import type { ActionGateway, Browser, Channel, InboxGateway, ViewerProfile } from "./ports";
import type { DoneKind, NoticeKind } from "./snapshot";
import type { Store } from "./store";

/** What an inbox, or a conversation's thread, gives to its actions. */
export interface ActionTools {
  readonly store: Store<Pick<InboxState, "reading" | "overlays" | "leadTo" | "opened" | "network" | "notices"> & ActsFor>;
  readonly readInbox: InboxGateway["readInbox"];
  readonly browser: Browser;
  readonly channel: Channel;
  readonly overlays: Overlays;
  readonly notices: Notices;
  /** Opens the conversation; its form marks the messages read. Resolves to whether it opened. @throws nothing but bugs */
  openSession(sessionId: string): Promise<boolean>;
  /** Asks the server for the list as it now is. */
  readonly refresh: () => void;
  /** The name under which the agent knew a session that is no longer on the list; empty if never seen. */
  subjectOf(sessionId: string): string;
}

/** The actions on single conversations. Nothing here rejects: what goes wrong becomes a notice, and a bug is reported besides. */
export interface SessionActions {
  /** `terms`: of a block. */
  perform(action: Action, sessionId: string, terms?: BlockTerms): Promise<void>;
  undo(noticeId: number): Promise<void>;
  /** The open panel has restored a session, or (the number's id) unblocked a number: every tab asks the server. */
  changed(id: string): void;
  /** No timer runs after this. */
  destroy(): void;
}

/** What is no answer to the question whether it may be done. */
const CAN_PASS: readonly NoticeKind[] = ["failed", "notSent", "unreachable", "unanswered", "signin"];

/** Makes the actions. @param server what is written to */
export function createSessionActions(tools: ActionTools, server: ActionGateway): SessionActions {
  const { store, browser, channel, overlays, notices, readInbox } = tools;
  const gateway = { ...server, readInbox };
  /** Cancel the timers that wait for a conversation's form. */
  const waits = new Set<() => void>();
  let isDestroyed = false;

  async function perform(action: Action, sessionId: string, terms: BlockTerms = NO_TERMS): Promise<void> {
    const { reading, profile, overlays: laid } = store.get();
    if (!profile || laid.some((overlay) => overlay.sessionId === sessionId && overlay.phase === "pending")) return;
    const session = reading?.sessions.find(({ id }) => id === sessionId);
    // A number is blocked on first contact only: a colleague may have accepted while the agent was being asked.
    if (!session || (action === "block" && session.status !== "new")) {
      // It left the list while the agent was being asked: what was agreed to cannot be done any more.
      notices.say("changed", tools.subjectOf(sessionId));
      return;
    }
    if (isOffline()) {
      notices.say("notSent", customerName(session));
      return;
    }
    const { contactNumberId } = session;
    const overlay = overlays.begin({ action, sessionId, contactNumberId, mark: markOf(session) }, "pending");
    try {
      await carryOut(session, overlay, profile, terms);
    } catch (error) {
      takeBack(overlay, noticeOf(error, browser), session);
    }
  }

  function isOffline(): boolean {
    return store.get().network.state === "off";
  }

  async function carryOut(
    session: InboxSession,
    overlay: Overlay,
    { viewer, configuration }: ViewerProfile,
    terms: BlockTerms,
  ): Promise<void> {
    const { action } = overlay;
    switch (action) {
      case "view":
        await open(overlay);
        return;
      case "accept":
      case "assign": {
        const result = await claim(gateway, action, session, { viewer, idleTimeout: configuration.idleTimeout });
        if (!result.done) {
          takeBack(overlay, result.why, session, result.by);
          return;
        }
        if (result.won) offerGiveBack(overlay, session, result.won, viewer.userId);
        await open(overlay);
        return;
      }
      case "dismiss":
        tellBegun(overlay);
        await dismiss(gateway, session, overlay.mark);
        done(overlay, session, "dismissed", () => gateway.writeDismissal(session.id, session.dismissal, customerName(session)));
        return;
      case "block": {
        tellBegun(overlay);
        const { contactNumberId } = session;
        const blocked = await block(gateway, contactNumberId, viewer.userId, terms);
        done(overlay, session, "blocked", blocked && (() => unblock(gateway, contactNumberId, blocked)));
        return;
      }
    }
  }

  /** The form marks the messages read, and says so; if it does not, the server is believed again. */
  async function open(overlay: Overlay): Promise<void> {
    overlays.moveTo(overlay.id, "elsewhere");
    // A claim only now: while it might still be lost, it was this tab's alone.
    tellBegun(overlay);
    if (!isDestroyed) waitForForm(overlay);
    store.set({ opened: null });
    if (await tools.openSession(overlay.sessionId)) {
      store.set({ opened: tools.subjectOf(overlay.sessionId) });
      return;
    }
    // Mostly the agent's own wish: they chose to stay on a page with unsaved changes. What is unread stays counted.
    overlays.takeBack(overlay.id);
    tellTakenBack(overlay.sessionId);
  }

  function waitForForm({ id }: Overlay): void {
    const cancel = browser.after(ELSEWHERE_LIMIT + 1, () => {
      waits.delete(cancel);
      if (overlays.isIn(id, "elsewhere")) tools.refresh();
    });
    waits.add(cancel);
  }

  function done(overlay: Overlay, session: InboxSession, kind: DoneKind, undo: (() => Promise<unknown>) | null): void {
    overlays.moveTo(overlay.id, "done");
    channel.post({ type: "done", sessionId: session.id });
    tools.refresh();
    if (!undo) {
      notices.say(kind, customerName(session));
      return;
    }
    notices.offerUndo(kind, customerName(session), {
      sessionId: session.id,
      left: new Set([kind === "blocked" ? session.contactNumberId : session.id]),
      async takeBack() {
        await undo();
        overlays.takeBack(overlay.id);
        store.set({ leadTo: session.id });
      },
    });
  }

  /** The claim opens the conversation, and its form marks the messages read: Give Back makes them unread again. */
  function offerGiveBack({ id, action }: Overlay, session: InboxSession, won: WonClaim, viewerId: string): void {
    const subject = customerName(session);
    notices.offerUndo(action === "accept" ? "accepted" : "assigned", subject, {
      sessionId: session.id,
      left: new Set([session.id]),
      async takeBack() {
        const changed = await giveBack(gateway, session.id, won, viewerId);
        if (changed) {
          notices.say(changed.by ? "changedBy" : "changed", subject, changed.by);
          return;
        }
        overlays.takeBack(id);
        store.set({ leadTo: session.id });
      },
    });
  }

  async function undo(noticeId: number): Promise<void> {
    const offered = store.get().notices.find(({ id }) => id === noticeId);
    if (offered?.canUndo && isOffline()) {
      notices.say("notSent", offered.subject);
      return;
    }
    const found = notices.beginUndo(noticeId);
    if (found === "begun") return;
    if (!found) {
      notices.close(noticeId);
      return;
    }
    const { notice, undoing } = found;
    try {
      await undoing.takeBack();
      notices.close(noticeId);
    } catch (error) {
      const why = noticeOf(error, browser);
      // A failure can pass: Undo stays. A refusal does not.
      if (CAN_PASS.includes(why)) notices.offerAgain(noticeId);
      else notices.close(noticeId);
      notices.say(why, notice.subject);
    }
    tellTakenBack(undoing.sessionId);
  }

  function takeBack(overlay: Overlay, why: NoticeKind, session: InboxSession, by = ""): void {
    overlays.takeBack(overlay.id);
    notices.say(why, customerName(session), by);
    tellTakenBack(session.id);
  }

  /** The other tabs show it at once, too. */
  function tellBegun({ action, sessionId, contactNumberId, mark }: Overlay): void {
    channel.post({ type: "begun", action, sessionId, contactNumberId, mark });
  }

  /** The other tabs show it no more, and the server tells what is. */
  function tellTakenBack(sessionId: string): void {
    channel.post({ type: "takenBack", sessionId });
    tools.refresh();
  }

  return {
    perform,
    undo,
    changed(id) {
      overlays.takenBackElsewhere(id);
      notices.closeOf(id);
      tellTakenBack(id);
    },
    destroy() {
      isDestroyed = true;
      for (const cancel of waits) cancel();
    },
  };
}
