import * as React from "react";
import { DefaultButton, useTheme } from "@fluentui/react";
import { Template } from "../shared/ui/Template";
import type { Search } from "./findNotifications";
import { Search16Regular } from "../shared/ui/drawings";
import { Icon } from "../shared/ui/Icon";
import type { PanelStrings } from "./panelStrings";
import { panelStyles } from "./panelStyles";

/** What {@link NothingFound} tells. */
export interface NothingFoundProps {
  readonly search: Search;
  /** Other tabs have what this one has not. */
  readonly hasOthers: boolean;
  readonly strings: PanelStrings;
  readonly onClear: () => void;
  readonly onShowAll: () => void;
}

/** There are notifications, and search and tab leave none of them: it says which of the two, and offers to take that back. */
export function NothingFound({ search, hasOthers, strings, onClear, onShowAll }: NothingFoundProps): React.ReactElement {
  const styles = panelStyles(useTheme());
  const { filter } = search;
  const words = search.words.trim();
  return (
    <div className={styles.state}>
      <span className={styles.stateIcon}>
        <Icon drawing={Search16Regular} size={32} />
      </span>
      <div className={styles.stateTitle}>{words || filter === "all" ? strings.NothingFound : strings[`None_${filter}` as const]}</div>
      <div className={styles.stateText}>
        {words ? <Template text={strings.NothingFoundText} values={[words, strings[`Filter_${filter}` as const]]} /> : strings.NoneText}
      </div>
      {words && <DefaultButton text={strings.SearchClear} onClick={onClear} />}
      {hasOthers && <DefaultButton text={strings.ShowAll} onClick={onShowAll} />}
    </div>
  );
}
