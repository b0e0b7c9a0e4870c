import * as React from "react";
import { IconButton, useTheme } from "@fluentui/react";
import { renderDismiss } from "../shared/ui/Bar";
import { findStyles } from "./findStyles";
import { Search16Regular } from "../shared/ui/drawings";
import { Icon } from "../shared/ui/Icon";
import type { PanelStrings } from "./panelStrings";

/** What a {@link SearchBox} shows. */
export interface SearchBoxProps {
  readonly words: string;
  readonly strings: PanelStrings;
  /** Goes to the box itself. */
  readonly input: React.RefObject<HTMLInputElement>;
  readonly onSearch: (words: string) => void;
}

/** Longer than any name; a whole text is not searched for. */
const LONGEST = 100;
const CLEAR = { root: { height: 28, width: 28, marginInlineEnd: 1 } };

/** The box to search notifications in. Escape empties it first; only in an empty box it means what it means around it. */
export function SearchBox({ words, strings, input, onSearch }: SearchBoxProps): React.ReactElement {
  const styles = findStyles(useTheme());
  const clear = () => {
    onSearch("");
    input.current?.focus();
  };
  return (
    <div className={styles.search}>
      <Icon drawing={Search16Regular} />
      <input
        ref={input}
        type="search"
        role="searchbox"
        className={styles.input}
        aria-label={strings.SearchLabel}
        placeholder={strings.SearchLabel}
        title={strings.SearchLabel}
        value={words}
        maxLength={LONGEST}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onSearch(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !words) return;
          event.stopPropagation();
          clear();
        }}
      />
      {words && (
        <IconButton
          styles={CLEAR}
          ariaLabel={strings.SearchClear}
          title={strings.SearchClear}
          onRenderIcon={renderDismiss}
          onClick={clear}
        />
      )}
    </div>
  );
}
