import * as React from "react";
import { PrimaryButton, useTheme } from "@fluentui/react";
import type { IButtonStyles } from "@fluentui/react";
import { counted } from "../shared/ui/fill";
import type { PanelStrings } from "./panelStrings";
import { panelStyles } from "./panelStyles";
import type { News } from "./useNews";
import { PRESS_ATTRIBUTE } from "./usePressGuard";

/** What a {@link WaitingButton} offers. */
export interface WaitingButtonProps {
  /** Null: nothing waits. */
  readonly news: News | null;
  /** Goes to what holds the button. */
  readonly box: React.RefObject<HTMLDivElement>;
  readonly strings: PanelStrings;
}

const PILL: IButtonStyles = { root: { minWidth: 0, height: 28, minHeight: 28, padding: "0 8px", borderRadius: 14, whiteSpace: "nowrap" } };
const IN_ONE_LINE = { flexShrink: 0 };

/** Shows what has come while somebody was at the list. It stands above the list, in room that the search box gives: it covers no card and moves none. That there is something is said once. */
export function WaitingButton({ news, box, strings }: WaitingButtonProps): React.ReactElement {
  const styles = panelStyles(useTheme());
  return (
    <>
      <div role="status" className={styles.hidden}>
        {news && strings.NewsWaiting}
      </div>
      {news && (
        <div ref={box} style={IN_ONE_LINE} {...news.hold} {...{ [PRESS_ATTRIBUTE]: "news" }}>
          <PrimaryButton styles={PILL} text={counted(strings, "CountNew", news.count, String(news.count))} onClick={news.onShow} />
        </div>
      )}
    </>
  );
}
