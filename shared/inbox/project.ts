/** From what is known to what is shown: pure. */
import { DEFAULT_CONFIGURATION } from "../domain/configuration";
import { isWaiting } from "../domain/isWaiting";
import { offers } from "../domain/offers";
import { totalUnread } from "../domain/unread";
import type { InboxState } from "./inboxState";
import { pendingAction, withoutHidden } from "./overlay";
import { share, shareById } from "./sharing";
import type { InboxSnapshot, Notification } from "./snapshot";

/**
 * What the agent sees of a state.
 * @param last the snapshot before: what did not change since is taken over from it, object by object
 */
export function project(state: InboxState, last: InboxSnapshot | null): InboxSnapshot {
  const { profile, reading } = state;
  const configuration = profile?.configuration ?? DEFAULT_CONFIGURATION;
  const notifications = shareById(last?.notifications ?? [], notificationsOf(state), ({ session }) => session.id);
  // A pending claim is as good as done for the count; if it is lost, the refresh that follows says so.
  const counted = notifications.filter(({ pending }) => pending === null).map(({ session }) => session);
  // The notifications are shared already, by id: they are not to be compared place by place again.
  const before = last && { ...last, notifications };
  const snapshot = share<InboxSnapshot>(before, {
    phase: state.isDenied ? "hidden" : profile && reading ? "ready" : "loading",
    notifications,
    unread: profile && reading ? totalUnread(counted) : null,
    isLowerBound: reading?.isLowerBound ?? false,
    now: reading?.now ?? 0,
    isLoading: state.isLoading,
    problem: state.problem,
    notices: state.notices,
    panelOpen: state.panelOpen,
    leadTo: state.leadTo,
    opened: state.opened,
    bubble: { floating: configuration.floatingBubble, corner: profile?.settings.corner ?? configuration.corner },
    settings: profile && { chosen: profile.settings, allowed: profile.allowed },
  });
  return last?.notifications === notifications && snapshot === before ? last : snapshot;
}

/** The panel's notifications, newest message first. */
function notificationsOf({ profile, reading, overlays, previews }: InboxState): readonly Notification[] {
  if (!profile || !reading) return [];
  const rules = { viewer: profile.viewer, now: reading.now, idleTimeout: profile.configuration.idleTimeout };
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
    .sort((a, b) => b.session.newestUnreadAt - a.session.newestUnreadAt || compareIds(a.session.id, b.session.id));
}

/** Any fixed order will do, so that equal times do not make the list jump. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
