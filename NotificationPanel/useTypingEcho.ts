import * as React from "react";
import { isInBox, isTyping } from "./panelKeys";

/** Keys that follow each other this closely belong to one text (ms), though its box has gone meanwhile. */
const TYPING = 1_000;

/**
 * Who writes on when the box in a card has gone does not see at once that the keys go elsewhere: what such a key would do, in the list or in the panel, is not done.
 * Tab and Escape are pressed to go somewhere: the text has an end with them.
 * @returns the handler for the panel's element; it comes before all others
 */
export function useTypingEcho(): React.KeyboardEventHandler {
  const typedAt = React.useRef(Number.NEGATIVE_INFINITY);
  return (event) => {
    const { key, target, ctrlKey, metaKey } = event;
    const now = performance.now();
    if (key === "Tab" || key === "Escape") typedAt.current = Number.NEGATIVE_INFINITY;
    else if (isInBox(target)) typedAt.current = now;
    else if (!isTyping(target) && !ctrlKey && !metaKey && (key.length === 1 || key === "Enter") && now - typedAt.current < TYPING) {
      typedAt.current = now;
      event.preventDefault();
      event.stopPropagation();
    }
  };
}
