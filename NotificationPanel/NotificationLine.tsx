import * as React from "react";
import { useTheme } from "@fluentui/react";
import { plainName } from "../shared/domain/plainName";
import type { Density } from "../shared/domain/settings";
import type { Peek, Peeks } from "../shared/inbox/peeks";
import { customerName } from "../shared/domain/session";
import type { AnsweredBy } from "../shared/thread/cardAnswer";
import type { CardAction } from "./cardActionsOf";
import type { Notification } from "../shared/inbox/snapshot";
import { fill } from "../shared/ui/fill";
import { joined } from "../shared/ui/texts";
import type { Times } from "../shared/ui/times";
import { failureText } from "./failureText";
import { GoneLine } from "./GoneLine";
import { NotificationCard } from "./NotificationCard";
import type { PanelStrings } from "./panelStrings";
import { panelStyles } from "./panelStyles";
import { SelectBox } from "./SelectBox";
import { useSelectionStyles } from "./useSelectionStyles";
import type { Row } from "./stillRows";
import type { Answering } from "./useAnswering";
import type { RowSelection } from "./useSelection";
import { PLACE_ATTRIBUTE } from "./useRenderedLines";
import { PRESS_ATTRIBUTE } from "./usePressGuard";
import { waitedFor } from "../shared/ui/waitedFor";

/** What became of a row that has gone: whose doing it was, in words; `isOwn`: the agent's, who need not be told. */
export interface GoneReason {
  readonly text: string;
  readonly by: string;
  readonly isOwn: boolean;
}

/** What a {@link NotificationLine} shows. */
export interface NotificationLineProps {
  readonly row: Row;
  /** Its place among the rows, from 0, and what is said of it: its number among those that can be reached, and how many these are. */
  readonly place: number;
  readonly number: number;
  readonly count: number;
  /** The name of the number that was written to; the number, where it has none and another conversation on the list differs in nothing else; otherwise empty. */
  readonly writtenTo: string;
  /** The height that it keeps (px); undefined: as high as it needs. */
  readonly height: number | undefined;
  /** Tab comes to it. */
  readonly isTabStop: boolean;
  /** Null while it is a card. */
  readonly gone: GoneReason | null;
  readonly isLowerBound: boolean;
  readonly selection: RowSelection;
  readonly density: Density;
  readonly peek: Peek | null;
  readonly peeks: Peeks;
  /** Its box to answer in is open; null: it is not. */
  readonly box: AnsweredBy | null;
  readonly hasDraft: boolean;
  readonly answering: Answering;
  /** What is open keeps its height: what comes into it is scrolled to. */
  readonly isStill: boolean;
  readonly now: number;
  readonly strings: PanelStrings;
  readonly times: Times;
  readonly onAction: (action: CardAction, notification: Notification) => void;
}

/** The id of a session's line. */
export function lineId(sessionId: string): string {
  return `msgn-${sessionId}`;
}

/** One row of the list at its place: a card, or what became of it. A step of a scroll renders the new ones only. */
export const NotificationLine = React.memo(function NotificationLine(props: NotificationLineProps): React.ReactElement {
  const {
    row,
    place,
    number,
    count,
    writtenTo,
    height,
    isTabStop,
    gone,
    isLowerBound,
    selection,
    density,
    peek,
    peeks,
    box,
    hasDraft,
    answering,
    isStill,
    now,
    strings,
    times,
    onAction,
  } = props;
  const { session, actions, pending } = row.notification;
  const styles = panelStyles(useTheme());
  const selecting = useSelectionStyles();
  const isSelected = selection.ids.has(row.id);
  const failure = selection.state.failures.get(row.id);
  const style = height === undefined ? {} : { height };
  const line = gone && <GoneLine session={session} text={gone.text} by={gone.by} />;
  // The notice has told the agent what they did: this only keeps the place.
  if (gone?.isOwn) {
    return (
      <div key="gone" role="presentation" style={style} className={styles.line}>
        {line}
      </div>
    );
  }
  // Begins with the name, as a heading would; the numbers say which of two Janes it is, and which of her two conversations.
  const name = joined(
    plainName(session.contactName ?? ""),
    plainName(session.phoneNumber),
    writtenTo && fill(strings.WrittenTo, writtenTo),
    gone ? fill(gone.text, plainName(gone.by)) : "",
  );
  return (
    <div
      role="listitem"
      id={lineId(session.id)}
      aria-label={name}
      tabIndex={isTabStop ? 0 : -1}
      className={isSelected ? `${styles.line} ${selecting.selected}` : styles.line}
      style={style}
      aria-setsize={count}
      aria-posinset={number}
      aria-busy={pending !== null && !gone}
      {...{ [PLACE_ATTRIBUTE]: place, [PRESS_ATTRIBUTE]: `${session.id} ${gone ? "gone" : ""}` }}
    >
      {line ?? (
        <NotificationCard
          notification={row.notification}
          writtenTo={writtenTo}
          isLowerBound={isLowerBound}
          failure={failure ? failureText(failure.why, customerName(session), strings, failure.by) : ""}
          age={times.relative(session.newestUnreadAt, now)}
          waited={actions.includes("assign") ? waitedFor(now - session.oldestUnreadAt, strings.Culture) : ""}
          density={density}
          peek={peek}
          peeks={peeks}
          isGone={row.isGone}
          box={box}
          now={box ? now : 0}
          hasDraft={hasDraft}
          answering={answering}
          isStill={isStill}
          strings={strings}
          times={times}
          onAction={onAction}
        />
      )}
      {!gone && selection.canSelect(row) && (
        <SelectBox
          isChecked={isSelected}
          isShown={selection.ids.size > 0}
          subject={customerName(session)}
          strings={strings}
          onSelect={(isRange) => selection.select(row.id, isRange)}
        />
      )}
    </div>
  );
});
