import * as React from "react";
import { useTheme } from "@fluentui/react";
import { findStyles } from "./findStyles";

/** One of the {@link FilterTabs}. */
export interface FilterTab<Key extends string> {
  readonly key: Key;
  readonly text: string;
  /** What is in it; null: not known. */
  readonly count: number | null;
}

/** What {@link FilterTabs} show. */
export interface FilterTabsProps<Key extends string> {
  readonly tabs: readonly FilterTab<Key>[];
  readonly chosen: Key;
  /** Of all of them together. */
  readonly label: string;
  /** The language tag that numbers are written in. */
  readonly culture: string;
  /** The id of the element that shows what is in the tab. */
  readonly listId: string;
  readonly onChoose: (key: Key) => void;
}

/** The id of a tab, by which what it shows is named. */
export const tabId = (listId: string, key: string): string => `${listId}-${key}`;

/**
 * The tabs that filter the list, as one stop of the Tab key: arrows, Home and End choose. Their counts change silently; who goes to a tab hears its count.
 */
export function FilterTabs<Key extends string>(props: FilterTabsProps<Key>): React.ReactElement {
  const { tabs, chosen, label, culture, listId, onChoose } = props;
  const theme = useTheme();
  const styles = findStyles(theme);
  const tablist = React.useRef<HTMLDivElement>(null);
  const elements = React.useRef(new Map<Key, HTMLButtonElement>());
  const digits = React.useMemo(() => new Intl.NumberFormat(culture), [culture]);

  React.useLayoutEffect(() => {
    const list = tablist.current;
    const tab = elements.current.get(chosen);
    // Only where the row is too long for the panel; a wide one stays as it is.
    if (list && tab && list.scrollWidth > list.clientWidth) tab.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [chosen]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const [forth, back] = theme.rtl ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    const at = tabs.findIndex(({ key }) => key === chosen);
    const places: Readonly<Record<string, number>> = { [forth]: at + 1, [back]: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 };
    const next = tabs[(places[event.key] ?? NaN) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next.key);
    elements.current.get(next.key)?.focus();
  };
  return (
    <div ref={tablist} role="tablist" aria-label={label} className={styles.tabs} onKeyDown={onKeyDown}>
      {tabs.map(({ key, text, count }) => (
        <button
          key={key}
          ref={(element) => {
            if (element) elements.current.set(key, element);
          }}
          type="button"
          role="tab"
          id={tabId(listId, key)}
          aria-selected={key === chosen}
          aria-controls={listId}
          tabIndex={key === chosen ? 0 : -1}
          className={styles.tab}
          onClick={() => onChoose(key)}
        >
          <span className={styles.tabText} data-text={text}>
            {text}
          </span>{" "}
          {count !== null && <span className={styles.count}>{digits.format(count)}</span>}
        </button>
      ))}
    </div>
  );
}
