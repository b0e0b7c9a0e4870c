import * as React from "react";

/** Less than this (px) is no thread, with a long name and its buttons above it: then the form scrolls. */
const LEAST = 420;

/** The height for an element that is to reach down to the window's end, as a CSS length. It is measured again when the window changes, the element's width does, or its end leaves the window. */
export function useRoom(element: React.RefObject<HTMLElement>): string {
  const [top, setTop] = React.useState(0);
  React.useLayoutEffect(() => {
    const look = () => {
      const rect = element.current?.getBoundingClientRect();
      // In a closed pane it has no place.
      if (rect && rect.width > 0) setTop(Math.max(0, Math.round(rect.top)));
    };
    look();
    window.addEventListener("resize", look);
    const observer = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(look);
    // What stands above it has grown: its end is out of the window.
    const end = typeof IntersectionObserver === "undefined" ? null : new IntersectionObserver(look, { threshold: 1 });
    if (element.current) {
      observer?.observe(element.current);
      end?.observe(element.current);
    }
    return () => {
      window.removeEventListener("resize", look);
      observer?.disconnect();
      end?.disconnect();
    };
  }, [element]);
  return `max(${LEAST}px, calc(100vh - ${top}px))`;
}
