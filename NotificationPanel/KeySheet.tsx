import * as React from "react";
import { DefaultButton, Link, useTheme } from "@fluentui/react";
import { parseShortcut } from "../shared/domain/shortcut";
import { DialogFrame } from "../shared/ui/DialogFrame";
import type { PanelStrings } from "./panelStrings";
import { panelStyles } from "./panelStyles";

/** The focus is on Close at first, not on the way out of the panel. */
const FOCUS = "[data-close]";

/** What a {@link KeySheet} tells. */
export interface KeySheetProps {
  /** The agent's own, as their settings have it. */
  readonly shortcut: string;
  readonly strings: PanelStrings;
  readonly onClose: () => void;
}

/** Which keys do what in the panel, open it, and move the bubble; and the way to the agents' guide, in a tab of its own. Escape and a click beside it close it; the focus goes back where it came from. */
export function KeySheet({ shortcut, strings, onClose }: KeySheetProps): React.ReactElement {
  const styles = panelStyles(useTheme());
  const opening = parseShortcut(shortcut);
  const lines: readonly (readonly [keys: string, meaning: string])[] = [
    ...(opening ? [[opening, strings.KeyFor_open] as const] : []),
    ["↑ ↓", strings.KeyFor_rows],
    [strings.KeyName_ends, strings.KeyFor_ends],
    [strings.KeyName_pages, strings.KeyFor_pages],
    ["← →", strings.KeyFor_inside],
    [strings.KeyName_enter, strings.KeyFor_main],
    ["A", strings.KeyFor_take],
    ["D", strings.Action_dismiss],
    ["B", strings.Action_block],
    ["R", strings.Action_answer],
    [strings.KeyName_space, strings.KeyFor_select],
    [strings.KeyName_selectAll, strings.KeyFor_selectAll],
    ["U", strings.KeyFor_undo],
    ["/", strings.KeyFor_search],
    ["?", strings.KeyFor_sheet],
    [strings.KeyName_escape, strings.KeyFor_close],
    ["Alt+↑ ↓ ← →", strings.KeyFor_bubble],
  ];
  return (
    <DialogFrame
      title={strings.KeysTitle}
      maxWidth={420}
      isBlocking={false}
      firstFocus={FOCUS}
      buttons={[<DefaultButton key="close" data-close onClick={onClose} text={strings.Close} />]}
      onDismiss={onClose}
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
      <Link href={strings.GuideAddress} target="_blank" rel="noopener noreferrer">
        {strings.GuideLink}
      </Link>
    </DialogFrame>
  );
}
