import * as React from "react";
import { PrimaryButton, useTheme } from "@fluentui/react";
import type { IButtonStyles } from "@fluentui/react";
import { counted } from "../shared/ui/fill";
import type { PanelStrings } from "./panelStrings";
import { panelStyles } from "./panelStyles";

/** What a {@link WaitingButton} offers. */
export interface WaitingButtonProps {
  /** How many conversations wait to be shown. */
  readonly count: number;
  readonly strings: PanelStrings;
  readonly onShow: () => void;
}

const PILL: IButtonStyles = {
  root: { minWidth: 0, height: 24, minHeight: 24, padding: "0 12px", borderRadius: 12, pointerEvents: "auto" },
};

/** Shows what has come while somebody was at the list. It lies over the list's beginning, so that it moves nothing; that there is something is said once. */
export function WaitingButton({ count, strings, onShow }: WaitingButtonProps): React.ReactElement {
  const styles = panelStyles(useTheme());
  return (
    <>
      <div role="status" className={styles.hidden}>
        {count > 0 && strings.NewsWaiting}
      </div>
      {count > 0 && (
        <div className={styles.news} data-press="news">
          <PrimaryButton styles={PILL} text={counted(strings, "CountNew", count, String(count))} onClick={onShow} />
        </div>
      )}
    </>
  );
}
