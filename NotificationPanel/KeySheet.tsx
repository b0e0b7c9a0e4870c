import * as React from "react";
import { DefaultButton, Dialog, DialogFooter, DialogType, useTheme } from "@fluentui/react";
import type { PanelStrings } from "./panelStrings";
import { panelStyles } from "./panelStyles";

/** What a {@link KeySheet} tells. */
export interface KeySheetProps {
  readonly strings: PanelStrings;
  readonly onClose: () => void;
}

/** Which keys do what in the panel. Escape and a click beside it close it; the focus goes back where it came from. */
export function KeySheet({ strings, onClose }: KeySheetProps): React.ReactElement {
  const styles = panelStyles(useTheme());
  const lines: readonly (readonly [keys: string, meaning: string])[] = [
    ["↑ ↓", strings.KeyFor_rows],
    [strings.KeyName_ends, strings.KeyFor_ends],
    [strings.KeyName_pages, strings.KeyFor_pages],
    ["← →", strings.KeyFor_inside],
    [strings.KeyName_enter, strings.KeyFor_main],
    ["A", strings.KeyFor_take],
    ["D", strings.Action_dismiss],
    ["B", strings.Action_block],
    [strings.KeyName_space, strings.KeyFor_select],
    [strings.KeyName_selectAll, strings.KeyFor_selectAll],
    ["U", strings.KeyFor_undo],
    ["/", strings.KeyFor_search],
    ["?", strings.KeyFor_sheet],
    [strings.KeyName_escape, strings.KeyFor_close],
  ];
  return (
    <Dialog
      hidden={false}
      onDismiss={onClose}
      dialogContentProps={{ type: DialogType.normal, title: strings.KeysTitle }}
      modalProps={{ isBlocking: false }}
      minWidth={288}
      maxWidth={420}
    >
      <dl className={styles.keys}>
        {lines.map(([keys, meaning]) => (
          <React.Fragment key={keys}>
            <dt>
              <kbd className={styles.key}>{keys}</kbd>
            </dt>
            <dd className={styles.meaning}>{meaning}</dd>
          </React.Fragment>
        ))}
      </dl>
      <DialogFooter>
        <DefaultButton onClick={onClose} text={strings.Close} />
      </DialogFooter>
    </Dialog>
  );
}
