import * as React from "react";
import { PLACE_ATTRIBUTE, placeOf } from "../../NotificationPanel/useWindow";

/** Handlers for the element whose focus is kept. */
export interface FocusKeeper {
  readonly onFocus: (event: React.FocusEvent) => void;
  readonly onBlur: (event: React.FocusEvent) => void;
}

/**
 * Keeps the focus of somebody who works by keyboard: when the focused card, notice or button leaves the page, the focus goes to the
 * card that came into its place, or to `fallback`; never to one of the card's buttons, where a second Enter would act on another customer. `isAsking`: a dialog of this element is open and has the focus meanwhile.
 */
export function useFocusKeeper(root: React.RefObject<HTMLElement>, fallback: React.RefObject<HTMLElement>, isAsking: boolean): FocusKeeper {
  const isInside = React.useRef(false);
  const place = React.useRef(-1);

  React.useEffect(() => {
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (!isInside.current || !isLost || isAsking) return;
    const cards = Array.from(root.current?.querySelectorAll<HTMLElement>(`[${PLACE_ATTRIBUTE}]`) ?? []);
    const next = cards.find((card) => placeOf(card) === place.current) ?? cards[cards.length - 1];
    ((place.current < 0 ? null : next) ?? fallback.current)?.focus();
  });

  return {
    onFocus(event) {
      // Portals (the dialogs) tell their events here too.
      if (!root.current?.contains(event.target)) return;
      isInside.current = true;
      place.current = placeOf(event.target);
    },
    onBlur(event) {
      // React is silent while it removes elements, so this is the agent going elsewhere.
      if (!isAsking) isInside.current = event.relatedTarget instanceof Node && root.current?.contains(event.relatedTarget) === true;
    },
  };
}
