/** Moving the bubble: by drag, and by Alt and the arrow keys. Loaded with the panel, when pointer or focus first comes to the bubble. */
import type { DOMAttributes } from "react";
import type { BubblePlace } from "../shared/domain/settings";
import { snap, step } from "../shared/ui/bubblePlace";

/** What a move changes. */
export interface BubbleMove {
  /** Where the agent has put it in this window; null: where the settings have it. */
  readonly moved: BubblePlace | null;
  /** How many places the server has not answered for yet. */
  readonly asked: number;
  /** The agent has it in the hand: its left and top (px). */
  readonly held: { readonly left: number; readonly top: number } | null;
  /** What a screen reader is to say: where it has gone, or that this could not be kept. Null: nothing has moved. */
  readonly said: BubblePlace | "failed" | null;
}

/** Where the pointer went down on the bubble; another press is another object. */
export interface BubblePress {
  readonly x: number;
  readonly y: number;
}

/** What a mover works with, as it is at the moment. */
export interface BubbleMoving {
  readonly place: BubblePlace;
  /** The last one, perhaps from before this was loaded; the bubble has captured its pointer. */
  readonly press: BubblePress | null;
  readonly isRtl: boolean;
  /** What is kept free at the end of the page (px). */
  readonly endInset: number;
  /** Resolves to whether the place is kept. */
  readonly onSettle: (place: BubblePlace) => Promise<boolean>;
  /** A press that has moved nothing. */
  readonly onClick: () => void;
}

type Handlers = DOMAttributes<HTMLButtonElement>;
type Handled = "onPointerMove" | "onPointerUp" | "onPointerCancel" | "onKeyDown" | "onKeyUp" | "onBlur" | "onClick";

/** For the bubble's button. */
export type BubbleMover = { readonly [Name in Handled]: NonNullable<Handlers[Name]> };

/** A press whose pointer goes less far (px) is a click. */
const DRAG = 5;

/**
 * Moves the bubble by drag (it snaps to a side) and, while it has the focus, by Alt and the arrow keys. A move by keys is kept when Alt is let go or the focus leaves;
 * Escape takes back what was moved since the focus came, or the drag that is under way. A place that cannot be kept stays in this window.
 */
export function createBubbleMover(change: (turn: (move: BubbleMove) => BubbleMove) => void, now: () => BubbleMoving): BubbleMover {
  /** Where the bubble was when the press began to move it. */
  let from: BubbleMove["held"] = null;
  let held: BubbleMove["held"] = null;
  /** Presses that have become a drag, and that are over. */
  let dragged: BubblePress | null = null;
  let over: BubblePress | null = null;
  /** Where it was when the keys began to move it, and what they have not kept yet. */
  let before: BubblePlace | null = null;
  let unkept: BubblePlace | null = null;

  const set = (part: Partial<BubbleMove>) => change((move) => ({ ...move, ...part }));
  const keep = (place: BubblePlace) => {
    unkept = null;
    change((move) => ({ ...move, moved: place, asked: move.asked + 1 }));
    void now()
      .onSettle(place)
      .then((isKept) => change((move) => ({ ...move, asked: move.asked - 1, said: isKept ? move.said : "failed" })));
  };
  const hold = (next: BubbleMove["held"]) => {
    held = next;
    set({ held });
  };
  const letGo = () => {
    over = now().press;
    from = null;
    hold(null);
  };
  const settleKeys = () => {
    if (unkept) keep(unkept);
  };
  return {
    onPointerMove({ clientX, clientY, buttons, currentTarget }) {
      const { press } = now();
      if (!press || press === over || buttons !== 1) return;
      from ??= currentTarget.getBoundingClientRect();
      const [right, down] = [clientX - press.x, clientY - press.y];
      if (!held && Math.hypot(right, down) < DRAG) return;
      dragged = press;
      hold({ left: from.left + right, top: from.top + down });
    },
    onPointerUp() {
      if (held) {
        const { endInset, isRtl } = now();
        const place = snap(held.left, held.top, endInset, isRtl);
        keep(place);
        set({ said: place });
      }
      letGo();
    },
    onPointerCancel() {
      dragged = null;
      letGo();
    },
    onKeyDown(event) {
      const { key, altKey } = event;
      if (key === "Escape" && (held ?? before)) {
        event.preventDefault();
        letGo();
        if (before) {
          keep(before);
          set({ said: before });
        }
        before = null;
      }
      const { place, isRtl } = now();
      const next = altKey ? step(place, key, isRtl) : null;
      if (!next) return;
      before ??= place;
      unkept = next;
      set({ moved: next, said: next });
    },
    onKeyUp({ key }) {
      if (key === "Alt") settleKeys();
    },
    onBlur() {
      settleKeys();
      before = null;
    },
    onClick() {
      // The click that ends a drag.
      if (!dragged || dragged !== now().press) now().onClick();
      dragged = null;
    },
  };
}
