import * as React from "react";
import { isTippedAction, TIP_ATTRIBUTE } from "./actionTip";
import type { TippedAction } from "./actionTip";

/** What is explained just now. */
export interface ActionTip {
  readonly action: TippedAction;
  readonly button: HTMLElement;
}

/** The tip, and what holds it open or lets it go. */
export interface ActionTipState {
  readonly tip: ActionTip | null;
  /** The pointer is on the explanation itself: it stays. */
  readonly hold: () => void;
  readonly leave: () => void;
}

/** Who rests on a button wants to know (ms); who passes does not. */
const REST = 600;
/** The way from the button to what is said of it (ms). */
const GRACE = 200;
/** A focus so soon after a press (ms) comes of it, and asks nothing. */
const PRESS = 500;

/** Knows which button's explanation is wanted: of the one that pointer or keyboard rests on. Escape, a press and scrolling end it; it never takes the focus. @param shown another one whenever a button may have gone */
export function useActionTip(area: React.RefObject<HTMLElement>, shown: unknown): ActionTipState {
  const [tip, setTip] = React.useState<ActionTip | null>(null);
  const timer = React.useRef(0);
  const showAfter = React.useCallback((next: ActionTip | null, ms: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setTip(next), ms);
  }, []);
  React.useEffect(() => {
    const { current: root } = area;
    if (!root) return undefined;
    let pressedAt = Number.NEGATIVE_INFINITY;
    const end = () => {
      window.clearTimeout(timer.current);
      setTip(null);
    };
    const over = ({ target, type }: Event) => {
      if (type === "focusin" && performance.now() - pressedAt < PRESS) return;
      const button = (target as Element).closest<HTMLElement>(`[${TIP_ATTRIBUTE}]`);
      const action = button?.getAttribute(TIP_ATTRIBUTE) ?? "";
      if (button && isTippedAction(action)) showAfter({ action, button }, REST);
      else showAfter(null, GRACE);
    };
    const out = () => showAfter(null, GRACE);
    const press = () => {
      pressedAt = performance.now();
      end();
    };
    const events: readonly (readonly [string, (event: Event) => void])[] = [
      ["mouseover", over],
      ["focusin", over],
      ["mouseleave", out],
      ["focusout", out],
      ["pointerdown", press],
      ["click", press],
      ["scroll", end],
    ];
    for (const [name, listener] of events) root.addEventListener(name, listener, true);
    return () => {
      window.clearTimeout(timer.current);
      for (const [name, listener] of events) root.removeEventListener(name, listener, true);
    };
  }, [area, showAfter]);

  React.useEffect(() => {
    if (!tip) return undefined;
    const { ownerDocument } = tip.button;
    // Wherever the focus is: the panel stays open, only what is said goes.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
      }
      setTip(null);
    };
    ownerDocument.addEventListener("keydown", onKeyDown, true);
    return () => ownerDocument.removeEventListener("keydown", onKeyDown, true);
  }, [tip]);
  // A button that goes tells nobody that the pointer has left it.
  React.useEffect(() => {
    if (tip && !tip.button.isConnected) setTip(null);
  }, [tip, shown]);
  return {
    tip,
    hold: React.useCallback(() => window.clearTimeout(timer.current), []),
    leave: React.useCallback(() => showAfter(null, GRACE), [showAfter]),
  };
}
