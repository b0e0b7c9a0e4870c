import * as React from "react";
import { Layer, useTheme } from "@fluentui/react";
import { counted, fill } from "../shared/ui/fill";
import { Icon } from "../shared/ui/Icon";
import type { Corner } from "../shared/domain/configuration";
import type { InboxSnapshot } from "../shared/inbox/snapshot";
import { bubbleStyles } from "./bubbleStyles";
import { countText } from "./countText";
import type { BubbleStrings } from "./strings";
import { useAnnouncement } from "./useAnnouncement";

/** What a {@link Bubble} shows. */
export interface BubbleProps {
  readonly snapshot: InboxSnapshot;
  readonly strings: BubbleStrings;
  readonly isRtl: boolean;
  /** How far the bubble keeps away from the page's edge at its end (px): the side panes are there. */
  readonly endInset: number;
  /** Goes to the bubble while it floats. */
  readonly button: React.RefObject<HTMLButtonElement>;
  /** The open panel leaves no room beside it: the bubble would lie on what it has opened. */
  readonly isCovered: boolean;
  readonly onToggle: () => void;
  /** Pointer or focus has come to the bubble: the panel may be opened next. */
  readonly onApproach: () => void;
}

/** Above the page, below the app's own dialogs, which take Fluent's 1,000,000. */
const LAYER_STYLES = { root: { zIndex: 99_999 } };

/** The message bubble: on every page, in its corner, with the number of unread messages. It is quiet at zero. */
export function Bubble({ snapshot, strings, isRtl, endInset, button, isCovered, onToggle, onApproach }: BubbleProps): React.ReactElement {
  const { unread, panelOpen, bubble } = snapshot;
  const styles = bubbleStyles(useTheme());
  const announcement = useAnnouncement(unread, countText(snapshot), strings.Announcement);
  const label = labelOf(snapshot, strings);
  return (
    <Layer styles={LAYER_STYLES}>
      <div dir={isRtl ? "rtl" : "ltr"}>
        <div role="status" className={styles.hidden}>
          {announcement}
        </div>
        <div role="status" className={styles.hidden}>
          {snapshot.opened && fill(strings.Opened, snapshot.opened)}
        </div>
        {bubble.floating && !isCovered && (
          <button
            ref={button}
            type="button"
            className={styles.bubble}
            style={positionOf(bubble.corner, endInset)}
            aria-label={label}
            aria-expanded={panelOpen}
            title={label}
            onClick={onToggle}
            onPointerEnter={onApproach}
            onFocus={onApproach}
          >
            <Icon name="Chat24Filled" />
            {unread !== null && unread > 0 && <span className={styles.count}>{countText(snapshot)}</span>}
          </button>
        )}
      </div>
    </Layer>
  );
}

function labelOf(snapshot: InboxSnapshot, strings: BubbleStrings): string {
  const { unread } = snapshot;
  if (unread === null) return strings.BubbleUnknown;
  return unread === 0 ? strings.BubbleNone : counted(strings, "BubbleUnread", unread, countText(snapshot));
}

/** Clear of the rails at the sides, of the command bar at the top, of the status bar of lists at the bottom; always inside the window. */
function positionOf(corner: Corner, endInset: number): React.CSSProperties {
  const vertical = corner.startsWith("top") ? { top: 112 } : { bottom: 56 };
  const isEnd = corner.endsWith("end");
  return { ...vertical, [isEnd ? "insetInlineEnd" : "insetInlineStart"]: isEnd ? `min(${endInset + 16}px, calc(100vw - 72px))` : 64 };
}
