import * as React from "react";
import { useTheme } from "@fluentui/react";
import { tabId } from "./FilterTabs";
import { findStyles } from "./findStyles";
import { FoundStatus } from "./FoundStatus";
import { NothingFound } from "./NothingFound";
import { NotificationList } from "./NotificationList";
import type { NotificationListProps } from "./NotificationList";
import { OtherTab } from "./OtherTab";
import type { OtherTabProps } from "./OtherTab";
import { EmptyState, LoadingState } from "./PanelStates";
import type { Finding } from "./useFinding";
import type { OtherLists } from "./useOtherList";

/** What a {@link PanelContent} shows. */
export interface PanelContentProps extends Omit<NotificationListProps, "listed" | "view" | "empty">, Omit<OtherTabProps, "list" | "words"> {
  readonly finding: Finding;
  /** Which list is chosen. */
  readonly others: OtherLists;
  /** The id of the element that the tabs belong to. */
  readonly listId: string;
  readonly searchBox: React.RefObject<HTMLInputElement>;
}

/** The list, or why there is none. Without a list nothing is claimed to be empty. */
export function PanelContent(props: PanelContentProps): React.ReactElement {
  const { snapshot, strings, finding, others, listId, searchBox } = props;
  const styles = findStyles(useTheme());
  const { search, found, onSearch, onFilter } = finding;
  const isReady = snapshot.phase === "ready";
  const clear = () => {
    onSearch("");
    searchBox.current?.focus();
  };
  const whyNone = () => {
    if (!isReady) return snapshot.problem && !snapshot.isLoading ? null : <LoadingState strings={strings} />;
    if (snapshot.notifications.length === 0) return <EmptyState strings={strings} />;
    return (
      <NothingFound
        search={search}
        hasOthers={search.filter !== "all" && found.counts.all > 0}
        strings={strings}
        onClear={clear}
        onShowAll={() => onFilter("all")}
      />
    );
  };
  const list = isReady ? others.chosen : null;
  const tabPanel = isReady && { role: "tabpanel", id: listId, "aria-labelledby": tabId(listId, list ?? search.filter) };
  if (list) {
    return (
      <div {...tabPanel} className={styles.list}>
        <OtherTab {...props} list={list} words={search.words} />
      </div>
    );
  }
  return (
    <div {...tabPanel} className={styles.list}>
      {/* Another search is another list. */}
      <NotificationList {...props} listed={found.notifications} view={JSON.stringify(search)} empty={whyNone()} />
      {isReady && <FoundStatus words={search.words} found={found} isLoading={finding.isLoading} strings={strings} />}
    </div>
  );
}
