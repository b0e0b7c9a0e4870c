/** From what is known to what is shown: pure. */
import { DEFAULT_CONFIGURATION } from "../domain/configuration";
import { offers } from "../domain/rules";
import { totalUnread } from "../domain/unread";
import { busyWith, withoutHidden } from "./overlay";
import type { Overlay } from "./overlay";
import type { InboxReading, Profile } from "./ports";
import type { InboxSnapshot, Notice, Notification, Problem } from "./snapshot";

/** Everything that the inbox remembers. */
export interface InboxState {
  /** Null until the first answer. */
  readonly profile: Profile | null;
  readonly reading: InboxReading | null;
  readonly overlays: readonly Overlay[];
  /** By session id: the text of the message that was newest at `at`. */
  readonly previews: ReadonlyMap<string, { readonly at: number; readonly text: string }>;
  readonly notices: readonly Notice[];
  readonly problem: Problem | null;
  readonly refreshing: boolean;
  /** The server said that this user has no part in the product. */
  readonly isDenied: boolean;
  readonly panelOpen: boolean;
}

/** What there is before the first answer. */
export const INITIAL_STATE: InboxState = {
  profile: null,
  reading: null,
  overlays: [],
  previews: new Map(),
  notices: [],
  problem: null,
  refreshing: false,
  isDenied: false,
  panelOpen: false,
};

/** What the agent sees of a state. */
export function project(state: InboxState): InboxSnapshot {
  const { profile, reading } = state;
  const configuration = profile?.configuration ?? DEFAULT_CONFIGURATION;
  const notifications = notificationsOf(state);
  // A claim under way is as good as done for the count; if it is lost, the refresh that follows says so.
  const counted = notifications.filter(({ busy }) => busy === null).map(({ session }) => session);
  return {
    phase: state.isDenied ? "hidden" : profile && reading ? "ready" : "loading",
    notifications,
    unread: profile && reading ? totalUnread(counted) : null,
    unreadIsLowerBound: reading?.lowerBound ?? false,
    now: reading?.now ?? 0,
    refreshing: state.refreshing,
    problem: state.problem,
    notices: state.notices,
    panelOpen: state.panelOpen,
    bubble: { floating: configuration.floatingBubble, corner: configuration.corner },
  };
}

/** The panel's lines, newest message first. */
function notificationsOf({ profile, reading, overlays, previews }: InboxState): readonly Notification[] {
  if (!profile || !reading) return [];
  const rules = { viewer: profile.viewer, now: reading.now, idleTimeout: profile.configuration.idleTimeout };
  return withoutHidden(reading.sessions, overlays)
    .map((session) => {
      const preview = previews.get(session.id);
      return {
        session,
        actions: offers(session, rules),
        preview: preview?.at === session.newestUnreadAt ? preview.text : null,
        busy: busyWith(session.id, overlays),
      };
    })
    .filter(({ actions }) => actions.length > 0)
    .sort((a, b) => b.session.newestUnreadAt - a.session.newestUnreadAt || compareIds(a.session.id, b.session.id));
}

/** Any fixed order will do, so that equal times do not make the list jump. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
