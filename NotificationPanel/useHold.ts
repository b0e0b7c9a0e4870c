import * as React from "react";

/** What can hold the list: a pointer over one of its parts, a finger on it, the focus in it, a question about it, a box to answer in that is open. */
export type Holder = "rows" | "foot" | "news" | "touch" | "focus" | "question" | "box";

/** Whether somebody is at the list, and how its parts say so. */
export interface Holding {
  readonly isHeld: boolean;
  /** A holder has come or has gone. */
  readonly mark: (holder: Holder, isThere: boolean) => void;
  /** Handlers for a part that holds the list while the pointer is over it. */
  readonly over: (part: "rows" | "foot") => Pick<React.HTMLAttributes<HTMLElement>, "onMouseEnter" | "onMouseLeave">;
  /** A finger has come to the list. */
  readonly onTouchStart: (event: Pick<React.TouchEvent, "target">) => void;
  /** Nobody is there any more, at once. */
  readonly letGo: () => void;
}

/** A pointer that slips off the list is back within this time (ms). */
const GRACE = 1_000;

/** Knows whether somebody is at the list, and for a moment after they have left. */
export function useHold(): Holding {
  const [isHeld, setHeld] = React.useState(false);
  const holders = React.useRef(new Set<Holder>());
  const timer = React.useRef(0);

  const letGo = React.useCallback(() => {
    holders.current.clear();
    window.clearTimeout(timer.current);
    setHeld(false);
  }, []);
  React.useEffect(() => () => window.clearTimeout(timer.current), []);

  const mark = React.useCallback((holder: Holder, isThere: boolean) => {
    const { current: there } = holders;
    if (there.has(holder) === isThere) return;
    if (isThere) there.add(holder);
    else there.delete(holder);
    window.clearTimeout(timer.current);
    if (there.size > 0) setHeld(true);
    else timer.current = window.setTimeout(() => setHeld(false), GRACE);
  }, []);

  const over = React.useCallback(
    (part: "rows" | "foot") => ({ onMouseEnter: () => mark(part, true), onMouseLeave: () => mark(part, false) }),
    [mark],
  );
  const onTouchStart = React.useCallback(
    ({ target }: Pick<React.TouchEvent, "target">) => {
      mark("touch", true);
      // The browser tells the end to what was touched, also when that has left the page meanwhile: a list that is scrolled far renders other rows.
      for (const end of ["touchend", "touchcancel"]) target.addEventListener(end, () => mark("touch", false), { once: true });
    },
    [mark],
  );
  return React.useMemo(() => ({ isHeld, mark, over, onTouchStart, letGo }), [isHeld, mark, over, onTouchStart, letGo]);
}
