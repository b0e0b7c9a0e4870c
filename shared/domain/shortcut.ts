/** The keys that open the panel from anywhere, as text: "Alt+M". Names of keys are the same in every language. */

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
 * What may be chosen: Alt, with Ctrl, Shift or both if wanted, and a letter or a digit. Without Alt the keys are text, or the browser's: it keeps
 * most letters with Ctrl, and with Ctrl+Shift, for itself.
 */
const SHAPE = /^(Ctrl\+)?Alt\+(Shift\+)?[A-Z0-9]$/;
/** The browser's address bar and menus, and the app's Save & Close and New. */
const TAKEN = /^Alt\+[DEFNS]$/;

/** The shortcut in its one spelling ("alt + m" is "Alt+M"); null for what may not be chosen, and for an empty text, which means none. */
export function parseShortcut(text: string): string | null {
  const parts = text.split("+").map((part) => part.trim().toLowerCase());
  const key = (parts.pop() ?? "").toUpperCase();
  const [has, known] = [(name: string) => parts.includes(name), ["ctrl", "alt", "shift"]];
  const spelled = spell(has("ctrl"), has("alt"), has("shift"), false, key);
  return parts.every((part) => known.includes(part)) && SHAPE.test(spelled) && !TAKEN.test(spelled) ? spelled : null;
}

/**
 * The shortcut that a key press is, whether it may be chosen or not; empty where the key is no letter and no digit. The letter that is written on the key
 * counts; where the keyboard gives another character (Option+M is "µ" on a Mac, other scripts have no "M"), the letter that a Latin
 * keyboard has in that place.
 */
export function shortcutOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyPress): string {
  const name = /^[a-z0-9]$/i.test(key) ? key : (/^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? "");
  return name && spell(ctrlKey, altKey, shiftKey, metaKey, name.toUpperCase());
}

function spell(ctrl: boolean, alt: boolean, shift: boolean, meta: boolean, key: string): string {
  return `${ctrl ? "Ctrl+" : ""}${alt ? "Alt+" : ""}${shift ? "Shift+" : ""}${meta ? "Meta+" : ""}${key}`;
}
