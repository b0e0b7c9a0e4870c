import * as React from "react";
import { css, getId, useTheme } from "@fluentui/react";
import { parseShortcut } from "../shared/domain/shortcut";
import { besideStyle, cornerPlace, placeStyle } from "../shared/ui/bubblePlace";
import { fill } from "../shared/ui/fill";
import { Chat24Filled } from "../shared/ui/drawings";
import { Icon } from "../shared/ui/Icon";
import type { BubbleMove, BubbleMoving, BubblePress } from "../NotificationPanel/bubbleMover";
import type { PanelParts } from "../NotificationPanel/panelParts";
import type { BubblePlace } from "../shared/domain/settings";
import type { Inbox } from "../shared/inbox/inbox";
import type { InboxSnapshot } from "../shared/inbox/snapshot";
import type { Times } from "../shared/ui/times";
import { bubbleName } from "./bubbleName";
import { bubbleStyles } from "./bubbleStyles";
import { countText } from "./countText";
import { FreshnessMark } from "./FreshnessMark";
import { quietUntil } from "./quietUntil";
import type { BubbleStrings } from "./bubbleStrings";
import { useClearance } from "./useClearance";
import { usePulse } from "./usePulse";

/** What a {@link BubbleButton} shows. */
export interface BubbleButtonProps {
  readonly snapshot: InboxSnapshot;
  readonly strings: BubbleStrings;
  readonly times: Times;
  readonly isRtl: boolean;
  /** How far the bubble keeps away from the page's edge at its end (px): the side panes are there. */
  readonly endInset: number;
  /** Goes to the bubble. */
  readonly button: React.RefObject<HTMLButtonElement>;
  /** They keep the place that the bubble is moved to. */
  readonly getActions: Inbox["getActions"];
  /** Makes the bubble movable; null until the panel's code is there. */
  readonly createMover: PanelParts["createBubbleMover"] | null;
  readonly onToggle: () => void;
  /** Pointer or focus has come to the bubble: the panel may be opened next. */
  readonly onApproach: () => void;
}

/** So long (ms) it can be read beside the bubble that its place could not be kept. */
const TOLD = 10_000;
const AT_REST: BubbleMove = { moved: null, asked: 0, held: null, said: null };

/** The bubble itself: the number of unread messages, in its corner or where the agent has moved it to. */
export function BubbleButton(props: BubbleButtonProps): React.ReactElement {
  const { snapshot, strings, times, isRtl, endInset, button, getActions, createMover, onToggle, onApproach } = props;
  const { unread, news, panelOpen, bubble, settings } = snapshot;
  const chosen = settings?.chosen;
  const styles = bubbleStyles(useTheme());
  const [hintId] = React.useState(() => getId("bubble"));
  const settled = React.useMemo(() => chosen?.place ?? cornerPlace(bubble.corner), [chosen?.place, bubble.corner]);
  const [move, setMove] = React.useState<BubbleMove>(AT_REST);
  const { held, said } = move;
  const place = move.moved ?? settled;
  // Another tab has moved it, or a corner was chosen; not a place of this window's that is older than where it is now.
  React.useEffect(() => setMove((before) => (before.asked > 0 ? before : { ...before, moved: null })), [settled]);
  const onSettle = async (next: BubblePlace) => (await getActions()?.settings.saveSettings({ place: next })) === null;
  const moving = React.useRef<BubbleMoving | null>(null);
  const press = React.useRef<BubblePress | null>(null);
  moving.current = { place, press: null, isRtl, endInset, onSettle, onClick: onToggle };
  const mover = React.useMemo(
    () => createMover?.(setMove, () => ({ ...(moving.current as BubbleMoving), press: press.current })),
    [createMover],
  );
  React.useEffect(() => {
    if (said !== "failed") return;
    const timer = setTimeout(() => setMove((before) => ({ ...before, said: null })), TOLD);
    return () => clearTimeout(timer);
  }, [said]);
  const isQuiet = quietUntil(snapshot) !== null;
  const clearance = useClearance(button, place, held !== null, endInset);
  const { pulse, onEnd } = usePulse(news?.at ?? null, isQuiet);
  const shortcut = chosen && parseShortcut(chosen.shortcut);
  const label = bubbleName(snapshot, strings, times);
  const aside = typeof clearance === "number" && { top: clearance, bottom: undefined };
  return (
    <>
      <div
        role="status"
        className={said === "failed" ? styles.told : styles.hidden}
        style={said === "failed" ? { ...besideStyle(place, endInset), ...aside } : undefined}
      >
        {said && saidText(said, strings)}
      </div>
      <span id={hintId} hidden>
        {strings.BubbleHint}
      </span>
      <button
        ref={button}
        type="button"
        className={css(styles.bubble, clearance === "faded" && styles.faded)}
        style={held ?? { ...placeStyle(place, endInset), ...aside }}
        aria-label={label}
        aria-expanded={panelOpen}
        aria-describedby={hintId}
        aria-keyshortcuts={shortcut?.replace("Ctrl", "Control")}
        title={shortcut ? `${label} (${shortcut})` : label}
        onPointerEnter={onApproach}
        onFocus={onApproach}
        onPointerDown={({ button: pressed, clientX: x, clientY: y, pointerId, currentTarget }) => {
          press.current = pressed === 0 ? { x, y } : null;
          currentTarget.setPointerCapture(pointerId);
        }}
        onClick={onToggle}
        {...mover}
        onKeyDown={(event) => {
          // It would leave the page.
          if (event.altKey && event.key.startsWith("Arrow")) event.preventDefault();
          mover?.onKeyDown(event);
        }}
      >
        {pulse > 0 && <span key={pulse} className={styles.pulse} onAnimationEnd={onEnd} />}
        <Icon drawing={Chat24Filled} />
        {unread !== null && unread > 0 && <span className={styles.count}>{countText(snapshot)}</span>}
        <FreshnessMark snapshot={snapshot} />
        {isQuiet && <span className={styles.quiet}>–</span>}
      </button>
    </>
  );
}

function saidText(said: NonNullable<BubbleMove["said"]>, strings: BubbleStrings): string {
  if (said === "failed") return strings.BubbleNotKept;
  const share = new Intl.NumberFormat(strings.Culture, { style: "percent" }).format(said.permille / 1000);
  return fill(strings[`BubbleMoved_${said.side}`], share);
}
