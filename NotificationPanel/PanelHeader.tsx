import * as React from "react";
import { IconButton, useTheme } from "@fluentui/react";
import { renderDismiss } from "../shared/ui/Bar";
import { FilterTabs } from "./FilterTabs";
import type { FilterTab } from "./FilterTabs";
import { OrderButton } from "./OrderButton";
import { Settings20Regular } from "../shared/ui/drawings";
import { Icon } from "../shared/ui/Icon";
import type { PanelStrings } from "./panelStrings";
import { panelStyles } from "./panelStyles";
import { SearchBox } from "./SearchBox";
import { WaitingButton } from "./WaitingButton";
import type { Finding } from "./useFinding";
import type { News } from "./useNews";
import type { OtherList, OtherLists } from "./useOtherList";
import type { ListFilter } from "../shared/domain/settings";

/** What a {@link PanelHeader} shows. */
export interface PanelHeaderProps {
  /** Goes to the title; null: what is around the panel has a title already, and one is enough. */
  readonly title: React.RefObject<HTMLDivElement> | null;
  /** Null: there is no list yet that anything could be found in. */
  readonly finding: Finding | null;
  readonly others: OtherLists;
  /** Goes to the search box. */
  readonly searchBox: React.RefObject<HTMLInputElement>;
  /** What waits to be shown; null: nothing. */
  readonly news: News | null;
  /** Goes to what holds the button that shows it. */
  readonly newsBox: React.RefObject<HTMLDivElement>;
  /** The id of the element that the tabs belong to. */
  readonly listId: string;
  readonly strings: PanelStrings;
  /** Null: the agent's settings are not known yet. */
  readonly onSettings: (() => void) | null;
  /** Null: something around the panel closes it. */
  readonly onClose: (() => void) | null;
}

const FILTERS: readonly ListFilter[] = ["all", "new", "mine", "waiting"];

/** The panel's head: its title where nothing around it has one, what finds notifications, settings. */
export function PanelHeader(props: PanelHeaderProps): React.ReactElement {
  const { title, finding, others, searchBox, news, newsBox, listId, strings, onSettings, onClose } = props;
  const styles = panelStyles(useTheme());
  const close = onClose && <IconButton ariaLabel={strings.Close} title={strings.Close} onRenderIcon={renderDismiss} onClick={onClose} />;
  return (
    <>
      {title && (
        <div className={styles.header}>
          {/* Not an h2: the app's own style of headings would apply. */}
          <div ref={title} role="heading" aria-level={2} className={styles.title} tabIndex={-1}>
            {strings.PanelTitle}
          </div>
          {close}
        </div>
      )}
      {(finding ?? onSettings ?? (!title && onClose)) && (
        <div className={styles.tools}>
          {finding && <SearchBox words={finding.search.words} strings={strings} input={searchBox} onSearch={finding.onSearch} />}
          {finding && <WaitingButton news={news} box={newsBox} strings={strings} />}
          {finding && !others.chosen && <OrderButton order={finding.search.order} strings={strings} onChoose={finding.onOrder} />}
          {onSettings && (
            <IconButton ariaLabel={strings.Settings} title={strings.Settings} onRenderIcon={renderGear} onClick={onSettings} />
          )}
          {!title && close}
        </div>
      )}
      {finding && (
        <FilterTabs
          tabs={[...FILTERS.map((key) => ({ key, count: finding.found.counts[key] })), ...others.offered].map(
            ({ key, count }): FilterTab<ListFilter | OtherList> => ({ key, text: strings[`Filter_${key}` as const], count }),
          )}
          chosen={others.chosen ?? finding.search.filter}
          label={strings.Filters}
          culture={strings.Culture}
          listId={listId}
          onChoose={(key) => {
            const isOther = key === "dismissed" || key === "blocked";
            others.choose(isOther ? key : null);
            if (!isOther) finding.onFilter(key);
          }}
        />
      )}
    </>
  );
}

function renderGear(): React.ReactElement {
  return <Icon drawing={Settings20Regular} />;
}
