/** The keys that open the panel from anywhere, as text: "Alt+M", "Ctrl+Alt+Shift+7". Names of keys are the same in every language. */

/** What a key press says of itself; a browser's keyboard event is one. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Alt, with Ctrl, Shift or both if wanted, and a letter or a digit. Without Alt the keys are text, or the browser's: it keeps most letters with Ctrl,
 * and with Ctrl+Shift, for itself. Alt+D, E and F are its address bar and menus, Alt+N and S the app's New and Save & Close.
 */
const ALLOWED = /^(?!Alt\+[DEFNS]$)(Ctrl\+)?Alt\+(Shift\+)?[A-Z\d]$/;

/** The shortcut as {@link shortcutOf} spells it; null for what may not be chosen, and for an empty text, which means none. */
export function parseShortcut(text: string): string | null {
  return ALLOWED.test(text) ? text : null;
}

/**
 * The shortcut that a key press is, whether it may be chosen or not; empty where the key is no letter and no digit. The letter that is written on the key
 * counts; where the keyboard gives another character (Option+M is "µ" on a Mac, other scripts have no "M"), the letter that a Latin
 * keyboard has in that place.
 */
export function shortcutOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyPress): string {
  const name = /^[a-z\d]$/i.test(key) ? key : /^(Key|Digit).$/.test(code) ? code.slice(-1) : "";
  const held = (isHeld: boolean, modifier: string) => (isHeld ? `${modifier}+` : "");
  return name && held(ctrlKey, "Ctrl") + held(altKey, "Alt") + held(shiftKey, "Shift") + held(metaKey, "Meta") + name.toUpperCase();
}
