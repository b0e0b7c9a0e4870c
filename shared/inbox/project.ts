/** From what is known to what is shown: pure. */
import { DEFAULT_CONFIGURATION } from "../domain/configuration";
import { isWaiting } from "../domain/isWaiting";
import { offers } from "../domain/offers";
import { customerName } from "../domain/session";
import type { InboxSession } from "../domain/session";
import { isDismissed, totalUnread } from "../domain/unread";
import { freshFor } from "./freshness";
import type { InboxState } from "./inboxState";
import { pendingAction, withoutHidden } from "./overlay";
import { share, shareById } from "./sharing";
import type { InboxSnapshot, Notification, Problem } from "./snapshot";

/** All that the two lists are made of. */
const OF_LISTS = ["profile", "reading", "overlays", "previews", "lookedAt"] as const;
type OfLists = Pick<InboxState, (typeof OF_LISTS)[number]>;
/** The state that a snapshot shows. */
const shownBy = new WeakMap<InboxSnapshot, InboxState>();

/**
 * What the agent sees of a state. Where the panel is opened, or a notice comes, the lists are not gone through.
 * @param last the snapshot before: what did not change since is taken over from it, object by object
 */
export function project(state: InboxState, last: InboxSnapshot | null): InboxSnapshot {
  const { profile, reading } = state;
  const configuration = profile?.configuration ?? DEFAULT_CONFIGURATION;
  const known = last && shownBy.get(last);
  const areSame = known && OF_LISTS.every((key) => known[key] === state[key]);
  const notifications = areSame
    ? last.notifications
    : shareById(last?.notifications ?? [], notificationsOf(state), ({ session }) => session.id);
  // A pending claim is as good as done for the count; if it is lost, the refresh that follows says so.
  const counted = notifications.filter(({ pending }) => pending === null).map(({ session }) => session);
  // The notifications are shared already, by id: they are not to be compared place by place again.
  const dismissed = areSame ? last.dismissed : shareById(last?.dismissed ?? [], dismissedOf(state), ({ id }) => id);
  const before = last && { ...last, notifications, dismissed };
  const snapshot = share<InboxSnapshot>(before, {
    phase: state.isDenied ? "hidden" : profile && reading ? "ready" : "loading",
    notifications,
    dismissed,
    mayBlock: profile?.viewer.mayBlock ?? false,
    unread: profile && reading ? totalUnread(counted) : null,
    isLowerBound: reading?.isLowerBound ?? false,
    now: nowOf(state),
    staleAsOf: staleAsOf(state),
    news: newsIn(state, notifications),
    isLoading: state.isLoading,
    problem: problemOf(state),
    notices: state.notices,
    panelOpen: state.panelOpen,
    leadTo: state.leadTo,
    opened: state.opened,
    bubble: { floating: configuration.floatingBubble, corner: profile?.settings.corner ?? configuration.corner },
    openIn: profile?.settings.openIn ?? configuration.openIn,
    settings: profile && { chosen: profile.settings, allowed: profile.allowed },
  });
  const shown = last?.notifications === notifications && last.dismissed === dismissed && snapshot === before ? last : snapshot;
  shownBy.set(shown, state);
  return shown;
}

/** The server's clock (ms), as of the last look at it: what the rules and the relative times go by. */
function nowOf({ reading, lookedAt }: OfLists): number {
  return reading ? reading.now + Math.max(0, lookedAt - reading.sentAt) : 0;
}

/** See `InboxSnapshot`. */
function staleAsOf({ profile, reading, lookedAt }: InboxState): number | null {
  const limit = freshFor(profile?.configuration ?? DEFAULT_CONFIGURATION);
  return reading && lookedAt - reading.sentAt > limit ? reading.now : null;
}

/** What the network says comes first, then what the server said, then the clock. */
function problemOf(state: InboxState): Problem | null {
  const { network, problem, reading } = state;
  const asOf = reading?.now ?? null;
  if (network.state !== "on") return { kind: network.state === "off" ? "offline" : "reconnecting", asOf };
  return problem ?? (staleAsOf(state) === null ? null : { kind: "stale", asOf });
}

/** The names of those who wrote and are on the list, newest message first. */
function newsIn({ news }: InboxState, notifications: readonly Notification[]): InboxSnapshot["news"] {
  const names = notifications.filter(({ session }) => news?.sessionIds.has(session.id)).map(({ session }) => customerName(session));
  return news && names.length > 0 ? { at: news.at, names } : null;
}

/** See `InboxSnapshot`. */
function dismissedOf({ reading, overlays }: OfLists): readonly InboxSession[] {
  // What the server has noted counts: an overlay that hides the notification does not hide it here.
  const others = overlays.filter(({ action }) => action !== "dismiss");
  return withoutHidden(reading?.sessions ?? [], others)
    .filter((session) => session.status === "new" && isDismissed(session))
    .sort(newestFirst);
}

/** The panel's notifications, newest message first. */
function notificationsOf(state: OfLists): readonly Notification[] {
  const { profile, reading, overlays, previews } = state;
  if (!profile || !reading) return [];
  const rules = { viewer: profile.viewer, now: nowOf(state), idleTimeout: profile.configuration.idleTimeout };
  return withoutHidden(reading.sessions, overlays)
    .map((session) => {
      const preview = previews.get(session.id);
      const actions = offers(session, rules);
      return {
        session,
        actions,
        preview: preview?.at === session.newestUnreadAt ? preview.text : null,
        pending: pendingAction(session.id, overlays),
        isWaiting: isWaiting(session, actions, rules),
      };
    })
    .filter(({ actions }) => actions.length > 0)
    .sort((a, b) => newestFirst(a.session, b.session));
}

function newestFirst(a: InboxSession, b: InboxSession): number {
  return b.newestUnreadAt - a.newestUnreadAt || compareIds(a.id, b.id);
}

/** Any fixed order will do, so that equal times do not make the list jump. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
