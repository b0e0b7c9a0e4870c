import * as React from "react";
import type { FocusKeeper } from "./useFocusKeeper";

/**
 * Whoever had the focus on something that has gone finds it on the fallback.
 * @param area where the focus is kept: its handlers are what is returned
 * @param fallback can have the focus
 * @param shown what the area shows: when it changes, what had the focus may be gone
 */
export function useLostFocus(area: React.RefObject<HTMLElement>, fallback: React.RefObject<HTMLElement>, shown: unknown): FocusKeeper {
  const isInside = React.useRef(false);
  React.useEffect(() => {
    if (isInside.current && document.activeElement === document.body) fallback.current?.focus();
  }, [fallback, shown]);
  // Portals (the dialogs) tell their events here, too. React is silent while it removes elements: a blur is the agent going elsewhere.
  return {
    onFocus: ({ target }) => void (isInside.current = area.current?.contains(target) === true),
    onBlur: ({ relatedTarget }) => void (isInside.current = area.current?.contains(relatedTarget) === true),
  };
}
