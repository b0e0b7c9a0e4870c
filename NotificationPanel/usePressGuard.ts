import * as React from "react";
import { createLayoutLog } from "./layoutLog";
import type { Box } from "./layoutLog";

/** The attribute by which an element says what a press on it is about: who, and what is offered. */
export const PRESS_ATTRIBUTE = "data-press";

/** Handlers for the element whose presses are guarded. */
export type PressGuard = Pick<
  React.HTMLAttributes<HTMLElement>,
  "onPointerDownCapture" | "onClickCapture" | "onKeyDownCapture" | "onInputCapture"
>;

/**
 * A press by pointer that lands on something that was not there half a second ago does nothing: it was meant for what lay there before. The keyboard is not
 * guarded: its press goes to what has the focus, wherever that is. Nor is what the agent has changed themselves: another tab or order, texts that they have opened.
 * @param area what is guarded; its parts carry {@link PRESS_ATTRIBUTE}
 * @param scroller the part that scrolls: that the agent scrolls is no change of what lies there
 * @param corrected how far it was scrolled to keep on the screen what was there (px)
 * @param view what the agent has chosen to see; another one begins anew
 */
export function usePressGuard(
  area: React.RefObject<HTMLElement>,
  scroller: React.RefObject<HTMLElement>,
  corrected: React.RefObject<number>,
  view: string,
): PressGuard {
  const [log] = React.useState(createLayoutLog);
  const isRefused = React.useRef(false);

  React.useEffect(() => {
    const { current: element } = area;
    if (!element || typeof MutationObserver === "undefined") return undefined;
    const look = () => log.note(boxesIn(element, scroller.current, scrolledBy(scroller, corrected)), performance.now());
    look();
    const observer = new MutationObserver(look);
    observer.observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ["style", PRESS_ATTRIBUTE],
    });
    // What stands above it has grown, or has gone: it moves as a whole, and its height is what is left.
    const sizes = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(look);
    sizes?.observe(element);
    return () => {
      observer.disconnect();
      sizes?.disconnect();
    };
  }, [area, scroller, corrected, log]);
  const seen = React.useRef(view);
  React.useLayoutEffect(() => {
    if (seen.current === view) return;
    seen.current = view;
    // Now, before the observer hears of it.
    log.expect(null, performance.now());
  }, [view, log]);

  const pointOf = ({ clientX: x, clientY: y }: React.MouseEvent) => ({ x, y, scrolled: scrolledBy(scroller, corrected) });
  return {
    onPointerDownCapture(event) {
      isRefused.current = log.hasChangedAt(pointOf(event), performance.now());
      if (!isRefused.current) log.forget();
    },
    onClickCapture(event) {
      // A press by keyboard, or by assistive technology, is the click of no pointer: its count is 0.
      if (isRefused.current && event.detail > 0) {
        event.preventDefault();
        event.stopPropagation();
      } else log.expect(event.detail > 0 ? pointOf(event) : null, performance.now());
      isRefused.current = false;
    },
    onKeyDownCapture: () => log.expect(null, performance.now()),
    // What is pasted or dictated comes without a key.
    onInputCapture: () => log.expect(null, performance.now()),
  };
}

/** By how much the agent has scrolled (px). */
function scrolledBy(scroller: React.RefObject<HTMLElement>, corrected: React.RefObject<number>): number {
  return (scroller.current?.scrollTop ?? 0) - (corrected.current ?? 0);
}

/** Where the parts are; those that do not scroll lie over the others. */
function boxesIn(element: HTMLElement, scroller: HTMLElement | null, scrolled: number): readonly Box[] {
  const boxes = Array.from(element.querySelectorAll<HTMLElement>(`[${PRESS_ATTRIBUTE}]`)).map((part): Box => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const isScrolling = scroller?.contains(part) === true;
    const offset = isScrolling ? scrolled : 0;
    return { key: part.getAttribute(PRESS_ATTRIBUTE) ?? "", left, right, top: top + offset, bottom: bottom + offset, isScrolling };
  });
  return [...boxes.filter(({ isScrolling }) => !isScrolling), ...boxes.filter(({ isScrolling }) => isScrolling)];
}
