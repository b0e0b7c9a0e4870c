import * as React from "react";
import { Layer, useTheme } from "@fluentui/react";
import { fill } from "../shared/ui/fill";
import { BubbleButton } from "./BubbleButton";
import type { BubbleButtonProps } from "./BubbleButton";
import { bubbleStyles } from "./bubbleStyles";
import { useAnnouncement } from "./useAnnouncement";

/** What a {@link Bubble} shows. */
export interface BubbleProps extends BubbleButtonProps {
  /** The open panel leaves no room beside it: the bubble would lie on what it has opened. */
  readonly isCovered: boolean;
}

/** Above the page, below the app's own dialogs, which take Fluent's 1,000,000. */
const LAYER_STYLES = { root: { zIndex: 99_999 } };

/** The message bubble on every page, and what a screen reader is told of news wherever the agent is. It is quiet at zero. */
export function Bubble({ isCovered, ...button }: BubbleProps): React.ReactElement {
  const { snapshot, strings, isRtl } = button;
  const styles = bubbleStyles(useTheme());
  const announcement = useAnnouncement(snapshot, strings);
  return (
    <Layer styles={LAYER_STYLES}>
      <div dir={isRtl ? "rtl" : "ltr"}>
        <div role="status" className={styles.hidden}>
          {announcement}
        </div>
        <div role="status" className={styles.hidden}>
          {snapshot.opened && fill(strings.Opened, snapshot.opened)}
        </div>
        {snapshot.bubble.floating && !isCovered && <BubbleButton {...button} />}
      </div>
    </Layer>
  );
}
