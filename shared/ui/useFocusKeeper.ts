import * as React from "react";

/** Handlers for the element whose focus is kept. */
export interface FocusKeeper {
  readonly onFocus: (event: React.FocusEvent) => void;
  readonly onBlur: (event: React.FocusEvent) => void;
}

/** What {@link useFocusKeeper} works on. */
export interface FocusKeeping {
  readonly root: React.RefObject<HTMLElement>;
  /** Takes the focus where no item is left, or the focus was on none. */
  readonly fallback: React.RefObject<HTMLElement>;
  /** The items of the list; `placeOf` says which of them an element is in, -1 for none. */
  readonly items: { readonly selector: string; readonly placeOf: (element: Element) => number };
  /** A dialog of this element is open and has the focus meanwhile. */
  readonly isPaused: boolean;
  /** What the element shows: when it changes, what had the focus may be gone. */
  readonly shown: unknown;
}

/**
 * Keeps the focus of somebody who works by keyboard: when the focused item, notice or button leaves the page, the focus goes to the
 * item that came into its place, or to `fallback`; never to one of the item's buttons, where a second Enter would act on another customer.
 */
export function useFocusKeeper({ root, fallback, items, isPaused, shown }: FocusKeeping): FocusKeeper {
  const isInside = React.useRef(false);
  const place = React.useRef(-1);
  const { selector, placeOf } = items;

  React.useEffect(() => {
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (!isInside.current || !isLost || isPaused) return;
    const all = Array.from(root.current?.querySelectorAll<HTMLElement>(selector) ?? []);
    const next = all.find((item) => placeOf(item) === place.current) ?? all[all.length - 1];
    ((place.current < 0 ? null : next) ?? fallback.current)?.focus();
  }, [root, fallback, selector, placeOf, isPaused, shown]);

  return {
    onFocus(event) {
      // Portals (the dialogs) tell their events here too.
      if (!root.current?.contains(event.target)) return;
      isInside.current = true;
      place.current = placeOf(event.target);
    },
    onBlur(event) {
      // React is silent while it removes elements, so this is the agent going elsewhere.
      if (!isPaused) isInside.current = event.relatedTarget instanceof Node && root.current?.contains(event.relatedTarget) === true;
    },
  };
}
