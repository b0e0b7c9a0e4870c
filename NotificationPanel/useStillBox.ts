import * as React from "react";

/**
 * A box that scrolls and, while somebody is at the list, is not made higher by what comes into it: the box scrolls there instead.
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
  React.useLayoutEffect(() => {
    if (isNews && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [isNews, shown]);
  return { box, height: kept && kept.height > 0 ? kept.height : null };
}
