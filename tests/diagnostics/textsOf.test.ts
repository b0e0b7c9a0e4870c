import { textsOf, withoutIsolates, withValues } from "../../diagnostics/textsOf";
import { parseXml, textAt } from "../../Solutions/build/xml";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const LANGUAGES = [1033, 1031, 1036, 3082, 1025, 1041];
const ENGLISH = textsOf(1033);

/** Every text of a language, by where it stands. */
function flat(value: unknown, at = ""): readonly (readonly [at: string, text: string])[] {
  if (typeof value === "string") return [[at, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => flat(inner, `${at}/${key}`));
}

const places = (text: string): readonly string[] => (text.match(/\{\d\}/g) ?? []).sort();

it("speaks six languages, each in words of its own", () => {
  for (const [at] of flat(ENGLISH)) {
    if (at === "/direction") continue;
    const all = LANGUAGES.map((language) => new Map(flat(textsOf(language))).get(at));
    expect([at, all.includes(undefined) || all.includes("")]).toEqual([at, false]);
    // Some words are the same in two languages: Apps, Configurations.
    expect([at, new Set(all).size >= LANGUAGES.length - 1]).toEqual([at, true]);
  }
});

it.each(LANGUAGES)("says in %s the same things, with the same values", (language) => {
  const texts = new Map(flat(textsOf(language)));
  expect([...texts.keys()].sort()).toEqual(
    flat(ENGLISH)
      .map(([at]) => at)
      .sort(),
  );
  for (const [at, text] of flat(ENGLISH)) expect([at, places(texts.get(at) ?? "")]).toEqual([at, places(text)]);
});

it("is called as the site map calls it", () => {
  const file = join(__dirname, "../../Solutions/src/AppModuleSiteMaps/msgn_MessageNotification/AppModuleSiteMap.xml");
  const text = readFileSync(file, "utf8");
  expect(textAt(parseXml(text, file), "SiteMapUniqueName")).toBe("msgn_MessageNotification");
  for (const language of LANGUAGES) expect(text).toContain(`<Title LCID="${language}" Title="${textsOf(language).title}" />`);
});

it("speaks English where there are no texts", () => {
  expect(textsOf(1043)).toBe(ENGLISH);
});

it("puts values in their places, whatever they are, each with a direction of its own, and takes the marks out again", () => {
  const text = withValues("a {0} b {1}", "$& {1}", "x");
  expect(text).toBe("a \u2068$& {1}\u2069 b \u2068x\u2069");
  expect(withoutIsolates(text)).toBe("a $& {1} b x");
});
