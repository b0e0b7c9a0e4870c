/** Builders of what the panel shows: each gives something plausible, overrides say what a test is about. */
import type { PanelServer } from "../../NotificationPanel/createPanelParts";
import type { InboxSession } from "../../shared/domain/session";
import { NO_SETTINGS } from "../../shared/domain/settings";
import type { Inbox } from "../../shared/inbox/inbox";
import { INITIAL_STATE } from "../../shared/inbox/inboxState";
import { createNotices } from "../../shared/inbox/notices";
import { createOverlays } from "../../shared/inbox/overlays";
import { createSeveral } from "../../shared/inbox/several";
import type { Actions } from "../../shared/inbox/actions";
import type { Several } from "../../shared/inbox/several";
import type { ReplyCode } from "../../NotificationPanel/replyCode";
import { createStore } from "../../shared/inbox/store";
import type { InboxSnapshot, Notice, Notification } from "../../shared/inbox/snapshot";

import { createWorld } from "../shared/inbox/laboratory";
import { SILENT_SERVER } from "../shared/inbox/silentServer";
import { createServer } from "../shared/inbox/server";
import { ben } from "../shared/sessions";

/** The server's clock in these tests: 22 November 2026, 18:00 UTC. */
export const NOW = Date.UTC(2026, 10, 22, 18);
export const MINUTE = 60_000;

/** How an American user has dates written. */
export const AMERICAN = { shortDatePattern: "M/d/yyyy", shortTimePattern: "h:mm tt", amDesignator: "AM", pmDesignator: "PM" } as const;

/** A new conversation with Jane Doe. */
export function buildSession(overrides: Partial<InboxSession> = {}): InboxSession {
  return {
    id: "00000000-0000-0000-0000-000000000001",
    contactNumberId: "00000000-0000-0000-0001-000000000001",
    phoneNumber: "+15550100",
    contactName: "Jane Doe",
    businessNumber: "+15550999",
    businessName: "",
    idleTimeout: "configured",
    isOthers: false,
    isOptedOut: false,
    status: "new",
    owner: { id: "00000000-0000-0000-0002-000000000001", name: "SMS Gateway", kind: "user", isDisabled: false },
    unread: 1,
    oldestUnreadAt: NOW - 5 * MINUTE,
    newestUnreadAt: NOW - 5 * MINUTE,
    dismissal: null,
    given: null,
    ...overrides,
  };
}

/** A line that offers what a new conversation does. */
export function buildNotification(
  overrides: Partial<Omit<Notification, "session">> & { session?: Partial<InboxSession> } = {},
): Notification {
  const { session, ...others } = overrides;
  return {
    actions: ["accept", "dismiss", "block"],
    preview: "Hello, is my order ready?",
    pending: null,
    isWaiting: false,
    ...others,
    session: buildSession(session),
  };
}

/** As many different lines as asked for, each of another contact number. */
export function buildNotifications(count: number): Notification[] {
  return Array.from({ length: count }, (_, at) =>
    buildNotification({
      session: {
        id: `00000000-0000-0000-0000-${String(at + 1).padStart(12, "0")}`,
        contactNumberId: `00000000-0000-0000-0001-${String(at + 1).padStart(12, "0")}`,
        contactName: `Contact ${at + 1}`,
        phoneNumber: `+1555${String(at).padStart(5, "0")}`,
      },
    }),
  );
}

export function buildNotice(overrides: Partial<Notice> = {}): Notice {
  return { id: 1, kind: "dismissed", subject: "Jane Doe", by: "", canUndo: true, ...overrides };
}

/** A list that is up to date; the count is the notifications' own. */
export function buildSnapshot(overrides: Partial<InboxSnapshot> = {}): InboxSnapshot {
  const notifications = overrides.notifications ?? [buildNotification()];
  return {
    phase: "ready",
    notifications,
    dismissed: [],
    mayBlock: true,
    unread: notifications.reduce((sum, { session }) => sum + session.unread, 0),
    isLowerBound: false,
    now: NOW,
    staleAsOf: null,
    news: null,
    isLoading: false,
    problem: null,
    notices: [],
    panelOpen: false,
    leadTo: null,
    opened: null,
    bubble: { floating: true, corner: "bottom-end" },
    openIn: "pane",
    settings: { chosen: NO_SETTINGS, allowed: { sound: true, desktop: true } },
    ...overrides,
  };
}

/** What a test's inbox was asked for, in order. */
export interface InboxProbe {
  readonly inbox: Inbox;
  readonly calls: unknown[][];
  /** Changes the snapshot and tells the listeners. */
  show(change: Partial<InboxSnapshot>): void;
  listenerCount(): number;
}

/** An inbox that shows what it is told to, and notes what it is asked. */
export function buildInbox(initial: InboxSnapshot = buildSnapshot()): InboxProbe {
  let snapshot = initial;
  const calls: unknown[][] = [];
  const listeners = new Set<() => void>();
  const note =
    (name: string) =>
    (...given: unknown[]) => {
      calls.push([name, ...given]);
      return Promise.resolve();
    };
  const actions = buildActions(note);
  const show = (change: Partial<InboxSnapshot>) => {
    snapshot = { ...snapshot, ...change };
    for (const listener of [...listeners]) listener();
  };
  return {
    calls,
    show,
    listenerCount: () => listeners.size,
    inbox: {
      getSnapshot: () => snapshot,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      perform: note("perform"),
      changed: (id) => void note("changed")(id),
      leaveAlone: (ms) => void note("leaveAlone")(ms),
      undo: note("undo"),
      closeNotice: (noticeId) => void note("closeNotice")(noticeId),
      wantPreviews: () => undefined,
      holdNotice: () => undefined,
      retry: () => void note("retry")(),
      reached: () => void note("reached")(),
      navigated: () => void note("navigated")(),
      getActions: () => actions,
      destroy: () => void note("destroy")(),
      setPanelOpen(open) {
        calls.push(["setPanelOpen", open]);
        if (open !== snapshot.panelOpen) show({ panelOpen: open });
      },
    },
  };
}

/** The code of answering, which is never there. */
export const NO_REPLY_CODE: ReplyCode = {
  get: () => NOT_LOADED,
  subscribe: () => () => undefined,
  want: () => undefined,
  isLoaded: () => false,
};
const NOT_LOADED = { kind: "loading" } as const;

/** The same for the bundle of the panel; of these tests none acts on a server. */
export const SILENT_PANEL_SERVER: PanelServer<never> = {
  serverOf: () => {
    throw new Error("This server takes no actions.");
  },
  replyCodeBy: () => NO_REPLY_CODE,
};

/** Actions of which a test performs none, but may change settings. @param note makes what is called under a name; left out: nobody looks at it */
export function buildActions(note: (name: string) => (...given: unknown[]) => Promise<void> = () => () => Promise.resolve()): Actions {
  const nothing = () => Promise.resolve();
  return {
    perform: nothing,
    undo: nothing,
    changed: () => undefined,
    answered: () => undefined,
    destroy: () => undefined,
    several: buildSeveral(),
    notices: createNotices(createStore(INITIAL_STATE), createWorld().tab()),
    previews: { load: nothing, want: () => undefined },
    server: SILENT_SERVER,
    settings: {
      saveSettings: (settings) => note("saveSettings")(settings).then(() => null),
      chooseSettings: (settings) => void note("chooseSettings")(settings),
      askPermission: () => Promise.resolve(true),
      permission: () => "default",
      ring: () => void note("ring")(),
      serverNow: () => NOW,
    },
  };
}

/** Actions on several notifications, in front of a server that is never asked. */
export function buildSeveral(): Several {
  const browser = createWorld().tab();
  const store = createStore(INITIAL_STATE);
  return createSeveral({
    store,
    browser,
    channel: browser.channel,
    gateway: createServer().gatewayOf(ben, browser),
    overlays: createOverlays(store, browser),
    notices: createNotices(store, browser),
    refresh: () => undefined,
  });
}
