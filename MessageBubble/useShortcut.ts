import * as React from "react";
import { parseShortcut, shortcutOf } from "../shared/domain/shortcut";
import { isField } from "./isField";

/**
 * Calls `onPress` when the agent presses the shortcut anywhere in the window, not in a frame of the page. What the app has handled is the app's; keys that
 * write a character into a field write it; behind a dialog that has to be answered first nothing opens. Holding the keys is one press.
 * @param shortcut as the agent's settings have it; null, or what is no shortcut: none, and no listener
 */
export function useShortcut(shortcut: string | null, onPress: () => void): void {
  const press = React.useRef(onPress);
  press.current = onPress;
  const wanted = shortcut && parseShortcut(shortcut);
  React.useEffect(() => {
    if (!wanted) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (shortcutOf(event) !== wanted || event.defaultPrevented || event.isComposing || !(target instanceof Element)) return;
      if ((isField(target) && types(event)) || target.closest('[aria-modal="true"]')) return;
      event.preventDefault();
      if (!event.repeat) press.current();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [wanted]);
}

/** AltGr writes a character everywhere; Option on a Mac, where Alt and AltGr are one key, unless Control is held. */
function types(event: KeyboardEvent): boolean {
  return event.getModifierState("AltGraph") || (/\bMac/.test(navigator.userAgent) && !event.ctrlKey);
}
