import * as React from "react";
import type { BubblePlace } from "../shared/domain/settings";
import { clearTop, topOf } from "../shared/ui/bubblePlace";
import { isField } from "./isField";

/**
 * How the bubble makes way. Null: it need not. A number: it has stepped aside, so far (px) from the window's top. "faded": there was nowhere to
 * step; what is below shows through and takes the clicks.
 */
export type Clearance = number | "faded" | null;

/** A pointer that rests so long (ms) is where its agent works; one that is on its way to the bubble is not stopped by it. */
const REST = 300;
const ROWS = 'tr,li,article,[role="row"],[role="listitem"],[role="article"],[role="option"]';

/**
 * Keeps the bubble off what the agent works on: the element that has the focus, and the row on which the pointer rests. Both are told by the browser's
 * events; nothing of the app is looked up. A bubble that has the pointer stays where it is; one that has the focus
 * does not fade.
 * @param isHeld the agent has the bubble in the hand
 * @param inset what else moves the bubble sideways (px)
 */
export function useClearance(button: React.RefObject<HTMLElement>, place: BubblePlace, isHeld: boolean, inset: number): Clearance {
  const [clearance, setClearance] = React.useState<Clearance>(null);
  React.useEffect(() => {
    setClearance(null);
    if (isHeld) return;
    let pointer: PointerEvent | null = null;
    let row: Element | null = null;
    let timer = 0;

    const isAt = ({ left, top, right, bottom }: DOMRect) =>
      pointer && pointer.clientX >= left && pointer.clientX <= right && pointer.clientY >= top && pointer.clientY <= bottom;
    const look = () => {
      const own = button.current;
      if (!own) return;
      const focused = document.activeElement;
      // Nothing can be below it. Measuring would cost the start of the app a layout.
      if (!pointer && (focused === own || focused === document.body)) {
        setClearance(null);
        return;
      }
      const box = own.getBoundingClientRect();
      if (isAt(box)) {
        setClearance((before) => (before === "faded" ? null : before));
        return;
      }
      const boxes: DOMRect[] = [];
      for (const element of [focused, row]) {
        const covered = element?.getBoundingClientRect();
        // Neither the page nor a large part of it; a row only while the pointer is there.
        if (
          !element ||
          !covered ||
          element === own ||
          element === document.body ||
          (covered.height > window.innerHeight / 2 && !isField(element))
        )
          continue;
        if (element === focused || isAt(covered)) boxes.push(covered);
      }
      const top = topOf(place);
      const clear = clearTop(top, box.left, boxes);
      setClearance(clear === top ? null : (clear ?? (focused === own ? null : "faded")));
    };
    const onPointer = (event: PointerEvent) => {
      pointer = event;
      window.clearTimeout(timer);
      // A finger does not rest above a row.
      if (event.pointerType === "touch") return;
      timer = window.setTimeout(() => {
        row = event.target instanceof Element ? event.target.closest(ROWS) : null;
        look();
      }, REST);
    };
    look();
    window.addEventListener("pointermove", onPointer, true);
    for (const change of CHANGES) window.addEventListener(change, look, true);
    // Last of all who hear it: what is typed can move the field.
    window.addEventListener("input", look);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener("pointermove", onPointer, true);
      for (const change of CHANGES) window.removeEventListener(change, look, true);
      window.removeEventListener("input", look);
    };
  }, [button, place, isHeld, inset]);
  return clearance;
}

/** What can bring an element below the bubble, or take it away. */
const CHANGES = ["focusin", "focusout", "scroll", "resize"];
