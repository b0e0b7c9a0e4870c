/** The inbox: one viewer's unread conversations, kept true, and what can be done about them. */
import { isQuiet, newsBetween } from "../domain/alerts";
import { nameOf } from "../domain/session";
import { createActions } from "./actions";
import { createNotices } from "./notices";
import { outlasting } from "./overlay";
import { RequestFailed } from "../domain/failure";
import type { Alerter, Browser, Channel, ChannelMessage, InboxGateway, InboxReading, Profile } from "./ports";
import { createPreviews } from "./previews";
import { INITIAL_STATE, project } from "./projection";
import type { InboxState } from "./projection";
import { createRefresher } from "./refresher";
import type { RefreshReason } from "./refresher";
import type { Inbox, InboxSnapshot, Problem } from "./snapshot";
import { createStore } from "./store";

/** What an inbox is made of. */
export interface InboxParts {
  readonly gateway: InboxGateway;
  readonly browser: Browser;
  readonly channel: Channel;
  readonly alerter: Alerter;
  /** Opens the conversation in the app. */
  readonly openSession: (sessionId: string) => Promise<void>;
}

/** Configuration and roles are read again with a background refresh once they are this old (ms). */
const PROFILE_AGE = 600_000;

/** Makes an inbox and asks the server at once. It runs until `destroy`. */
export function createInbox({ gateway, browser, channel, alerter, openSession }: InboxParts): Inbox {
  const store = createStore<InboxState>(INITIAL_STATE);
  let profileReadAt = Number.NEGATIVE_INFINITY;
  let isDestroyed = false;
  /** Names of the sessions of the last two lists, for one that left while the agent was deciding. */
  let subjects = new Map<string, string>();
  let cached: { state: InboxState; snapshot: InboxSnapshot } | null = null;

  const refresher = createRefresher({
    browser,
    run: refresh,
    lastReadingAt: () => store.get().reading?.sentAt ?? null,
    interval: () => store.get().profile?.configuration.refreshInterval ?? null,
  });
  const notices = createNotices(store, browser);
  const actions = createActions({
    store,
    gateway,
    browser,
    channel,
    notices,
    openSession,
    refresh: () => refresher.request("action"),
    subjectOf: (sessionId) => subjects.get(sessionId) ?? "",
  });
  const previews = createPreviews(store, gateway, getSnapshot);
  const stopListening = channel.listen(onMessage);

  async function refresh(reason: RefreshReason): Promise<void> {
    store.set({ refreshing: true });
    try {
      const [profile, reading] = await Promise.all([readProfile(reason), gateway.readInbox()]);
      if (isDestroyed) return;
      if (!profile.mayUse) throw new RequestFailed("denied");
      acceptOwn(reading, profile);
      channel.post({ type: "reading", reading });
      store.set({ refreshing: false });
      await previews.load();
    } catch (error) {
      if (!isDestroyed) store.set({ refreshing: false, ...failureOf(error, store.get().reading) });
      throw error;
    }
  }

  /** At launch, and again in the background when it is old: a navigation costs one request. */
  async function readProfile(reason: RefreshReason): Promise<Profile> {
    const known = store.get().profile;
    const isIdleTime = reason === "background" || reason === "return";
    // A role may be given at any time.
    if (known?.mayUse && !(isIdleTime && browser.now() - profileReadAt >= PROFILE_AGE)) return known;
    const profile = await gateway.readProfile();
    profileReadAt = browser.now();
    if (!isDestroyed) store.set({ profile });
    return profile;
  }

  /** An answer to this tab's own question is told; the tabs that only hear of it keep silent. */
  function acceptOwn(reading: InboxReading, { alerts }: Profile): void {
    const before = store.get().reading && getSnapshot();
    accept(reading);
    // The first list of all is not news: the agent has just come.
    if (!before || isQuiet(alerts, reading.now)) return;
    const sessions = ({ notifications }: InboxSnapshot) => notifications.map(({ session }) => session);
    const after = getSnapshot();
    const news = newsBetween(sessions(before), sessions(after));
    if (news.length === 0) return;
    if (alerts.sound) alerter.ring();
    if (alerts.desktop) alerter.show(after.unread ?? 0, news.map(nameOf));
  }

  function accept(reading: InboxReading): void {
    const { reading: known, overlays } = store.get();
    // Answers can overtake each other, also between tabs: only a later question gives a newer truth.
    if (known && known.sentAt > reading.sentAt) return;
    const named = known ? [...known.sessions, ...reading.sessions] : reading.sessions;
    subjects = new Map(named.map((session) => [session.id, nameOf(session)]));
    store.set({ reading, overlays: outlasting(overlays, reading.sentAt), problem: null, isDenied: false });
  }

  function onMessage(message: ChannelMessage): void {
    switch (message.type) {
      case "reading":
        if (!store.get().profile) return;
        // By a clock that is ahead nobody can tell whether it is older than what is known here: then it is asked for.
        if (message.reading.sentAt > browser.now()) refresher.request("news");
        else accept(message.reading);
        void previews.load();
        return;
      case "acted":
        actions.showElsewhere(message.action, message.sessionId, message.contactNumberId, message.mark);
        return;
      case "settled":
      case "read":
        actions.settled(message.sessionId);
        if (message.type === "read") refresher.request("news");
        return;
      case "takenBack":
        actions.forgetElsewhere(message.sessionId);
        refresher.request("news");
        return;
    }
  }

  function getSnapshot(): InboxSnapshot {
    const state = store.get();
    if (cached?.state !== state) cached = { state, snapshot: project(state) };
    return cached.snapshot;
  }

  refresher.request("launch");
  return {
    getSnapshot,
    subscribe: store.subscribe,
    perform: (action, sessionId) => actions.perform(action, sessionId),
    undo: (noticeId) => actions.undo(noticeId),
    closeNotice: (noticeId) => notices.close(noticeId),
    holdNotice: (noticeId, isHeld) => (isHeld ? notices.hold(noticeId) : notices.keep(noticeId)),
    retry: () => refresher.request("retry"),
    setPanelOpen(open) {
      if (open === store.get().panelOpen) return;
      store.set({ panelOpen: open });
      if (open && store.get().profile?.alerts.desktop) alerter.askPermission();
      void previews.load();
    },
    show: (sessionIds) => previews.show(sessionIds),
    navigated: (signal) => refresher.navigated(signal),
    destroy() {
      isDestroyed = true;
      refresher.destroy();
      actions.destroy();
      stopListening();
    },
  };
}

/** What a failed refresh shows: the last list stays, with what is wrong; a user without a part in the product sees nothing. */
function failureOf(error: unknown, reading: InboxReading | null): { problem: Problem | null; isDenied?: boolean } {
  const kind = error instanceof RequestFailed ? error.kind : "failed";
  if (kind === "denied" || kind === "gone") return { problem: null, isDenied: true };
  const shown = kind === "offline" || kind === "signin" || kind === "throttled" ? kind : "failed";
  return { problem: { kind: shown, asOf: reading?.now ?? null } };
}
