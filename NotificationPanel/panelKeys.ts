/** What the keys mean in the panel: pure. */
import type { CardAction } from "./cardActionsOf";

/** What of a key press says which key it was. */
export interface KeyPress {
  readonly key: string;
  /** The key's place on the keyboard. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Where a key leads from a row: to another row, or to what the row has inside. */
export type Move = "next" | "previous" | "first" | "last" | "pageDown" | "pageUp" | "in" | "out";

const MOVES: Readonly<Record<string, Move>> = {
  ArrowDown: "next",
  ArrowUp: "previous",
  Home: "first",
  End: "last",
  PageDown: "pageDown",
  PageUp: "pageUp",
};

/** The letters of the actions; the main action is Enter's as well. */
export const ACTION_LETTERS: Readonly<Partial<Record<CardAction, string>>> = {
  accept: "A",
  assign: "A",
  dismiss: "D",
  block: "B",
  answer: "R",
};

/** The attribute by which a button shows its letter. */
export const LETTER_ATTRIBUTE = "data-letter";

/** The attribute of a box to answer in: its keys write, and act on no row. */
export const REPLY_ATTRIBUTE = "data-reply";

/** Where the key leads, or null. Left and right follow the reading direction. */
export function moveOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress, isRtl: boolean): Move | null {
  if (ctrlKey || metaKey || altKey || shiftKey) return null;
  if (key === "ArrowRight") return isRtl ? "out" : "in";
  if (key === "ArrowLeft") return isRtl ? "in" : "out";
  return MOVES[key] ?? null;
}

/** The letter of the key, A to Z, or the sign `/` or `?`; empty for any other. A keyboard without Latin letters is read by the places of its keys. */
export function letterOf({ key, code, ctrlKey, metaKey, altKey }: KeyPress): string {
  if (ctrlKey || metaKey || altKey) return "";
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (key === "/" || key === "?") return key;
  // The Arabic question mark.
  if (key === "؟") return "?";
  const [, letter = ""] = /^Key([A-Z])$/.exec(code) ?? [];
  return letter;
}

/** The action of those offered that a letter stands for. */
export function actionOf(letter: string, actions: readonly CardAction[]): CardAction | undefined {
  return actions.find((action) => ACTION_LETTERS[action] === letter);
}

/** Whether what is typed there is a text. */
export function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=textbox]")
  );
}

/** Whether it is in a box to answer in. That has buttons, too: their keys are theirs. */
export function isInBox(target: EventTarget): boolean {
  return target instanceof Element && target.closest(`[${REPLY_ATTRIBUTE}]`) !== null;
}
