import * as React from "react";
import { Shimmer, ShimmerElementType, useTheme } from "@fluentui/react";
import { Chat24Filled } from "../shared/ui/drawings";
import { Icon } from "../shared/ui/Icon";
import type { PanelStrings } from "./panelStrings";
import { panelStyles } from "./panelStyles";

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
