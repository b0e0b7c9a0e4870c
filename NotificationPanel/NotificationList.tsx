import * as React from "react";
import { useTheme } from "@fluentui/react";
import { plainName } from "../shared/domain/plainName";
import { businessNameOf } from "../shared/domain/session";
import { NO_SETTINGS } from "../shared/domain/settings";
import type { Peeks } from "../shared/inbox/peeks";
import type { InboxSnapshot, Notification } from "../shared/inbox/snapshot";
import type { CardAction } from "./cardActionsOf";
import { goneReason } from "./goneReason";
import type { Fates } from "./goneReason";
import { NotificationLine, lineId } from "./NotificationLine";
import { PanelFoot } from "./PanelFoot";
import type { PanelStrings } from "./panelStrings";
import { panelStyles } from "./panelStyles";
import { sharedNumbersOf } from "./sharedNumbersOf";
import { stillRows } from "./stillRows";
import type { Row, StillRows } from "./stillRows";
import type { Several } from "../shared/inbox/several";
import type { Times } from "../shared/ui/times";
import { useStore } from "../shared/ui/useStore";
import type { Answering, OpenBoxes } from "./useAnswering";
import { useFates } from "./useFates";
import { useLead } from "./useLead";
import { useHold } from "./useHold";
import { useHolders } from "./useHolders";
import { useLoose } from "./useLoose";
import { usePressGuard } from "./usePressGuard";
import { useRenderedLines } from "./useRenderedLines";
import { USUAL_HEIGHT } from "./cardStyles";
import { findLine, useRowKeys } from "./useRowKeys";
import { SelectionBar } from "./SelectionBar";
import { useSelection } from "./useSelection";
import { useWantedPreviews } from "./useWantedPreviews";
import { useNews } from "./useNews";
import type { News } from "./useNews";

/** What a {@link NotificationList} shows. */
export interface NotificationListProps {
  readonly snapshot: InboxSnapshot;
  /** What of the snapshot's notifications the agent wants to see, in their order. */
  readonly listed: readonly Notification[];
  /** Names that wish: where it changes, the agent wants another list at once. */
  readonly view: string;
  /** Shown where there is no row. */
  readonly empty: React.ReactNode;
  /** Lies over the foot of the list. */
  readonly foot: React.ReactNode;
  readonly strings: PanelStrings;
  readonly times: Times;
  readonly onAction: (action: CardAction, notification: Notification) => void;
  /** The unread texts of what the agent has opened. */
  readonly peeks: Peeks;
  /** The boxes to answer in that are open. */
  readonly boxes: OpenBoxes;
  /** The conversations in which something is written and not sent: their ids. */
  readonly drafts: ReadonlySet<string>;
  readonly answering: Answering;
  /** What the agent has done here, by session id; emptied once they have left the list. */
  readonly ownDoings: Map<string, CardAction>;
  readonly several: Several;
  /** Holds the button that shows what waits; null while nothing does. */
  readonly newsBox: React.RefObject<HTMLElement>;
  /** Other conversations wait to be shown; null: none do. */
  readonly onNews: (news: News | null) => void;
  readonly onAskFates: (sessionIds: readonly string[]) => Promise<Fates>;
  /** Notifications without a preview are in view: their sessions' ids. */
  readonly onWantPreviews: (sessionIds: readonly string[]) => void;
  /** The notification that `snapshot.leadTo` names has got the focus. */
  readonly onReached: () => void;
  /** The pane or panel around it is open: only then can anything get the focus. */
  readonly isVisible: boolean;
  /** The agent is being asked something about a row: they are still at the list. */
  readonly isAsking: boolean;
}

const NOTHING: StillRows = { view: "", rows: [], waiting: 0 };

/**
 * The notifications. While somebody is at them, each keeps its place and height, and what is new waits. A long list renders what is near the view, and tells
 * assistive technology how long it is.
 */
export function NotificationList(props: NotificationListProps): React.ReactElement {
  const { snapshot, listed, view, strings, times, onAction, peeks, boxes, ownDoings, onAskFates, onWantPreviews, onReached, isVisible } =
    props;
  const { notifications, now, isLowerBound, leadTo } = snapshot;
  const styles = panelStyles(useTheme());
  const { density } = snapshot.settings?.chosen ?? NO_SETTINGS;
  const opened = useStore(peeks.subscribe, peeks.getOpen);
  const holding = useHold();
  const { isHeld, mark, over, onTouchStart } = holding;
  const [isScrolled, setScrolled] = React.useState(false);
  /** How often the agent has asked to see what waits. */
  const [asked, setAsked] = React.useState(0);
  const [footHeight, setFootHeight] = React.useState(0);
  const [footRoom, setFootRoom] = React.useState(0);
  const body = React.useRef<HTMLDivElement>(null);

  const [last, setLast] = React.useState(NOTHING);
  const hasScrolled = isScrolled && isVisible;
  const still = React.useMemo(() => {
    const isOwnDoing = (id: string) => ownDoings.has(id) && !boxes.has(id);
    const hasBox = (id: string) => boxes.has(id);
    const truth = { view: `${asked} ${view}`, listed, all: notifications, leadTo, hasBox, isOwnDoing };
    return stillRows(last, truth, { isHeld, isScrolled: hasScrolled });
  }, [last, asked, view, listed, notifications, leadTo, boxes, ownDoings, isHeld, hasScrolled]);
  if (still !== last) setLast(still);
  const { rows, waiting } = still;

  const onBegin = React.useCallback((action: CardAction, id: string) => void ownDoings.set(id, action), [ownDoings]);
  const selection = useSelection({ rows, several: props.several, onBegin, strings });
  const isReachable = ({ id, isGone }: Row) => !isGone || boxes.has(id) || !ownDoings.has(id);
  const onLeaveUpwards = () => {
    const button = props.newsBox.current?.querySelector("button");
    button?.focus();
    return Boolean(button);
  };
  const keys = useRowKeys({ rows, isReachable, onAction, onLeaveUpwards });
  const ids = React.useMemo(() => rows.map(({ id }) => lineId(id)), [rows]);
  const lead = leadTo === null ? -1 : ids.indexOf(lineId(leadTo));
  const { scroller, onScroll, corrected, segments, heightOf, pageFrom } = useRenderedLines({
    ids,
    shown: React.useMemo(() => ({ rows, opened, boxes }), [rows, opened, boxes]),
    view: `${density} ${view}`,
    usualHeight: USUAL_HEIGHT[density],
    wanted: [keys.stop, keys.goal, lead],
    isStill: isHeld || isScrolled,
    isVisible,
  });
  const guard = usePressGuard(body, scroller, corrected, view);
  const shared = React.useMemo(() => sharedNumbersOf(rows), [rows]);
  const numbers = React.useMemo(() => {
    let count = 0;
    return rows.map((row) => (!row.isGone || boxes.has(row.id) || !ownDoings.has(row.id) ? (count += 1) : count));
  }, [rows, boxes, ownDoings]);
  const rendered = segments.flatMap((segment) => ("gap" in segment ? [] : rows.slice(segment.from, segment.to)));
  const fates = useFates(rendered, ownDoings, onAskFates);
  useWantedPreviews(rendered, onWantPreviews);

  // It was not done, or was taken back. Seen within the rendering: later, these rows would be from before what is done next.
  React.useLayoutEffect(() => {
    for (const { id, isGone, notification } of rows) if (!isGone && notification.pending === null) ownDoings.delete(id);
  }, [snapshot, rows, ownDoings]);
  React.useEffect(() => {
    if (!isHeld) ownDoings.clear();
    setFootRoom((room) => (isHeld ? Math.max(room, footHeight) : footHeight));
  }, [isHeld, ownDoings, footHeight]);
  useHolders({ holding, scroller, rows, isVisible, isAsking: props.isAsking, boxes, answering: props.answering });

  useLead({ leadTo, row: rows[lead], segments, scroller, isVisible, onReached });
  React.useLayoutEffect(() => {
    // Another list begins at its top.
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [view, scroller]);
  const { goal, onReached: onGoalReached } = keys;
  React.useLayoutEffect(() => {
    const line = findLine(scroller.current, rows[goal]);
    if (!line) return;
    onGoalReached();
    line.focus();
  }, [goal, rows, segments, scroller, onGoalReached]);

  const look = () => {
    onScroll();
    setScrolled((scroller.current?.scrollTop ?? 0) > 0);
  };
  const showNews = () => {
    if (scroller.current) scroller.current.scrollTop = 0;
    setScrolled(false);
    setAsked(asked + 1);
    keys.focusRow();
  };
  useNews(waiting, { mark }, props.onNews, showNews);
  const isLoose = useLoose([...opened.keys(), ...boxes.keys()], isHeld);
  const { onFocus, onKeyDown } = keys.handlersFor({ scroller, pageFrom });
  const renderLine = (row: Row, place: number) => {
    const { session } = row.notification;
    return (
      <NotificationLine
        key={row.id}
        row={row}
        place={place}
        number={numbers[place] ?? 0}
        count={numbers[numbers.length - 1] ?? 0}
        writtenTo={businessNameOf(session) || (shared.has(session.contactNumberId) ? plainName(session.businessNumber) : "")}
        height={isHeld && !isLoose(row.id) ? heightOf(lineId(row.id)) : undefined}
        isTabStop={place === keys.stop}
        gone={row.isGone && !boxes.has(row.id) ? goneReason(ownDoings.get(row.id), fates.get(row.id), strings) : null}
        isLowerBound={isLowerBound}
        selection={selection}
        density={density}
        peek={opened.get(row.id) ?? null}
        peeks={peeks}
        box={boxes.get(row.id) ?? null}
        hasDraft={props.drafts.has(row.id)}
        answering={props.answering}
        isStill={isHeld && opened.has(row.id)}
        now={now}
        strings={strings}
        times={times}
        onAction={onAction}
      />
    );
  };
  return (
    <div ref={body} className={styles.body} {...guard}>
      <div
        ref={scroller}
        className={styles.scroller}
        style={{ scrollPaddingBlockEnd: footRoom }}
        onScroll={look}
        onFocus={look}
        data-is-scrollable="true"
      >
        {rows.length === 0 ? (
          props.empty
        ) : (
          <div
            role="list"
            {...over("rows")}
            onTouchStart={onTouchStart}
            onFocus={(event) => {
              mark("focus", true);
              onFocus?.(event);
            }}
            onBlur={({ currentTarget, relatedTarget }) => {
              if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) mark("focus", false);
            }}
            onKeyDown={(event) => {
              selection.onKeyDown(event);
              onKeyDown?.(event);
            }}
          >
            {segments.flatMap((segment) =>
              "gap" in segment
                ? [<div key={`gap-${segment.before}`} role="presentation" style={{ height: segment.gap }} />]
                : rows.slice(segment.from, segment.to).map((row, at) => renderLine(row, segment.from + at)),
            )}
          </div>
        )}
        <div style={{ height: footRoom }} />
      </div>
      <div {...over("foot")}>
        <PanelFoot onHeight={setFootHeight}>
          {props.foot}
          <SelectionBar selection={selection} strings={strings} />
        </PanelFoot>
      </div>
    </div>
  );
}
