/** From what is known to what is shown: pure. */
import { DEFAULT_CONFIGURATION } from "../domain/configuration";
import { idleFrom } from "../domain/isIdle";
import { isWaiting } from "../domain/isWaiting";
import { offers } from "../domain/offers";
import { customerName } from "../domain/session";
import type { InboxSession } from "../domain/session";
import { isDismissed, totalUnread } from "../domain/unread";
import { freshFor } from "./freshness";
import type { InboxState } from "./inboxState";
import { pendingAction, withoutHidden } from "./overlay";
import { share, shareById, shareList } from "../domain/sharing";
import type { InboxSnapshot, Notification, Problem } from "./snapshot";

/** All that the two lists are made of. */
type OfLists = Pick<InboxState, "profile" | "reading" | "overlays" | "previews" | "lookedAt">;

interface Lists extends Pick<InboxSnapshot, "notifications" | "dismissed"> {
  readonly madeOf: OfLists;
  /** Until when (server's clock, ms) the same makes the same lists. */
  readonly until: number;
}

/** The lists of a snapshot. */
const listsOf = new WeakMap<InboxSnapshot, Lists>();

/**
 * What the agent sees of a state. Where the panel is opened, a notice comes, or an answer brings nothing, the lists are not gone through.
 * @param last the snapshot before: what did not change since is taken over from it, object by object
 */
export function project(state: InboxState, last: InboxSnapshot | null): InboxSnapshot {
  const { profile, reading } = state;
  const configuration = profile?.configuration ?? DEFAULT_CONFIGURATION;
  const known = last && listsOf.get(last);
  const lists = known && showsStill(known, state) ? known : makeLists(state, last);
  const { notifications, dismissed } = lists;
  // A pending claim is as good as done for the count; if it is lost, the refresh that follows says so.
  const counted = notifications.filter(({ pending }) => pending === null).map(({ session }) => session);
  // The lists are shared already: they are not to be compared place by place again.
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
  listsOf.set(shown, lists);
  return shown;
}

/** Whether the lists are made of the same, and time has changed nothing in them. */
function showsStill({ madeOf, until }: Lists, state: OfLists): boolean {
  const now = nowOf(state);
  const isSame = madeOf.profile === state.profile && madeOf.overlays === state.overlays && madeOf.previews === state.previews;
  return isSame && madeOf.reading?.sessions === state.reading?.sessions && now >= nowOf(madeOf) && now < until;
}

function makeLists(state: OfLists, last: InboxSnapshot | null): Lists {
  const { notifications, until } = notificationsOf(state);
  return {
    notifications: shareById(last?.notifications ?? [], notifications, ({ session }) => session.id),
    dismissed: shareList(last?.dismissed ?? [], dismissedOf(state)),
    madeOf: state,
    until,
  };
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

/** The panel's notifications, newest message first, and when the next customer will have waited too long: the rules know of no other change that time makes. */
function notificationsOf(state: OfLists): { readonly notifications: readonly Notification[]; readonly until: number } {
  const { profile, reading, overlays, previews } = state;
  let until = Infinity;
  if (!profile || !reading) return { notifications: [], until };
  const rules = { viewer: profile.viewer, now: nowOf(state), idleTimeout: profile.configuration.idleTimeout };
  const notifications = withoutHidden(reading.sessions, overlays)
    .map((session) => {
      const idleAt = idleFrom(session, rules.idleTimeout);
      if (idleAt > rules.now) until = Math.min(until, idleAt);
      const found = previews.get(session.id);
      const actions = offers(session, rules);
      return {
        session,
        actions,
        preview: found?.at === session.newestUnreadAt ? found.text : null,
        pending: pendingAction(session.id, overlays),
        isWaiting: isWaiting(session, actions, rules),
      };
    })
    .filter(({ actions }) => actions.length > 0)
    .sort((a, b) => newestFirst(a.session, b.session));
  return { notifications, until };
}

function newestFirst(a: InboxSession, b: InboxSession): number {
  return b.newestUnreadAt - a.newestUnreadAt || compareIds(a.id, b.id);
}

/** Any fixed order will do, so that equal times do not make the list jump. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
