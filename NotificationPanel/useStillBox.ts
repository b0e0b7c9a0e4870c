import * as React from "react";

/**
 * A box that scrolls and, while somebody is at the list, is not made higher by what comes into it: who has read to its end is scrolled on to the new end, and
 * who reads further up keeps their place.
 * @param shown what is in it; null: nothing yet, and what comes first makes the height
 */
export function useStillBox(
  isStill: boolean,
  shown: object | null,
): { readonly box: React.RefObject<HTMLDivElement>; readonly height: number | null } {
  const box = React.useRef<HTMLDivElement>(null);
  const [kept, setKept] = React.useState<{ readonly of: object; readonly height: number } | null>(null);
  React.useLayoutEffect(() => {
    const { current: element } = box;
    if (!element || shown === null || !isStill) {
      setKept(null);
      return;
    }
    setKept((known) => known ?? { of: shown, height: element.offsetHeight });
  }, [isStill, shown]);
  const isNews = kept !== null && kept.of !== shown;
  // Seen before the news is drawn: afterwards nobody is at the end.
  const isFollowing = isNews && isAtEnd(box.current);
  React.useLayoutEffect(() => {
    if (isFollowing && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [isFollowing, shown]);
  return { box, height: kept && kept.height > 0 ? kept.height : null };
}

/** A browser may tell parts of a pixel. */
const NEARLY = 2;

function isAtEnd(box: HTMLElement | null): boolean {
  return box !== null && box.scrollTop + box.clientHeight >= box.scrollHeight - NEARLY;
}
