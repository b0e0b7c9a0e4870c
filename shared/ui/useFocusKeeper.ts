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
  /** Finds the items of the list; each has an id, and can have the focus. */
  readonly selector: string;
  /** A dialog of this element is open and has the focus meanwhile. */
  readonly isPaused: boolean;
  /** What the element shows: when it changes, what had the focus may be gone. */
  readonly shown: unknown;
}

/**
 * Keeps the focus of somebody who works by keyboard: when the focused item, notice or button leaves the page, the focus goes to the item that
 * followed it, else to the one before it, as they stood when it was last there, else to `fallback`; never to one of the item's buttons, where a second
 * Enter would act on another customer.
 */
export function useFocusKeeper({ root, fallback, selector, isPaused, shown }: FocusKeeping): FocusKeeper {
  const isInside = React.useRef(false);
  /** The id of the item that has the focus, or had it last; empty: it was on none. */
  const focused = React.useRef("");
  /** The ids of the items while that one was there, in their order. */
  const order = React.useRef<readonly string[]>([]);

  React.useEffect(() => {
    const items = Array.from(root.current?.querySelectorAll<HTMLElement>(selector) ?? []);
    const find = (id: string) => items.find((item) => item.id === id);
    if (!focused.current || find(focused.current)) order.current = items.map(({ id }) => id);
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (!isInside.current || !isLost || isPaused) return;
    const at = order.current.indexOf(focused.current);
    const near = at < 0 ? [] : [...order.current.slice(at), ...order.current.slice(0, at).reverse()];
    (near.map(find).find(Boolean) ?? fallback.current)?.focus();
  }, [root, fallback, selector, isPaused, shown]);

  return {
    onFocus(event) {
      // Portals (the dialogs) tell their events here too.
      if (!root.current?.contains(event.target)) return;
      isInside.current = true;
      focused.current = event.target.closest(selector)?.id ?? "";
    },
    onBlur(event) {
      // React is silent while it removes elements, so this is the agent going elsewhere.
      if (!isPaused) isInside.current = event.relatedTarget instanceof Node && root.current?.contains(event.relatedTarget) === true;
    },
  };
}
