import * as React from "react";
import { THREAD_WIDTH } from "./threadStyles";

/** What the bubble takes of a page's end, with a margin on both sides (px). */
const BUBBLE_COLUMN = 80;

/**
 * Tells how much of the window's end the thread takes (px), whenever that changes; 0 where it is a page in which the bubble has room beside the texts, and when it goes.
 * @param onInset the same function every time
 */
export function useBesideInset(element: React.RefObject<HTMLElement>, isRtl: boolean, onInset: (inset: number) => void): void {
  React.useEffect(() => {
    let told = 0;
    const tell = (inset: number) => {
      if (inset !== told) onInset(inset);
      told = inset;
    };
    const look = () => {
      const rect = element.current?.getBoundingClientRect();
      // A pane, or a page whose texts and box reach so near its end that the bubble would lie on them.
      const isBelow = rect && rect.width > 0 && (rect.width < window.innerWidth / 2 || rect.width < THREAD_WIDTH + 2 * BUBBLE_COLUMN);
      tell(isBelow ? Math.round(isRtl ? rect.right : window.innerWidth - rect.left) : 0);
    };
    look();
    window.addEventListener("resize", look);
    const observer = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(look);
    if (element.current) observer?.observe(element.current);
    return () => {
      window.removeEventListener("resize", look);
      observer?.disconnect();
      tell(0);
    };
  }, [element, isRtl, onInset]);
}
