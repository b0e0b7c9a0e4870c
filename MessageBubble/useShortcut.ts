import * as React from "react";
import { parseShortcut, shortcutOf } from "../shared/domain/shortcut";
import { isField } from "./isField";

/**
 * Calls `onPress` when the agent presses the shortcut anywhere in the window, not in a frame of the page. What the app has handled is the app's; keys that
 * write a character into a field write it; behind a dialog that has to be answered first nothing opens. Holding the keys is one press.
 * @param isOwn whether an element is the bubble or in the panel: Fluent's layers keep what is pressed there from the window, so it is heard on its way in
 * @param shortcut as the agent's settings have it; null, or what is no shortcut: none, and no listener
 */
export function useShortcut(shortcut: string | null, isOwn: (element: Element) => boolean, onPress: () => void): void {
  const own = React.useRef({ isOwn, onPress });
  own.current = { isOwn, onPress };
  const wanted = shortcut && parseShortcut(shortcut);
  React.useEffect(() => {
    if (!wanted) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (shortcutOf(event) !== wanted || event.defaultPrevented || event.isComposing || !(target instanceof Element)) return;
      if ((isField(target) && types(event)) || target.closest('[aria-modal="true"]')) return;
      event.preventDefault();
      if (!event.repeat) own.current.onPress();
    };
    const onWayIn = (event: KeyboardEvent) => {
      if (event.target instanceof Element && own.current.isOwn(event.target)) onKeyDown(event);
    };
    window.addEventListener("keydown", onKeyDown);
    window.addEventListener("keydown", onWayIn, true);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("keydown", onWayIn, true);
    };
  }, [wanted]);
}

/** AltGr writes a character everywhere; Option on a Mac, where Alt and AltGr are one key, unless Control is held. */
function types(event: KeyboardEvent): boolean {
  return event.getModifierState("AltGraph") || (/\bMac/.test(navigator.userAgent) && !event.ctrlKey);
}
