import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { THREAD_STRING_KEYS } from "../../MessageThread/threadStrings";
import { ANSWER_STRING_KEYS } from "../../ReplyBox/answerStrings";
import { readResx } from "../NotificationPanel/fixtures";

const ROOT = join(__dirname, "../..");
const LANGUAGES = [1033, 1025, 1031, 1036, 1041, 3082];
const manifest = readFileSync(join(ROOT, "MessageThread/ControlManifest.Input.xml"), "utf8");

/** The control's texts in a language, by key. */
function textsOf(languageCode: number): Record<string, string> {
  const xml = readFileSync(join(ROOT, `MessageThread/strings/MessageThread.${languageCode}.resx`), "utf8");
  return Object.fromEntries(
    Array.from(xml.matchAll(/<data name="([^"]+)"[^>]*>\s*<value>([^<]*)<\/value>/g), ([, key = "", value = ""]) => [key, value]),
  );
}

const english = textsOf(1033);
const places = (text: string) => Array.from(text.matchAll(/\{\d\}/g), ([place]) => place).sort();
const sourceOf = (folder: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => /\.tsx?$/.test(name) && !/Strings\.ts$/.test(name))
    .map((name) => readFileSync(join(ROOT, folder, name), "utf8"))
    .join("\n");

it("has every key that is used, and no other", () => {
  const ofManifest = Array.from(manifest.matchAll(/(?:display-name|description)-key="([^"]+)"/g), ([, key = ""]) => key);
  const used = new Set<string>([...ofManifest, ...THREAD_STRING_KEYS, ...ANSWER_STRING_KEYS]);
  expect(Object.keys(english).sort()).toEqual([...used].sort());
});

it("shows each of the thread's texts somewhere", () => {
  const source = sourceOf("MessageThread") + sourceOf("shared/ui");
  const uses = (key: string) =>
    [`(\\.|")${key}\\b`, `("|\`)${key.split("_")[0] ?? ""}("|_\\$)`].some((use) => new RegExp(use).test(source));
  expect(THREAD_STRING_KEYS.filter((key) => !uses(key))).toEqual([]);
});

it.each(LANGUAGES)("has the same keys and places in language %d, none of them empty", (code) => {
  const texts = textsOf(code);
  expect(Object.keys(texts)).toEqual(Object.keys(english));
  for (const [key, text] of Object.entries(texts)) {
    expect([key, text]).toEqual([key, text.trim() || "a text"]);
    const missing = places(english[key] ?? "").filter((place) => !places(text).includes(place));
    // One and two can be a word.
    if (!/_(one|two)$/.test(key)) expect([key, missing]).toEqual([key, []]);
  }
});

it.each(LANGUAGES.slice(1))("is translated in language %d", (code) => {
  // Alike in several languages, or no words at all.
  const isSpeltSo = ["Culture", "Messages", "Arrived", "No"];
  const same = Object.entries(textsOf(code)).filter(([key, text]) => THREAD_STRING_KEYS.includes(key as never) && text === english[key]);
  expect(same.map(([key]) => key).filter((key) => !isSpeltSo.includes(key))).toEqual([]);
});

it.each(LANGUAGES)("calls what the panel has, too, by the panel's words (%d)", (code) => {
  const panel = readResx(code);
  // These speak of messages where the panel speaks of notifications.
  const ownWords = /^(Problem_(?!unreachable|signin)|NotDone)/;
  const texts = textsOf(code);
  const different = THREAD_STRING_KEYS.filter((key) => key in panel && !ownWords.test(key) && panel[key] !== texts[key]);
  expect(different).toEqual([]);
});
