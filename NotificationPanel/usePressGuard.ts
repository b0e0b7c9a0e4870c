import * as React from "react";
import { createLayoutLog, LAYOUT_MEMORY } from "./layoutLog";
import type { Box } from "./layoutLog";

/** The attribute by which an element says what a press on it is about: who, and what is offered. */
export const PRESS_ATTRIBUTE = "data-press";

/** The attribute of an element on which a press by pointer does nothing just now. Not aria-disabled: keyboard and assistive technology can press it. */
export const SETTLING_ATTRIBUTE = "data-settling";

/** Handlers for the element whose presses are guarded. */
export type PressGuard = Pick<
  React.HTMLAttributes<HTMLElement>,
  "onPointerDownCapture" | "onClickCapture" | "onKeyDownCapture" | "onInputCapture"
>;

/**
 * A press by pointer that lands on something that was not there half a second ago does nothing: it was meant for what lay there before. The keyboard is not
 * guarded: its press goes to what has the focus, wherever that is. What does nothing yet says so meanwhile ({@link SETTLING_ATTRIBUTE}). Not guarded, either, is what the agent has changed themselves: another tab or order, texts that they have opened.
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
  const timer = React.useRef(0);

  const tell = React.useCallback(() => {
    const { current: element } = area;
    const scrolled = scrolledBy(scroller, corrected);
    let isAny = false;
    for (const part of element ? partsIn(element) : []) {
      const { left, right, top, bottom } = part.getBoundingClientRect();
      const heights = [top + 1, (top + bottom) / 2, bottom - 1];
      const isSettling = heights.some((y) => log.hasChangedAt({ x: (left + right) / 2, y, scrolled }, performance.now()));
      if (part.hasAttribute(SETTLING_ATTRIBUTE) !== isSettling) part.toggleAttribute(SETTLING_ATTRIBUTE, isSettling);
      isAny = isAny || isSettling;
    }
    window.clearTimeout(timer.current);
    if (isAny) timer.current = window.setTimeout(tell, LAYOUT_MEMORY);
  }, [area, scroller, corrected, log]);

  React.useEffect(() => {
    const { current: element } = area;
    if (!element || typeof MutationObserver === "undefined") return undefined;
    const look = () => {
      log.note(boxesIn(element, scroller.current, scrolledBy(scroller, corrected)), performance.now());
      tell();
    };
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
      window.clearTimeout(timer.current);
    };
  }, [area, scroller, corrected, log, tell]);
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
      if (isRefused.current) return;
      log.forget();
      tell();
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

function partsIn(element: HTMLElement): readonly HTMLElement[] {
  return Array.from(element.querySelectorAll<HTMLElement>(`[${PRESS_ATTRIBUTE}]`));
}

/** Where the parts are; those that do not scroll lie over the others. */
function boxesIn(element: HTMLElement, scroller: HTMLElement | null, scrolled: number): readonly Box[] {
  const boxes = partsIn(element).map((part): Box => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const isScrolling = scroller?.contains(part) === true;
    const offset = isScrolling ? scrolled : 0;
    return { key: part.getAttribute(PRESS_ATTRIBUTE) ?? "", left, right, top: top + offset, bottom: bottom + offset, isScrolling };
  });
  return [...boxes.filter(({ isScrolling }) => !isScrolling), ...boxes.filter(({ isScrolling }) => isScrolling)];
}
