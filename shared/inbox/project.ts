/** From what is known to what is shown: pure. */
import { DEFAULT_CONFIGURATION } from "../domain/configuration";
import { idleFrom } from "../domain/isIdle";
import { isWaiting } from "../domain/isWaiting";
import { offers } from "../domain/offers";
import { customerName } from "../domain/session";
import type { InboxSession } from "../domain/session";
import { isDismissed } from "../domain/unread";
import { freshFor } from "./freshness";
import type { InboxState } from "./inboxState";
import { pendingAction, withoutHidden } from "./overlay";
import { mapAnew, share, shareById, shareList } from "../domain/sharing";
import type { Mapped } from "../domain/sharing";
import type { InboxSnapshot, Notification, Problem } from "./snapshot";

/** All that the two lists are made of. */
type OfLists = Pick<InboxState, "profile" | "reading" | "overlays" | "previews" | "lookedAt">;

interface Lists extends Pick<InboxSnapshot, "notifications" | "dismissed"> {
  readonly madeOf: OfLists;
  /** What was made of the sessions that are not hidden; null: it offers nothing. */
  readonly made: Mapped<InboxSession, Notification | null>;
  /** Until when (server's clock, ms) the same makes the same lists. */
  readonly until: number;
}

const NOTHING_MADE: Lists["made"] = { from: [], to: [] };

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
  const lists = known && showsStill(known, state) ? known : makeLists(state, last, known);
  const { notifications, dismissed } = lists;
  // The lists are shared already: they are not to be compared place by place again.
  const before = last && { ...last, notifications, dismissed };
  const snapshot = share<InboxSnapshot>(before, {
    phase: state.isDenied ? "hidden" : profile && reading ? "ready" : "loading",
    notifications,
    dismissed,
    mayBlock: profile?.viewer.mayBlock ?? false,
    unread: profile && reading ? unreadOf(notifications) : null,
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

/** A pending claim is as good as done for the count; if it is lost, the refresh that follows says so. */
function unreadOf(notifications: readonly Notification[]): number {
  return notifications.reduce((sum, { pending, session }) => (pending === null ? sum + session.unread : sum), 0);
}

/** Whether the lists are made of the same, and time has changed nothing in them. */
function showsStill(known: Lists, state: OfLists): boolean {
  return known.madeOf.reading?.sessions === state.reading?.sessions && isMadeAlike(known, state) && holds(known, state);
}

/** Whether a session that is the same makes the same notification: the rules know of no other change that time makes. */
function holds({ madeOf, until }: Lists, state: OfLists): boolean {
  const now = nowOf(state);
  return madeOf.profile === state.profile && now >= nowOf(madeOf) && now < until;
}

/** Whether nothing else that a notification shows has changed. */
function isMadeAlike({ madeOf }: Lists, state: OfLists): boolean {
  return madeOf.overlays === state.overlays && madeOf.previews === state.previews;
}

function makeLists(state: OfLists, last: InboxSnapshot | null, before: Lists | null | undefined): Lists {
  const sessions = withoutHidden((state.profile && state.reading?.sessions) ?? [], state.overlays);
  const { made, until } = makeAll(sessions, state, before ?? null);
  const notifications = made.to.filter((one) => one !== null).sort((a, b) => newestFirst(a.session, b.session));
  return {
    notifications: shareList(last?.notifications ?? [], notifications),
    dismissed: shareList(last?.dismissed ?? [], dismissedOf(state)),
    madeOf: state,
    made,
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
  if (!news) return null;
  const names: string[] = [];
  for (const { session } of notifications) {
    // They are the newest, mostly: the rest of a long list is not looked at.
    if (names.length === news.sessionIds.size) break;
    if (news.sessionIds.has(session.id)) names.push(customerName(session));
  }
  return names.length > 0 ? { at: news.at, names } : null;
}

/** See `InboxSnapshot`. */
function dismissedOf({ reading, overlays }: OfLists): readonly InboxSession[] {
  // What the server has noted counts: an overlay that hides the notification does not hide it here.
  const others = overlays.filter(({ action }) => action !== "dismiss");
  return withoutHidden(reading?.sessions ?? [], others)
    .filter((session) => session.status === "new" && isDismissed(session))
    .sort(newestFirst);
}

/**
 * What each session makes, and when the next customer will have waited too long.
 * @param before of which what is the same is taken over
 */
function makeAll(sessions: readonly InboxSession[], state: OfLists, before: Lists | null): Pick<Lists, "made" | "until"> {
  const { profile, overlays, previews } = state;
  const known = before && holds(before, state) ? before : null;
  let until = known?.until ?? Infinity;
  if (!profile) return { made: NOTHING_MADE, until };
  const rules = { viewer: profile.viewer, now: nowOf(state), idleTimeout: profile.configuration.idleTimeout };
  const previewOf = ({ id, newestUnreadAt }: InboxSession) => {
    const found = previews.get(id);
    return found?.at === newestUnreadAt ? found.text : null;
  };
  const make = (session: InboxSession): Notification | null => {
    const actions = offers(session, rules);
    const idleAt = idleFrom(session, rules.idleTimeout);
    if (idleAt > rules.now) until = Math.min(until, idleAt);
    if (actions.length === 0) return null;
    const pending = pendingAction(session.id, overlays);
    return { session, actions, preview: previewOf(session), pending, isWaiting: isWaiting(session, actions, rules) };
  };
  const isAlike = known !== null && isMadeAlike(known, state);
  const fits = (made: Notification | null, session: InboxSession) =>
    isAlike || made === null || (made.preview === previewOf(session) && made.pending === pendingAction(session.id, overlays));
  const made = mapAnew(known?.made ?? NOTHING_MADE, sessions, make, fits);
  // What was not taken over may be equal all the same.
  const to = known ? made.to : shareById(before?.made.to ?? [], made.to, (one) => one?.session.id);
  return { made: { ...made, to }, until };
}

function newestFirst(a: InboxSession, b: InboxSession): number {
  return b.newestUnreadAt - a.newestUnreadAt || compareIds(a.id, b.id);
}

/** Any fixed order will do, so that equal times do not make the list jump. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
