import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GIVE_STRING_KEYS } from "../../CustomerLink/giveStrings";
import { LINK_STRING_KEYS } from "../../CustomerLink/linkStrings";
import { THREAD_STRING_KEYS } from "../../MessageThread/threadStrings";
import { ANSWER_STRING_KEYS } from "../../ReplyBox/answerStrings";
import { QUESTION_STRING_KEYS } from "../../ReplyBox/threadQuestionStrings";
import { languagesOf } from "../../tools/words/languages";
import { readResx } from "../NotificationPanel/readResx";

const ROOT = join(__dirname, "../..");
const LANGUAGES = languagesOf(ROOT);
const manifest = readFileSync(join(ROOT, "MessageThread/ControlManifest.Input.xml"), "utf8");
const manifestKeys = Array.from(manifest.matchAll(/(?:display-name|description)-key="([^"]+)"/g), ([, key = ""]) => key);
const usedKeys = new Set<string>([
  ...manifestKeys,
  ...THREAD_STRING_KEYS,
  ...ANSWER_STRING_KEYS,
  ...QUESTION_STRING_KEYS,
  ...GIVE_STRING_KEYS,
  ...LINK_STRING_KEYS,
]);

function readTexts(code: number): Readonly<Record<string, string>> {
  const xml = readFileSync(join(ROOT, `MessageThread/strings/MessageThread.${code}.resx`), "utf8");
  const found = xml.matchAll(/<data name="([^"]+)"[^>]*>\s*<value>([^<]*)<\/value>/g);
  return Object.fromEntries(Array.from(found, ([, key = "", text = ""]) => [key, text]));
}

const places = (text: string) => Array.from(text.matchAll(/\{\d\}/g), ([place]) => place).sort();
const english = readTexts(1033);

it("has every text that is used, and no other", () => {
  expect(Object.keys(english).sort()).toEqual([...usedKeys].sort());
});

it("shows each of the texts of answering somewhere", () => {
  const source = ["ReplyBox", "MessageThread"]
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(ROOT, folder, name)))
    .filter((file) => /\.tsx$/.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  // One of a family is named by its family: `NotDone_${why}`.
  const uses = (key: string) => new RegExp(`\\.${key}\\b|\`${key.split("_")[0] ?? ""}_\\$`).test(source);
  expect(ANSWER_STRING_KEYS.filter((key) => !uses(key))).toEqual([]);
});

it("shows each of the texts of questions somewhere", () => {
  const source = ["ReplyBox", "shared/ui"]
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(ROOT, folder, name)))
    .filter((file) => /\.tsx$/.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const uses = (key: string) => new RegExp(`\\.${key}\\b|\`${key.split("_")[0] ?? ""}_\\$`).test(source);
  expect(QUESTION_STRING_KEYS.filter((key) => !uses(key))).toEqual([]);
});

it("shows each of the texts of linking and giving somewhere", () => {
  const source = ["CustomerLink", "MessageThread"]
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(ROOT, folder, name)))
    .filter((file) => /\.tsx?$/.test(file) && !/Strings\.ts$/.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const uses = (key: string) => [`\\.${key}\\b`, `("|\`)${key.split("_")[0] ?? ""}("|_\\$)`].some((use) => new RegExp(use).test(source));
  expect([...GIVE_STRING_KEYS, ...LINK_STRING_KEYS].filter((key) => !uses(key))).toEqual([]);
});

it.each(LANGUAGES.slice(1))("has the same texts and places in language %d, none empty", (code) => {
  const texts = readTexts(code);
  expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
  for (const [key, text] of Object.entries(texts)) {
    // One and two can be a word.
    const expected = /_(one|two)$/.test(key) ? places(text) : places(english[key] ?? "");
    expect([key, places(text), text]).toEqual([key, expected, text.trim() || "a text"]);
  }
});

it.each(LANGUAGES.slice(1))("is translated in language %d", (code) => {
  const texts = readTexts(code);
  const spelt = Object.keys(texts).filter((key) => texts[key] === english[key] && key !== "Culture");
  // A team is one in German, too; French messages and agents, Spanish "no" and its errors are spelt as in English; what arrived is names and a text alone.
  expect(
    spelt.filter((key) => !["GiveTeam", "Messages", "Arrived", "No", "Place_agent", "Delivery_failed", "DeliveryFailed"].includes(key)),
  ).toEqual([]);
});

it("shows each of the thread's texts somewhere", () => {
  const source = ["MessageThread", "shared/ui"]
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(ROOT, folder, name)))
    .filter((file) => /\.tsx?$/.test(file) && !/Strings\.ts$/.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const uses = (key: string) =>
    [`(\\.|")${key}\\b`, `("|\`)${key.split("_")[0] ?? ""}("|_\\$)`].some((use) => new RegExp(use).test(source));
  expect(THREAD_STRING_KEYS.filter((key) => !uses(key))).toEqual([]);
});

it.each(LANGUAGES)("calls what the panel has, too, by the panel's words (%d)", (code) => {
  const panel = readResx(code);
  // These speak of messages where the panel speaks of notifications.
  const ownWords = /^Problem_(?!unreachable|signin)/;
  const texts = readTexts(code);
  expect(
    [...THREAD_STRING_KEYS, ...ANSWER_STRING_KEYS, ...QUESTION_STRING_KEYS].filter(
      (key) => key in panel && !ownWords.test(key) && panel[key] !== texts[key],
    ),
  ).toEqual([]);
});
