/** The inbox: one viewer's unread conversations, kept true, and what can be done about them. */
import { DEFAULT_CONFIGURATION } from "../domain/configuration";
import { RequestFailed } from "../domain/failure";
import type { BlockTerms } from "../domain/numberBlock";
import { nameIn } from "../domain/session";
import type { Action, InboxSession } from "../domain/session";
import type { Actions, InboxTools } from "./actions";
import { afterFailure, afterReading } from "./afterAnswer";
import { createSelfReport } from "./createSelfReport";
import { freshFor, watchFreshness } from "./freshness";
import { INITIAL_STATE } from "./inboxState";
import type { InboxState } from "./inboxState";
import { createNewsAlerts } from "./newsAlerts";
import { createOverlays } from "./overlays";
import { createOwnSettings } from "./ownSettings";
import { createPageChanges } from "./pageChanges";
import type { Alerter, Browser, Channel, ChannelMessage, InboxGateway, InboxReading, PageSignal, Profile } from "./ports";
import { createProfileReader } from "./profileReader";
import { project } from "./project";
import { createRefresher } from "./refresher";
import type { RefreshReason } from "./refresher";
import type { InboxSnapshot } from "./snapshot";
import { createStore } from "./store";

/** What the user interface may ask of the inbox. Nothing here throws or rejects: what goes wrong is in the snapshot, and a bug is reported. */
export interface Inbox {
  /** The same object until something changes. */
  readonly getSnapshot: () => InboxSnapshot;
  /** Calls `listener` after every change; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Does what the notification offers, at once on the screen, and takes it back when the server says no. `terms`: how to block. */
  perform(action: Action, sessionId: string, terms?: BlockTerms): Promise<void>;
  /** The open panel has restored a session, or (the number's id) unblocked a number: every tab asks the server. */
  changed(id: string): void;
  /** Takes back a dismiss or a block, named by its notice. */
  undo(noticeId: number): Promise<void>;
  /** The agent is at the notice (pointer or focus), or has left it: meanwhile it does not go by itself. */
  holdNotice(noticeId: number, isHeld: boolean): void;
  /** The agent has read the notice. */
  closeNotice(noticeId: number): void;
  /** The agent pressed Retry. */
  retry(): void;
  /** The server asks this user to be left alone for so long (ms): all tabs of the browser wait. What the agent presses is sent all the same. */
  leaveAlone(ms: number): void;
  setPanelOpen(open: boolean): void;
  /** The agent has been led to the notification (`InboxSnapshot.leadTo`), or has gone elsewhere of themselves. */
  reached(): void;
  /** These notifications are in view: their sessions' ids. */
  wantPreviews(sessionIds: readonly string[]): void;
  /** The agent went to another page of the app, and this is how it was noticed. */
  navigated(signal: PageSignal): void;
  /** What can be done to the notifications; the same each time, null until the panel's code is there. */
  readonly getActions: () => Actions | null;
  /** Stops every timer and listener; the inbox is not used after this. */
  destroy(): void;
}

/** What an inbox is made of. */
export interface InboxParts {
  readonly gateway: InboxGateway;
  readonly browser: Browser;
  readonly channel: Channel;
  readonly alerter: Alerter;
  /** Opens the conversation in the app. Resolves to whether it opened. @throws nothing but bugs */
  readonly openSession: (sessionId: string) => Promise<boolean>;
  /** Makes the actions. Their code comes with the panel's; null until it is there, when there is nothing to press either. */
  readonly createActions: (tools: InboxTools) => Actions | null;
}

/** Makes an inbox and asks the server at once. It runs until `destroy`. */
export function createInbox({ gateway, browser, channel, alerter, openSession, createActions }: InboxParts): Inbox {
  const store = createStore<InboxState>(INITIAL_STATE);
  let isDestroyed = false;
  /** The list before the one that is shown: a session that left while the agent was deciding is still called by its name. */
  let listBefore: readonly InboxSession[] = [];
  /** The newest snapshot, and the state that it shows. */
  let shown: { readonly state: InboxState; readonly snapshot: InboxSnapshot } | null = null;
  /** What the last reading made; null before the first. Time goes on meanwhile, and who waits too long by now is told with the next one. */
  let told: InboxSnapshot | null = null;

  const configuration = () => store.get().profile?.configuration ?? DEFAULT_CONFIGURATION;
  const refresher = createRefresher({
    browser,
    run: refresh,
    lastReadingAt: () => store.get().reading?.sentAt ?? null,
    interval: () => configuration().refreshInterval,
    alertsWhileHidden: () => alerts.wanted().sound || alerts.wanted().desktop,
  });
  const pages = createPageChanges(browser, () => refresher.request("page"));
  const freshness = watchFreshness({ store, browser, freshFor: () => freshFor(configuration()) });
  const overlays = createOverlays(store, browser);
  let actions: Actions | null = null;
  const getActions = () =>
    (actions ??= createActions({
      store,
      browser,
      channel,
      alerter,
      own,
      overlays,
      openSession,
      getSnapshot,
      mayAsk: refresher.mayAsk,
      readInbox: () => gateway.readInbox(),
      refresh: () => refresher.request("action"),
      subjectOf: (sessionId) => nameIn([...(store.get().reading?.sessions ?? []), ...listBefore], sessionId),
    }));
  const alerts = createNewsAlerts(store, alerter, getSnapshot, setPanelOpen);
  const own = createOwnSettings(store);
  const selfReport = createSelfReport({ store, gateway, browser, channel, keep: own.saved });
  const profiles = createProfileReader({ store, gateway, browser, refresher, keepNewer: own.keepNewer });
  const stopListening = channel.listen(onMessage);

  /** One change of the store for each answer; where there is no list yet, one before it, too. */
  async function refresh(reason: RefreshReason): Promise<void> {
    const { profile: known, reading: before } = store.get();
    if (!before) store.set({ isLoading: true });
    const withNewer = own.keepNewer();
    try {
      const [read, reading] = await Promise.all([profiles.current(), gateway.readInbox()]);
      if (isDestroyed) return;
      // What was known may be older by now than a choice of the agent's, or than what was read of it meanwhile.
      const profile = read === known ? (store.get().profile ?? read) : withNewer(read);
      if (!profile.mayUse) throw new RequestFailed("denied");
      acceptOwn(reading, profile);
      selfReport.succeeded(reading);
      channel.post({ type: "reading", reading });
    } catch (error) {
      if (!isDestroyed) showFailure(error);
      throw error;
    }
    // A navigation costs one request.
    if (reason === "background" || reason === "return") profiles.keepYoung();
    await actions?.previews.load();
  }

  function leaveAlone(ms: number): void {
    refresher.leaveAlone(ms);
    channel.post({ type: "busy", ms });
  }

  /** An answer to this tab's own question: alerts are this tab's. The tabs that only hear of it keep silent. */
  function acceptOwn(reading: InboxReading, profile: Profile): void {
    const before = told;
    accept(reading, profile);
    // The first list of all is not news: the agent has just come.
    if (before && told && told !== before) alerts.tell(before, told);
  }

  function setPanelOpen(open: boolean): void {
    if (open === store.get().panelOpen) return;
    store.set({ panelOpen: open });
    if (open) refresher.request("return");
    if (open && alerts.wanted().desktop) void alerter.askPermission();
    void actions?.previews.load();
  }

  function accept(reading: InboxReading, profile: Profile): void {
    const known = store.get();
    const change = afterReading(known, reading, profile, browser.now());
    if (change.reading) listBefore = known.reading?.sessions ?? [];
    store.set(change);
    if (change.reading) told = getSnapshot();
    freshness.readingCame();
  }

  function showFailure(error: unknown): void {
    const change = afterFailure(store.get(), error, browser);
    if (change) store.set(change);
    if (error instanceof RequestFailed) selfReport.failed(error);
  }

  function onMessage(message: ChannelMessage): void {
    const { profile } = store.get();
    switch (message.type) {
      case "reading":
        if (!profile) return;
        // By a clock that is ahead nobody can tell whether it is older than what is known here: then it is asked for.
        if (message.reading.sentAt > browser.now()) refresher.request("news");
        else accept(message.reading, profile);
        void actions?.previews.load();
        return;
      case "busy":
        refresher.leaveAlone(message.ms);
        return;
      case "begun":
        overlays.begin(message, "elsewhere");
        return;
      case "done":
        overlays.doneElsewhere(message.sessionId);
        return;
      case "settings":
        own.saved(message.settings);
        return;
      case "read":
        overlays.doneElsewhere(message.sessionId);
        refresher.request("news");
        return;
      case "takenBack":
        overlays.takenBackElsewhere(message.sessionId);
        refresher.request("news");
        return;
    }
  }

  function getSnapshot(): InboxSnapshot {
    const state = store.get();
    if (shown?.state !== state) shown = { state, snapshot: snapshotOf(state, shown?.snapshot ?? null) };
    return shown.snapshot;
  }

  /** A bug in making it is reported here, and the last good screen stays: thrown while React renders, it would take bubble and panel away. */
  function snapshotOf(state: InboxState, last: InboxSnapshot | null): InboxSnapshot {
    try {
      return project(state, last);
    } catch (bug) {
      browser.report(bug);
      return last ?? project(INITIAL_STATE, null);
    }
  }

  refresher.request("launch");
  return {
    getSnapshot,
    subscribe: store.subscribe,
    perform: async (action, sessionId, terms) => getActions()?.perform(action, sessionId, terms),
    changed: (id) => getActions()?.changed(id),
    undo: async (noticeId) => getActions()?.undo(noticeId),
    closeNotice: (noticeId) => getActions()?.notices.close(noticeId),
    holdNotice: (noticeId, isHeld) => getActions()?.notices[isHeld ? "hold" : "letGo"](noticeId),
    retry: () => refresher.request("retry"),
    leaveAlone,
    setPanelOpen,
    reached: () => store.set({ leadTo: null }),
    wantPreviews: (sessionIds) => getActions()?.previews.want(sessionIds),
    getActions,
    navigated: pages.navigated,
    destroy() {
      isDestroyed = true;
      for (const part of [refresher, pages, profiles, selfReport, actions]) part?.destroy();
      freshness.stop();
      stopListening();
    },
  };
}
