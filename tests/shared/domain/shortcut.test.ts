import { parseShortcut, shortcutOf } from "../../../shared/domain/shortcut";
import type { KeyPress } from "../../../shared/domain/shortcut";

function press(key: string, code: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, code, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...modifiers };
}
const ALT = { altKey: true };

describe("a shortcut that may be chosen", () => {
  it.each(["Alt+M", "Ctrl+Alt+M", "Ctrl+Alt+Shift+7", "Alt+Shift+S"])("is %j", (text) => {
    expect(parseShortcut(text)).toBe(text);
  });

  it.each([
    ["none", ""],
    ["a letter that is typed", "M"],
    ["a capital letter that is typed", "Shift+M"],
    ["the browser's own", "Ctrl+W"],
    ["the browser's own", "Ctrl+Shift+T"],
    ["the browser's address bar", "Alt+D"],
    ["the app's Save & Close", "Alt+S"],
    ["the system's own", "Alt+F4"],
    ["a key without a letter", "Alt+Tab"],
    ["the system's own", "Alt+Meta+M"],
    ["modifiers alone", "Ctrl+Alt"],
    ["a key and another key", "Alt+K+M"],
    ["a letter of another script", "Alt+µ"],
    ["in another spelling", "alt + m"],
    ["anything", "+"],
  ])("is not %s: %j", (_, text) => {
    expect(parseShortcut(text)).toBeNull();
  });
});

describe("a key press", () => {
  it.each([
    ["on a Latin keyboard", press("m", "KeyM", ALT), "Alt+M"],
    ["with Caps Lock", press("M", "KeyM", ALT), "Alt+M"],
    ["on a French keyboard, where M has another place", press("m", "Semicolon", ALT), "Alt+M"],
    ["on a French keyboard, where another letter has M's place", press("a", "KeyQ", ALT), "Alt+A"],
    ["with a Mac's Option, which types another character", press("µ", "KeyM", ALT), "Alt+M"],
    ["with a Mac's Option, on a key that begins an accent", press("Dead", "KeyE", ALT), "Alt+E"],
    ["on an Arabic keyboard", press("ة", "KeyM", ALT), "Alt+M"],
    ["of a digit above the letters", press("!", "Digit1", { ...ALT, shiftKey: true }), "Alt+Shift+1"],
    ["with everything held", press("m", "KeyM", { altKey: true, ctrlKey: true, shiftKey: true, metaKey: true }), "Ctrl+Alt+Shift+Meta+M"],
    ["of a letter alone", press("m", "KeyM"), "M"],
  ])("%s is a shortcut's", (_, pressed, text) => {
    expect(shortcutOf(pressed)).toBe(text);
  });

  it.each([press("Alt", "AltLeft", ALT), press("F4", "F4", ALT), press("Enter", "Enter", ALT), press("Unidentified", "", ALT)])(
    "of another key is none: %j",
    (pressed) => {
      expect(shortcutOf(pressed)).toBe("");
    },
  );

  it("that may be chosen reads the same from the agent's row", () => {
    const text = shortcutOf(press("k", "KeyK", { altKey: true, shiftKey: true }));
    expect(parseShortcut(text)).toBe(text);
  });
});
