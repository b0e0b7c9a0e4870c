/** The thread of one conversation: its texts, kept true, and what can be done about it. */
import { DEFAULT_CONFIGURATION } from "../domain/configuration";
import { RequestFailed } from "../domain/failure";
import type { BlockTerms } from "../domain/numberBlock";
import { customerName } from "../domain/session";
import { freshFor, watchFreshness } from "../inbox/freshness";
import { createNotices } from "../inbox/notices";
import { createOverlays } from "../inbox/overlays";
import type { Browser, Channel, ChannelMessage, InboxReading } from "../inbox/ports";
import { createRefresher } from "../inbox/refresher";
import type { RefreshReason } from "../inbox/refresher";
import { createSessionActions } from "../inbox/sessionActions";
import { createStore } from "../inbox/store";
import { afterMarked, afterOlder, afterThreadReading, afterRefusal } from "./afterThreadAnswer";
import { createOwnActions } from "./ownActions";
import { createPace } from "./pace";
import { isOwnersOf, projectThread } from "./projectThread";
import { createReadMarks } from "./readMarks";
import { createThreadReader } from "./threadReader";
import type { ThreadActionGateway, ThreadGateway } from "./threadPorts";
import type { PerformedAction, ThreadSnapshot } from "./threadSnapshot";
import { INITIAL_THREAD } from "./threadState";
import type { ThreadState } from "./threadState";

/** What the user interface may ask of a thread. Nothing here throws or rejects: what goes wrong is in the snapshot, and a bug is reported. */
export interface Thread {
  /** The same object until something changes. */
  readonly getSnapshot: () => ThreadSnapshot;
  /** Calls `listener` after every change; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Does what the thread offers. `terms`: how to block. */
  readonly perform: (action: PerformedAction, terms?: BlockTerms) => Promise<void>;
  /** Takes back what a notice tells of, as Give Back does. */
  readonly undo: (noticeId: number) => Promise<void>;
  /** The agent is at the notice (pointer or focus), or has left it: meanwhile it does not go by itself. */
  readonly holdNotice: (noticeId: number, isHeld: boolean) => void;
  /** The agent has read the notice. */
  readonly closeNotice: (noticeId: number) => void;
  /** The agent pressed Retry. */
  readonly retry: () => void;
  /** The agent is near the oldest text that is loaded, or wants to try again to load older ones. */
  readonly loadOlder: () => void;
  /** These texts are in view now, and no others. */
  readonly inView: (messageIds: readonly string[]) => void;
  /** Something was written by another part of this control: the server is asked. */
  readonly changed: () => void;
  /** The server asks this user to be left alone for so long (ms): all tabs of the browser wait. What the agent presses is sent all the same. */
  readonly leaveAlone: (ms: number) => void;
  /** Stops every timer and listener; the thread is not used after this. Resolves when what was seen last is marked, or could not be: the channel is needed until then. */
  readonly destroy: () => Promise<void>;
}

/** What a thread is made of. */
export interface ThreadParts {
  readonly sessionId: string;
  readonly gateway: ThreadGateway;
  /** What the actions write to. */
  readonly actionGateway: ThreadActionGateway;
  readonly browser: Browser;
  readonly channel: Channel;
}

/** Makes the thread of a conversation and asks the server at once. It runs until `destroy`. */
export function createThread({ sessionId, gateway, actionGateway, browser: shared, channel }: ThreadParts): Thread {
  // Each thread asks for its own conversation: no other tab's question answers this one's.
  const browser: Browser = { ...shared, exclusively: (task) => task().then(() => true) };
  const store = createStore<ThreadState>(INITIAL_THREAD);
  let isDestroyed = false;
  let shown: { readonly state: ThreadState; readonly snapshot: ThreadSnapshot } | null = null;
  const configuration = () => store.get().profile?.configuration ?? DEFAULT_CONFIGURATION;

  const pace = createPace(store, browser);
  const reader = createThreadReader({ sessionId, gateway, browser });
  const refresher = createRefresher({
    browser,
    run: refresh,
    lastReadingAt: () => store.get().reading?.sentAt ?? null,
    interval: () => pace.interval(),
    alertsWhileHidden: () => false,
  });
  const freshness = watchFreshness({ store, browser, freshFor: () => freshFor(configuration()) });
  const overlays = createOverlays(store, browser);
  const notices = createNotices(store, browser);
  const subject = () => {
    const { head } = store.get();
    return head ? customerName(head.session) : "";
  };
  const actions = createSessionActions(
    {
      store,
      browser,
      channel,
      overlays,
      notices,
      readInbox: async (): Promise<InboxReading> => {
        const sentAt = browser.now();
        const { session, now } = await gateway.readHead(sessionId, true);
        return { sessions: [session], now, isLowerBound: false, sentAt };
      },
      // It is open: what the other tabs wait for is done when the texts in view are marked.
      openSession() {
        overlays.doneElsewhere(sessionId);
        refresher.request("action");
        return Promise.resolve(true);
      },
      refresh: () => refresher.request("action"),
      subjectOf: subject,
    },
    actionGateway,
  );
  const performOwn = createOwnActions({
    store,
    browser,
    channel,
    notices,
    gateway: actionGateway,
    actions,
    subject,
    refresh: () => refresher.request("action"),
  });
  const marks = createReadMarks({
    browser,
    markRead: (ids) => gateway.markRead(sessionId, ids),
    unreadAmong(ids) {
      const { head, profile, messages } = store.get();
      if (!head || !isOwnersOf(head, profile?.viewer.userId)) return [];
      const wanted = new Set(ids);
      return messages.filter(({ id, isUnread }) => isUnread && wanted.has(id)).map(({ id }) => id);
    },
    onMarked(ids) {
      if (!isDestroyed) store.set(afterMarked(store.get(), ids));
      channel.post({ type: "read", sessionId });
    },
  });
  const stopListening = channel.listen(onMessage);

  async function refresh(reason: RefreshReason): Promise<void> {
    const { head, messages } = store.get();
    if (!head) store.set({ isLoading: true });
    try {
      const answer = await reader.read(store.get(), pace.kindOf(reason));
      if (isDestroyed) return;
      if (!answer.profile.mayUse) throw new RequestFailed("denied");
      store.set(afterThreadReading(store.get(), answer, browser.now()));
      pace.readingCame(store.get().messages !== messages);
      freshness.readingCame();
      marks.retry();
    } catch (error) {
      if (!isDestroyed) store.set(afterRefusal(store.get(), error, browser));
      throw error;
    }
  }

  function leaveAlone(ms: number): void {
    refresher.leaveAlone(ms);
    channel.post({ type: "busy", ms });
  }

  async function loadOlder(): Promise<void> {
    const { older, olderState } = store.get();
    if (!older || olderState === "loading") return;
    store.set({ olderState: "loading" });
    try {
      const texts = await reader.readOlder(older);
      if (!isDestroyed) store.set(afterOlder(store.get(), texts));
    } catch (error) {
      if (!isDestroyed) store.set({ olderState: "failed" });
      if (!(error instanceof RequestFailed)) browser.report(error);
    }
  }

  function onMessage(message: ChannelMessage): void {
    switch (message.type) {
      case "reading":
        if (isNews(message.reading)) refresher.request("news");
        return;
      case "busy":
        refresher.leaveAlone(message.ms);
        return;
      case "begun":
      case "settings":
      case "draft":
        return;
      case "answered":
      case "read":
      case "done":
      case "takenBack":
        // Of a number, the id that is told is the number's.
        if ([sessionId, store.get().head?.session.contactNumberId].includes(message.sessionId)) refresher.request("news");
        return;
    }
  }

  /** Whether the inbox of a tab knows of this conversation what is not known here. */
  function isNews({ sessions, sentAt }: InboxReading): boolean {
    const { head, reading } = store.get();
    if (!head || !reading || sentAt <= reading.sentAt) return false;
    const found = sessions.find(({ id }) => id === sessionId);
    if (!found) return head.session.unread > 0 && !head.isBlocked;
    const { unread, newestUnreadAt, status, owner } = head.session;
    return found.unread !== unread || found.newestUnreadAt !== newestUnreadAt || found.status !== status || found.owner.id !== owner.id;
  }

  function getSnapshot(): ThreadSnapshot {
    const state = store.get();
    if (shown?.state !== state) shown = { state, snapshot: snapshotOf(state, shown?.snapshot ?? null) };
    return shown.snapshot;
  }

  /** A bug in making it is reported here, and the last good screen stays. */
  function snapshotOf(state: ThreadState, last: ThreadSnapshot | null): ThreadSnapshot {
    try {
      return projectThread(state, last);
    } catch (bug) {
      browser.report(bug);
      return last ?? projectThread(INITIAL_THREAD, null);
    }
  }

  refresher.request("launch");
  return {
    getSnapshot,
    subscribe: store.subscribe,
    perform: (action, terms) =>
      action === "close" || action === "unblock" ? performOwn(action) : actions.perform(action, sessionId, terms),
    undo: (noticeId) => actions.undo(noticeId),
    holdNotice: (noticeId, isHeld) => (isHeld ? notices.hold(noticeId) : notices.letGo(noticeId)),
    closeNotice: (noticeId) => notices.close(noticeId),
    retry: () => refresher.request("retry"),
    loadOlder: () => void loadOlder(),
    inView: (messageIds) => marks.inView(messageIds),
    changed: () => refresher.request("action"),
    leaveAlone,
    destroy() {
      const marking = marks.destroy();
      isDestroyed = true;
      refresher.destroy();
      freshness.stop();
      actions.destroy();
      notices.destroy();
      stopListening();
      return marking;
    },
  };
}
