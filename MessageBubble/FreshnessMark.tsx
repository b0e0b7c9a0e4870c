import * as React from "react";
import { mergeStyles, useTheme } from "@fluentui/react";
import type { InboxSnapshot } from "../shared/inbox/snapshot";
import { Clock16Regular, Question16Regular, WifiOff20Regular } from "../shared/ui/drawings";
import { Icon } from "../shared/ui/Icon";

/** The mark that says at a glance what the bubble's name says in words: a shape of its own for each state, so that no colour is needed to tell them apart. */
const MARKS = { offline: WifiOff20Regular, stale: Clock16Regular, unknown: Question16Regular } as const;

/** How far the number on the bubble can be trusted; null: it is as fresh as it is meant to be. */
function stateOf({ problem, staleAsOf, unread }: Pick<InboxSnapshot, "problem" | "staleAsOf" | "unread">): keyof typeof MARKS | null {
  if (problem?.kind === "offline") return "offline";
  if (staleAsOf !== null) return "stale";
  return unread === null ? "unknown" : null;
}

/** What a {@link FreshnessMark} shows. */
export interface FreshnessMarkProps {
  readonly snapshot: InboxSnapshot;
}

/** On the bubble's lower corner, where the number is not: offline, as of an earlier time, or not known; nothing while it is fresh. */
export function FreshnessMark({ snapshot }: FreshnessMarkProps): React.ReactElement | null {
  const { palette } = useTheme();
  const mark = stateOf(snapshot);
  if (!mark) return null;
  const className = mergeStyles({
    position: "absolute",
    bottom: -4,
    insetInlineEnd: -4,
    boxSizing: "border-box",
    width: 22,
    height: 22,
    padding: 2,
    border: `1px solid ${palette.neutralPrimary}`,
    borderRadius: "50%",
    background: palette.white,
    color: palette.neutralPrimary,
    lineHeight: 0,
  });
  return (
    <span className={className} data-freshness={mark}>
      <Icon drawing={MARKS[mark]} size={16} />
    </span>
  );
}
