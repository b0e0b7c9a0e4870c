import * as React from "react";
import { useTheme } from "@fluentui/react";
import { plainName } from "../shared/domain/plainName";
import type { Action } from "../shared/domain/session";
import { NO_SETTINGS } from "../shared/domain/settings";
import type { Peeks } from "../shared/inbox/peeks";
import type { InboxSnapshot, Notification } from "../shared/inbox/snapshot";
import { NotificationCard } from "./NotificationCard";
import { fill } from "../shared/ui/fill";
import type { PanelStrings } from "./panelStrings";
import { panelStyles } from "./panelStyles";
import { joined } from "../shared/ui/texts";
import type { Times } from "../shared/ui/times";
import { PLACE_ATTRIBUTE, useRenderedLines } from "./useRenderedLines";
import { waitedFor } from "./waitedFor";

/** What a {@link NotificationList} shows. */
export interface NotificationListProps {
  readonly snapshot: InboxSnapshot;
  readonly strings: PanelStrings;
  readonly times: Times;
  readonly onAction: (action: Action, notification: Notification) => void;
  readonly peeks: Peeks;
  /** Notifications without a preview are in view: their sessions' ids. */
  readonly onWantPreviews: (sessionIds: readonly string[]) => void;
  /** The notification that `snapshot.leadTo` names has got the focus. */
  readonly onReached: () => void;
  /** The pane or panel around it is open: only then can anything get the focus. */
  readonly isVisible: boolean;
}

/** The notifications, newest first. A long list renders what is near the view, and tells assistive technology how long it is. */
export function NotificationList(props: NotificationListProps): React.ReactElement {
  const { snapshot, strings, times, onAction, peeks, onWantPreviews, onReached, isVisible } = props;
  const { notifications, now, isLowerBound, leadTo } = snapshot;
  const styles = panelStyles(useTheme());
  const { density } = snapshot.settings?.chosen ?? NO_SETTINGS;
  const ids = React.useMemo(() => notifications.map(({ session }) => lineId(session.id)), [notifications]);
  const shared = React.useMemo(() => sharedNumbersOf(notifications), [notifications]);
  const { scroller, onScroll, segments } = useRenderedLines(ids, notifications, leadTo === null ? -1 : ids.indexOf(lineId(leadTo)));

  const wanted = segments
    .flatMap((segment) => ("gap" in segment ? [] : notifications.slice(segment.from, segment.to)))
    .filter(({ preview }) => preview === null)
    .map(({ session }) => session.id)
    .join();
  // The same ids are asked for once: a preview that cannot be had must not be asked for without end.
  React.useEffect(() => {
    if (wanted) onWantPreviews(wanted.split(","));
  }, [wanted, onWantPreviews]);

  React.useEffect(() => {
    const line = leadTo === null ? null : scroller.current?.querySelector<HTMLElement>(`#${lineId(leadTo)}`);
    line?.focus();
    if (line && document.activeElement === line) onReached();
  }, [leadTo, segments, scroller, isVisible, onReached]);

  const renderLine = (notification: Notification, place: number) => {
    const { session, actions, pending } = notification;
    const writtenTo = shared.has(session.contactNumberId) ? plainName(session.businessNumber) : "";
    // Begins with the name, as a heading would; the numbers say which of two Janes it is, and which of her two conversations.
    const name = joined(
      plainName(session.contactName ?? ""),
      plainName(session.phoneNumber),
      writtenTo && fill(strings.WrittenTo, writtenTo),
    );
    return (
      <div
        role="listitem"
        key={session.id}
        id={lineId(session.id)}
        aria-label={name}
        tabIndex={-1}
        className={styles.line}
        aria-setsize={notifications.length}
        aria-posinset={place + 1}
        aria-busy={pending !== null}
        {...{ [PLACE_ATTRIBUTE]: place }}
      >
        <NotificationCard
          notification={notification}
          writtenTo={writtenTo}
          isLowerBound={isLowerBound}
          age={times.relative(session.newestUnreadAt, now)}
          waited={actions.includes("assign") ? waitedFor(now - session.oldestUnreadAt, strings.Culture) : ""}
          density={density}
          peeks={peeks}
          strings={strings}
          times={times}
          onAction={onAction}
        />
      </div>
    );
  };
  return (
    <div ref={scroller} className={styles.scroller} onScroll={onScroll} onFocus={onScroll} data-is-scrollable="true">
      <div role="list">
        {segments.flatMap((segment) =>
          "gap" in segment
            ? [<div key={`gap-${segment.before}`} role="presentation" style={{ height: segment.gap }} />]
            : notifications.slice(segment.from, segment.to).map((notification, at) => renderLine(notification, segment.from + at)),
        )}
      </div>
    </div>
  );
}

/** The contact numbers with more than one conversation on the list: each of them is with another number of ours. */
function sharedNumbersOf(notifications: readonly Notification[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(notifications.map(({ session }) => session.contactNumberId).filter((id) => seen.has(id) || !seen.add(id)));
}

function lineId(sessionId: string): string {
  return `msgn-${sessionId}`;
}
