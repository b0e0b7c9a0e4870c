import * as React from "react";

/**
 * Tells how much of the window's end the thread takes (px), whenever that changes; 0 where it is no pane beside the page, and when it goes.
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
      const isPane = rect && rect.width > 0 && rect.width < window.innerWidth / 2;
      tell(isPane ? Math.round(isRtl ? rect.right : window.innerWidth - rect.left) : 0);
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
