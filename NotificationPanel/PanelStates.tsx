import * as React from "react";
import { Shimmer, ShimmerElementType, useTheme } from "@fluentui/react";
import type { Problem } from "../shared/inbox/snapshot";
import { Bar } from "../shared/ui/Bar";
import { barStyles } from "../shared/ui/barStyles";
import { Chat24Filled } from "../shared/ui/drawings";
import { Icon } from "../shared/ui/Icon";
import { Template } from "../shared/ui/Template";
import type { PanelStrings } from "./panelStrings";
import { panelStyles } from "./panelStyles";
import { PRESS_ATTRIBUTE } from "./usePressGuard";
import type { Times } from "../shared/ui/times";

const SHIMMER = [
  { type: ShimmerElementType.circle, height: 40 },
  { type: ShimmerElementType.gap, width: 12, height: 40 },
  { type: ShimmerElementType.line, height: 16 },
];

/** Until the first list is there. */
export function LoadingState({ strings }: { readonly strings: PanelStrings }): React.ReactElement {
  const styles = panelStyles(useTheme());
  return (
    <div role="status" aria-label={strings.Loading}>
      {[0, 1, 2, 3].map((line) => (
        <div key={line} className={styles.shimmer} aria-hidden="true">
          <Shimmer shimmerElements={SHIMMER} />
        </div>
      ))}
    </div>
  );
}

/** There is a list, and nothing is on it. */
export function EmptyState({ strings }: { readonly strings: PanelStrings }): React.ReactElement {
  return <NothingState title={strings.EmptyTitle}>{strings.EmptyText}</NothingState>;
}

/** There is nothing to show, and what will be shown here. */
export function NothingState(props: { readonly title: string; readonly children: React.ReactNode }): React.ReactElement {
  const styles = panelStyles(useTheme());
  return (
    <div className={styles.state}>
      <span className={styles.stateIcon}>
        <Icon drawing={Chat24Filled} size={48} />
      </span>
      <div className={styles.stateTitle}>{props.title}</div>
      <div className={styles.stateText}>{props.children}</div>
    </div>
  );
}

/** What a {@link ProblemBar} tells. */
export interface ProblemBarProps {
  readonly problem: Problem | null;
  readonly strings: PanelStrings;
  readonly times: Times;
  readonly onRetry: () => void;
}

/** Says that the list is older than it should be, since when, and offers to try again. */
export function ProblemBar({ problem, strings, times, onRetry }: ProblemBarProps): React.ReactElement {
  const styles = barStyles(useTheme());
  return (
    <div role="status" {...{ [PRESS_ATTRIBUTE]: "problem" }}>
      {problem && (
        <Bar isWarning action={{ text: problem.kind === "stale" ? strings.RefreshNow : strings.Retry, run: onRetry }} close={null}>
          <div>{strings[`Problem_${problem.kind}` as const]}</div>
          {problem.asOf !== null && (
            <div className={styles.note}>
              <Template text={strings.ProblemAsOf} values={[times.absolute(problem.asOf)]} />
            </div>
          )}
        </Bar>
      )}
    </div>
  );
}
