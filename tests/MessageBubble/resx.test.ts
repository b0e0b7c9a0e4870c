import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { BUBBLE_STRING_KEYS } from "../../MessageBubble/bubbleStrings";
import type { BubbleStrings } from "../../MessageBubble/bubbleStrings";
import { PANEL_STRING_KEYS } from "../../NotificationPanel/panelStrings";
import { ANSWER_STRING_KEYS } from "../../ReplyBox/answerStrings";
import { readStrings } from "../../shared/ui/readStrings";
import { languagesOf } from "../../tools/words/languages";
import { readResx } from "../NotificationPanel/readResx";

const ROOT = join(__dirname, "../..");
const LANGUAGES = languagesOf(ROOT);
const english = readResx(1033);
const manifest = readFileSync(join(ROOT, "MessageBubble/ControlManifest.Input.xml"), "utf8");
const manifestKeys = Array.from(manifest.matchAll(/(?:display-name|description)-key="([^"]+)"/g), ([, key = ""]) => key);
const usedKeys = [...new Set<string>([...manifestKeys, ...PANEL_STRING_KEYS, ...BUBBLE_STRING_KEYS, ...ANSWER_STRING_KEYS])];

function places(text: string): string[] {
  return Array.from(text.matchAll(/\{\d\}/g), ([place]) => place).sort();
}

function sourceOf(folder: string): string {
  return readdirSync(join(ROOT, folder))
    .filter((name) => /\.tsx?$/.test(name) && name !== "bubbleStrings.ts")
    .map((name) => readFileSync(join(ROOT, folder, name), "utf8"))
    .join("\n");
}

describe("the texts", () => {
  it("are declared in the manifest for every language, English first: the platform falls back on it", () => {
    const declared = Array.from(manifest.matchAll(/resx path="strings\/MessageBubble\.(\d+)\.resx"/g), ([, code]) => Number(code));
    expect(declared[0]).toBe(1033);
    expect([...declared].sort()).toEqual([...LANGUAGES].sort());
  });

  it("have every key that is used, and no other", () => {
    expect(Object.keys(english).sort()).toEqual([...usedKeys].sort());
  });

  it("are all shown somewhere", () => {
    const source = sourceOf("MessageBubble") + sourceOf("NotificationPanel") + sourceOf("shared/ui");
    // One of a family is named by its family: `Notice_${kind}`, or "CardUnread" with a count.
    const uses = (key: string) =>
      [`(\\.|")${key}\\b`, `("|\`)${key.split("_")[0] ?? ""}("|_\\$)`].some((use) => new RegExp(use).test(source));
    const unused = [...PANEL_STRING_KEYS, ...BUBBLE_STRING_KEYS].filter((key) => !uses(key));
    expect(unused).toEqual([]);
  });

  it.each(LANGUAGES)("have the same keys and places in language %d", (code) => {
    const texts = readResx(code);
    expect(Object.keys(texts)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(texts)) {
      const expected = places(english[key] ?? "");
      const missing = expected.filter((place) => !places(text).includes(place));
      // One and two can be a word.
      if (/_(one|two)$/.test(key) && missing.length === 1) expected.splice(expected.indexOf(missing[0] ?? ""), 1);
      expect([key, places(text)]).toEqual([key, expected]);
    }
  });

  it.each(LANGUAGES)("are never empty and never have stray space in language %d", (code) => {
    for (const [key, text] of Object.entries(readResx(code))) expect([key, text]).toEqual([key, text.trim() || "a text"]);
  });

  it.each(LANGUAGES.slice(1))("are translated in language %d", (code) => {
    const same = Object.entries(readResx(code)).filter(([key, text]) => text === english[key] && !["Culture"].includes(key));
    // French notifications, Spanish "no" and German "offline" are spelt as in English.
    const isSpeltSo = (key: string) =>
      ["PanelTitle", "No", "Page_Name", "BubbleOffline", "KeyName_selectAll", "Place_agent", "Delivery_failed", "DeliveryFailed"].includes(
        key,
      ) || key.startsWith("SeveralSubject_");
    expect(same.map(([key]) => key).filter((key) => !isSpeltSo(key))).toEqual([]);
  });

  it.each(LANGUAGES)("name a language tag that dates can be written in: %d", (code) => {
    expect(Intl.DateTimeFormat.supportedLocalesOf(readResx(code)["Culture"] ?? "")).toHaveLength(1);
  });

  it.each(LANGUAGES)("let an action's accessible name begin with the action in language %d", (code) => {
    expect(readResx(code)["ActionFor"]).toMatch(/^\{0\}/);
  });

  it("are read when they are first used, and once", () => {
    const asked: string[] = [];
    const strings = readStrings<BubbleStrings>((key) => {
      asked.push(key);
      return `<${key}>`;
    });
    for (const key of [...PANEL_STRING_KEYS, ...BUBBLE_STRING_KEYS]) {
      expect([strings[key], strings[key]]).toEqual([`<${key}>`, `<${key}>`]);
    }
    expect(asked).toEqual([...PANEL_STRING_KEYS, ...BUBBLE_STRING_KEYS]);
  });
});
