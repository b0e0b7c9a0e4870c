import * as React from "react";
import { fill } from "../shared/ui/fill";
import type { PanelStrings } from "./panelStrings";
import { useSelectionStyles } from "./useSelectionStyles";

/** What a {@link SelectBox} shows. */
export interface SelectBoxProps {
  readonly isChecked: boolean;
  /** Something is selected: then every box is seen, not only the one that pointer or focus is at. */
  readonly isShown: boolean;
  /** Whom the row is about. */
  readonly subject: string;
  readonly strings: PanelStrings;
  /** `isRange`: Shift was held. */
  readonly onSelect: (isRange: boolean) => void;
}

/** Selects a row. It lies over the card's margin, so that it moves nothing when it comes. The keyboard uses Space on the row. */
export function SelectBox({ isChecked, isShown, subject, strings, onSelect }: SelectBoxProps): React.ReactElement {
  const styles = useSelectionStyles();
  return (
    <label className={isShown ? `${styles.box} ${styles.shown}` : styles.box}>
      <input
        type="checkbox"
        className={styles.check}
        tabIndex={-1}
        checked={isChecked}
        aria-label={fill(strings.SelectFor, subject)}
        onChange={({ nativeEvent }) => onSelect(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
    </label>
  );
}
