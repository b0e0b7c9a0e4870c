import * as React from "react";
import type { BubblePlace } from "../shared/domain/settings";
import { snap, step } from "./bubblePlace";

/** How the agent moves the bubble. */
export interface BubbleMove {
  /** Where it is, as far as this window knows. */
  readonly place: BubblePlace;
  /** The agent has it in the hand: its left and top (px). */
  readonly held: { readonly left: number; readonly top: number } | null;
  /** What a screen reader is to say: where it has gone. Null: nothing has moved. */
  readonly said: BubblePlace | "failed" | null;
  /** For the button. */
  readonly handlers: Pick<
    React.DOMAttributes<HTMLButtonElement>,
    "onPointerDown" | "onPointerMove" | "onPointerUp" | "onPointerCancel" | "onKeyDown" | "onKeyUp" | "onBlur" | "onClick"
  >;
}

/** What {@link useBubbleMove} works with. */
export interface BubbleMoving {
  /** Where the settings have it. */
  readonly settled: BubblePlace;
  readonly isRtl: boolean;
  /** What is kept free at the end of the page (px). */
  readonly endInset: number;
  /** Resolves to whether the place is kept. */
  readonly onSettle: (place: BubblePlace) => Promise<boolean>;
  /** A press that has moved nothing. */
  readonly onClick: () => void;
}

/** A press whose pointer goes less far (px) is a click. */
const DRAG = 5;

/**
 * The bubble moved by drag (it snaps to a side) and, while it has the focus, by Alt and the arrow keys. A move by keys is kept when Alt is let go or the focus leaves;
 * Escape takes back what was moved since the focus came, or the drag that is under way. A place that cannot be kept stays in this window.
 */
export function useBubbleMove({ settled, isRtl, endInset, onSettle, onClick }: BubbleMoving): BubbleMove {
  const [moved, setMoved] = React.useState<BubblePlace | null>(null);
  const [held, setHeld] = React.useState<BubbleMove["held"]>(null);
  const [said, setSaid] = React.useState<BubbleMove["said"]>(null);
  /** Where the pointer took hold of it, and whether that has become a drag. */
  const grip = React.useRef<{ x: number; y: number; left: number; top: number; hasMoved: boolean } | null>(null);
  const wasDragged = React.useRef(false);
  /** Where it was when the keys began to move it, and what they have not kept yet. */
  const before = React.useRef<BubblePlace | null>(null);
  const unkept = React.useRef<BubblePlace | null>(null);
  /** How many places the server has not answered for yet. */
  const asked = React.useRef(0);
  const place = moved ?? settled;
  // Another tab has moved it, or a corner was chosen; not a place of this window's that is older than where it is now.
  React.useEffect(() => {
    if (asked.current === 0) setMoved(null);
  }, [settled]);

  const keep = (next: BubblePlace) => {
    unkept.current = null;
    asked.current += 1;
    setMoved(next);
    void onSettle(next).then((isKept) => {
      asked.current -= 1;
      if (!isKept) setSaid("failed");
    });
  };
  const letGo = () => {
    grip.current = null;
    setHeld(null);
  };
  const settleKeys = () => unkept.current && keep(unkept.current);

  return {
    place,
    held,
    said,
    handlers: {
      onPointerDown({ button, clientX: x, clientY: y, pointerId, currentTarget }) {
        wasDragged.current = false;
        if (button !== 0) return;
        const { left, top } = currentTarget.getBoundingClientRect();
        grip.current = { x, y, left, top, hasMoved: false };
        currentTarget.setPointerCapture(pointerId);
      },
      onPointerMove({ clientX, clientY }) {
        const from = grip.current;
        if (!from) return;
        const [right, down] = [clientX - from.x, clientY - from.y];
        if (!from.hasMoved && Math.hypot(right, down) < DRAG) return;
        from.hasMoved = wasDragged.current = true;
        setHeld({ left: from.left + right, top: from.top + down });
      },
      onPointerUp() {
        if (held && grip.current) {
          const next = snap(held.left, held.top, endInset, isRtl);
          keep(next);
          setSaid(next);
        }
        letGo();
      },
      onPointerCancel: letGo,
      onKeyDown(event) {
        const { key, altKey } = event;
        if (key === "Escape" && (held ?? before.current)) {
          event.preventDefault();
          letGo();
          if (!before.current) return;
          keep(before.current);
          setSaid(before.current);
          before.current = null;
        }
        const next = altKey ? step(place, key, isRtl) : null;
        if (!next) return;
        // Alt and an arrow would leave the page.
        event.preventDefault();
        before.current ??= place;
        unkept.current = next;
        setMoved(next);
        setSaid(next);
      },
      onKeyUp({ key }) {
        if (key === "Alt") settleKeys();
      },
      onBlur() {
        settleKeys();
        before.current = null;
      },
      onClick() {
        // The click that ends a drag.
        if (!wasDragged.current) onClick();
        wasDragged.current = false;
      },
    },
  };
}
