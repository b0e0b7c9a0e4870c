import * as React from "react";
import { useTheme } from "@fluentui/react";
import type { Action } from "../shared/domain/session";
import type { PanelGateway } from "../shared/inbox/panelPorts";
import type { InboxSnapshot } from "../shared/inbox/snapshot";
import type { Times } from "../shared/ui/times";
import { BlockedTab } from "./BlockedTab";
import { DismissedTab } from "./DismissedTab";
import { PanelFoot } from "./PanelFoot";
import type { PanelStrings } from "./panelStrings";
import { panelStyles } from "./panelStyles";
import type { OtherList } from "./useOtherList";

/** What an {@link OtherTab} shows. */
export interface OtherTabProps {
  readonly list: OtherList;
  readonly snapshot: InboxSnapshot;
  readonly server: PanelGateway;
  /** What the agent looks for; empty: everything. */
  readonly words: string;
  /** Lies over the foot of the list. */
  readonly foot: React.ReactNode;
  readonly strings: PanelStrings;
  readonly times: Times;
  readonly onPerform: (action: Action, sessionId: string) => void;
  /** A session was restored, or a number unblocked: its id. */
  readonly onChanged: (id: string) => void;
  /** Takes a bug. */
  readonly onBug: (bug: unknown) => void;
}

/** A list of the panel that is not the notifications: what the viewer has dismissed, which numbers are blocked. */
export function OtherTab({ list, snapshot, foot, onPerform, ...props }: OtherTabProps): React.ReactElement {
  const styles = panelStyles(useTheme());
  const [footHeight, setFootHeight] = React.useState(0);
  const newest = React.useRef(snapshot);
  newest.current = snapshot;
  // A notice has a higher id than those before it. When one goes, nothing was blocked.
  const lastBlock = React.useRef(0);
  for (const { id, kind } of snapshot.notices) if (kind === "blocked") lastBlock.current = Math.max(lastBlock.current, id);
  const isOnline = React.useCallback(() => newest.current.problem?.kind !== "offline", []);
  return (
    <div className={styles.body}>
      <div className={styles.scroller} data-is-scrollable="true" style={{ paddingBlockEnd: footHeight }}>
        {list === "blocked" ? (
          <BlockedTab {...props} now={snapshot.now} isOnline={isOnline} lastBlock={lastBlock.current} />
        ) : (
          <DismissedTab
            {...props}
            sessions={snapshot.dismissed}
            now={snapshot.now}
            isOnline={isOnline}
            onDismiss={(id) => onPerform("dismiss", id)}
          />
        )}
      </div>
      <PanelFoot onHeight={setFootHeight}>{foot}</PanelFoot>
    </div>
  );
}
