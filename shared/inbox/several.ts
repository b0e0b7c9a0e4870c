/** One action on several notifications: a few at a time, what fails told one by one, what was done undone as one. Only the panel's bundle has it. */
import { customerName } from "../domain/session";
import type { InboxSession } from "../domain/session";
import { markOf } from "../domain/unread";
import { claim } from "./claim";
import { dismiss } from "./dismiss";
import { giveBack } from "./giveBack";
import type { ActsFor, InboxState } from "./inboxState";
import { noticeOf } from "./noticeOf";
import type { Notices } from "./notices";
import type { Overlay } from "./overlay";
import type { Overlays } from "./overlays";
import { CANCELLED, createPool } from "./pool";
import type { Pool } from "./pool";
import type { ActionGateway, Browser, Channel, InboxGateway } from "./ports";
import type { NoticeKind } from "./snapshot";
import { createStore } from "./store";
import type { Store } from "./store";

/** What can be done to several at once. */
export type SeveralAction = "accept" | "dismiss";

/** What they work with. */
export interface SeveralTools {
  readonly store: Store<Pick<InboxState, "reading" | "overlays" | "leadTo" | "network"> & ActsFor>;
  readonly gateway: ActionGateway & Pick<InboxGateway, "readInbox">;
  readonly browser: Browser;
  readonly channel: Pick<Channel, "post">;
  readonly overlays: Overlays;
  readonly notices: Pick<Notices, "say" | "offerUndo">;
  /** Asks the server for the list as it now is. */
  readonly refresh: () => void;
}

/** Why one of them was not done; `by`: who was quicker, else empty. */
export interface SeveralFailure {
  readonly action: SeveralAction;
  readonly why: NoticeKind;
  readonly by: string;
}

/** How far it has come. */
export interface SeveralState {
  /** Null: nothing is under way. `ended`: of `total`, done or failed; `since`: browser time (ms). */
  readonly run: { readonly action: SeveralAction; readonly total: number; readonly ended: number; readonly since: number } | null;
  /** By session id: what was not done at the last try. */
  readonly failures: ReadonlyMap<string, SeveralFailure>;
}

/** Actions on several notifications of one inbox. Nothing here rejects. */
export interface Several {
  readonly getState: () => SeveralState;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Does it to these sessions, in their order; nothing while others are under way. Resolves when it has ended; to false where it was cancelled.
   * @param subjectOf names so many notifications, for the notice
   * @param onBegin called for each session just before it changes on the screen
   */
  run(
    action: SeveralAction,
    sessionIds: readonly string[],
    subjectOf: (count: number) => string,
    onBegin: (sessionId: string) => void,
  ): Promise<boolean>;
  /** What has not begun does not begin. */
  readonly cancel: () => void;
  /** These failures have been read, or are past. */
  forget(sessionIds: Iterable<string>): void;
  /** Nothing begins and no timer runs after this. */
  destroy(): void;
}

/** So many can be accepted at once: nobody can answer more. */
export const MOST_ACCEPTED = 10;
/** The list that shows what was accepted is waited for so long (ms). */
const READING_LIMIT = 10_000;

/** One that was done, and how to take it back. */
interface Done {
  readonly session: InboxSession;
  readonly overlay: Overlay;
  /** @throws RequestFailed */
  readonly undo: () => Promise<unknown>;
}

/** Makes it. What is under way when the panel is closed goes on. */
export function createSeveral(tools: SeveralTools): Several {
  const { store: inbox, gateway, browser, channel, overlays, notices, refresh } = tools;
  const store: Store<SeveralState> = createStore<SeveralState>({ run: null, failures: new Map() });
  /** What is under way: a run, the undo of an earlier one, the wait for a list. Each ends by itself, or by this. */
  const ends = new Set<() => void>();
  let cancelRun = () => {};
  let isDestroyed = false;

  /** A pool of its own each time: who cancels a run does not cancel the undo of another. */
  async function inPool<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
    const pool = createPool(browser);
    ends.add(pool.cancel);
    try {
      return await work(pool);
    } finally {
      ends.delete(pool.cancel);
    }
  }

  function forget(sessionIds: Iterable<string>): void {
    const failures = new Map(store.get().failures);
    for (const id of sessionIds) failures.delete(id);
    if (failures.size < store.get().failures.size) store.set({ failures });
  }

  function fail(sessionId: string, failure: SeveralFailure): void {
    store.set({ failures: new Map(store.get().failures).set(sessionId, failure) });
  }

  /** Resolves to what was done, null where it was not: that is told. */
  async function one(action: SeveralAction, sessionId: string, onBegin: (sessionId: string) => void, pool: Pool): Promise<Done | null> {
    const { reading, profile, overlays: laid, network } = inbox.get();
    const session = reading?.sessions.find(({ id }) => id === sessionId);
    const isPending = laid.some((overlay) => overlay.sessionId === sessionId && overlay.phase === "pending");
    if (!session || !profile || isPending || network.state === "off") {
      fail(sessionId, { action, why: network.state === "off" ? "notSent" : "changed", by: "" });
      return null;
    }
    onBegin(sessionId);
    const { contactNumberId } = session;
    const overlay = overlays.begin({ action, sessionId, contactNumberId, mark: markOf(session) }, "pending");
    const refused = (why: NoticeKind | null, by: string) => {
      overlays.takeBack(overlay.id);
      channel.post({ type: "takenBack", sessionId });
      if (why) fail(sessionId, { action, why, by });
      return null;
    };
    try {
      if (action === "dismiss") {
        channel.post({ type: "begun", action, sessionId, contactNumberId, mark: overlay.mark });
        await pool.patiently(() => dismiss(gateway, session, overlay.mark));
        overlays.moveTo(overlay.id, "done");
        channel.post({ type: "done", sessionId });
        return { session, overlay, undo: () => gateway.writeDismissal(sessionId, session.dismissal, customerName(session)) };
      }
      const rules = { viewer: profile.viewer, idleTimeout: profile.configuration.idleTimeout };
      const result = await pool.patiently(() => claim(gateway, action, session, rules));
      if (!result.done) return refused(result.why, result.by);
      const { won } = result;
      return {
        session,
        overlay,
        undo: async () => won && tellChanged(session, await giveBack(gateway, sessionId, won, profile.viewer.userId)),
      };
    } catch (error) {
      return refused(error === CANCELLED ? null : noticeOf(error, browser), "");
    }
  }

  function tellChanged(session: InboxSession, changed: { readonly by: string } | null): void {
    if (changed) notices.say(changed.by ? "changedBy" : "changed", customerName(session), changed.by);
  }

  /** An accepted conversation is not opened, so it stays on the list, as the viewer's: pending until a list says so. */
  function endWhenRead(done: readonly Done[]): void {
    const since = browser.now();
    const end = () => {
      ends.delete(end);
      stopTimer();
      stopListening();
      for (const { overlay } of done) overlays.takeBack(overlay.id);
    };
    const stopTimer = browser.after(READING_LIMIT, end);
    const stopListening = inbox.subscribe(() => {
      if ((inbox.get().reading?.sentAt ?? since - 1) >= since) end();
    });
    ends.add(end);
  }

  function offerUndo(action: SeveralAction, done: readonly Done[], subject: string): void {
    const [first] = done;
    if (!first) return;
    const left = new Map(done.map((item) => [item.session.id, item]));
    notices.offerUndo(action === "dismiss" ? "dismissedSeveral" : "acceptedSeveral", subject, {
      sessionId: first.session.id,
      left,
      async takeBack() {
        const failures: unknown[] = [];
        await inPool((pool) =>
          pool.forEach([...left.values()], async (item) => {
            try {
              await pool.patiently(item.undo);
              left.delete(item.session.id);
              overlays.takeBack(item.overlay.id);
              channel.post({ type: "takenBack", sessionId: item.session.id });
            } catch (error) {
              failures.push(error);
            }
          }),
        );
        if (failures.length > 0) throw failures[0];
        inbox.set({ leadTo: first.session.id });
      },
    });
  }

  return {
    getState: () => store.get(),
    subscribe: store.subscribe,
    async run(action, sessionIds, subjectOf, onBegin) {
      if (store.get().run || sessionIds.length === 0) return true;
      forget(sessionIds);
      const done: Done[] = [];
      let ended = 0;
      const tell = (since: number) => store.set({ run: { action, total: sessionIds.length, ended, since } });
      const since = browser.now();
      tell(since);
      const isWhole = await inPool((pool) => {
        cancelRun = pool.cancel;
        return pool.forEach(sessionIds, async (sessionId) => {
          const result = await one(action, sessionId, onBegin, pool);
          if (result) done.push(result);
          ended += 1;
          tell(since);
        });
      });
      if (action === "accept" && done.length > 0 && !isDestroyed) endWhenRead(done);
      refresh();
      offerUndo(action, done, subjectOf(done.length));
      store.set({ run: null });
      return isWhole;
    },
    cancel: () => cancelRun(),
    forget,
    destroy() {
      isDestroyed = true;
      for (const end of [...ends]) end();
    },
  };
}
