import * as React from "react";

/** A hand that is on its way presses what it saw before: so long (ms) after a change a press is not meant for what is there now. */
const MEMORY = 500;

interface Layout {
  readonly boxes: readonly { readonly element: Element; readonly box: DOMRect }[];
  /** The time (ms) when it was replaced. */
  readonly until: number;
}

/**
 * A press by pointer that lands on a button where another one lay half a second ago does nothing: it was meant for that one. The keyboard is not guarded.
 * @param area holds the buttons
 * @param shown what it shows: when it changes, they may have moved
 * @returns the handler for the area
 */
export function useMeantPresses(area: React.RefObject<HTMLElement>, shown: unknown): (event: React.MouseEvent) => void {
  const layouts = React.useRef<readonly Layout[]>([]);
  React.useLayoutEffect(() => {
    const now = performance.now();
    const boxes = Array.from(area.current?.querySelectorAll("button") ?? [], (element) => ({
      element,
      box: element.getBoundingClientRect(),
    }));
    layouts.current = [
      ...layouts.current.map((layout) => ({ ...layout, until: Math.min(layout.until, now) })).filter(({ until }) => now - until < MEMORY),
      { boxes, until: Number.POSITIVE_INFINITY },
    ];
  }, [area, shown]);
  return (event) => {
    const { clientX: x, clientY: y, detail, target } = event;
    const isElsewhere = (element: Element, { left, right, top, bottom }: DOMRect) =>
      x >= left && x < right && y >= top && y < bottom && !element.contains(target as Node);
    const now = performance.now();
    // A press by keyboard, or by assistive technology, is the click of no pointer: its count is 0.
    if (
      detail === 0 ||
      !layouts.current.some(({ boxes, until }) => now - until < MEMORY && boxes.some(({ element, box }) => isElsewhere(element, box)))
    )
      return;
    event.preventDefault();
    event.stopPropagation();
  };
}
