import * as React from "react";
import { PANE_WIDTH } from "../shared/domain/hostPage";

/** Where the side pane is that hosts the panel. */
export interface PaneBox {
  readonly isVisible: boolean;
  /** From the window's top to the panel's (px): the rest of the window's height is the panel's. */
  readonly top: number;
  /** From the window's edge at its end (the right one, left to right) to the pane's inner edge, or further (px). */
  readonly endInset: number;
  /** The window's width (px). */
  readonly windowWidth: number;
}

/** Width of the rail on which the app shows the side panes' icons (px). */
const RAIL = 48;
/** The open pane with the rail beside it (px). The element alone does not tell: the form may have a margin around it. */
const OPEN = RAIL + PANE_WIDTH + 1;
const TELLS_SIZES = typeof ResizeObserver !== "undefined";
const CLOSED = { isVisible: false, top: 0, endInset: RAIL };

/**
 * Measures the element that the pane gives us; a closed pane has no size.
 * @param isThere whether the element is in the page: it may come late, go, and come back as another one
 * @param shown what the control shows: what stands above the element may have changed with it, so it is measured again
 */
export function usePaneBox(element: React.RefObject<HTMLElement>, isRtl: boolean, isThere: boolean, shown: unknown): PaneBox {
  const [box, setBox] = React.useState<PaneBox>({ ...CLOSED, windowWidth: window.innerWidth });
  const look = React.useCallback(() => {
    const rect = element.current?.getBoundingClientRect();
    const next = { ...(rect && rect.width > 0 ? boxOf(rect, isRtl) : CLOSED), windowWidth: window.innerWidth };
    setBox((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : next));
  }, [element, isRtl]);

  // A closed pane is not measured: that would cost the start of the app a layout. When it opens, the observer reports its size.
  const { isVisible } = box;
  React.useLayoutEffect(() => {
    if (isVisible || !TELLS_SIZES) look();
  }, [look, isVisible, shown]);
  React.useEffect(() => {
    window.addEventListener("resize", look);
    const observer = TELLS_SIZES ? new ResizeObserver(look) : null;
    if (element.current) observer?.observe(element.current);
    return () => {
      window.removeEventListener("resize", look);
      observer?.disconnect();
    };
  }, [element, look, isThere]);
  return box;
}

function boxOf(rect: DOMRect, isRtl: boolean): typeof CLOSED {
  const inset = isRtl ? rect.right : window.innerWidth - rect.left;
  return { isVisible: true, top: Math.max(0, Math.round(rect.top)), endInset: Math.max(OPEN, Math.round(inset)) };
}
