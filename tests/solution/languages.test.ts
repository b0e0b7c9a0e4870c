import { join } from "node:path";
import { child, textAt } from "../../Solutions/build/xml";
import type { XmlElement } from "../../Solutions/build/xml";
import { languagesOf } from "../../tools/words/languages";
import { BUILD_TIMEOUT, descendants, ensureBuilt, english, listAt, packedParts, tablesOf, xmlPart } from "./builtSolution";

let customizations: XmlElement;

beforeAll(async () => {
  await ensureBuilt();
  customizations = xmlPart(packedParts(true), "customizations.xml");
}, BUILD_TIMEOUT);

/** In the order of the files. */
const LANGUAGES = languagesOf(join(__dirname, "..", "..")).map(String);

/** Letters that a text of the language has, where it has a script of its own. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  "1025": /\p{Script=Arabic}/u,
  "1041": /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u,
};

/** A list of texts, one a language, with a path that says where it is. */
interface Texts {
  readonly path: string;
  readonly languages: readonly string[];
  readonly texts: readonly string[];
}

const languageOf = ({ attributes }: XmlElement): string | undefined => attributes["languagecode"] ?? attributes["LCID"];
const textOf = ({ attributes }: XmlElement): string => attributes["description"] ?? attributes["Title"] ?? "";

/** Every list of texts of the solution. A cell without a control is a gap between others: it has nothing to say. */
function allTexts(element: XmlElement = customizations, path = ""): Texts[] {
  const here =
    `${path}/${element.name} ${element.attributes["name"] ?? element.attributes["Name"] ?? element.attributes["Id"] ?? ""}`.trimEnd();
  const isGap = element.name === "cell" && element.attributes["id"] !== undefined && !child(element, "control");
  if (isGap) return [];
  const texts = element.children.filter((each) => languageOf(each) !== undefined);
  const own = texts.length > 0 ? [{ path: here, languages: texts.map((each) => languageOf(each) ?? ""), texts: texts.map(textOf) }] : [];
  return [...own, ...element.children.flatMap((each) => allTexts(each, here))];
}

it("declares the languages that there are words of, English first", () => {
  expect(listAt(customizations, "Languages").map(({ text }) => text)).toEqual(LANGUAGES);
});

it("says everything in every language, once", () => {
  const all = allTexts();
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter(({ languages }) => languages.join() !== LANGUAGES.join()).map(({ path }) => path)).toEqual([]);
});

it("leaves no text empty, and none with spaces around it", () => {
  const wrong = allTexts().filter(({ texts }) => texts.some((text) => text === "" || text !== text.trim()));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

it("translates what it says: sentences are no copies of the English ones, Arabic and Japanese are in their script", () => {
  const wrong = allTexts().flatMap(({ path, texts, languages }) =>
    languages.slice(1).flatMap((language, index) => {
      const [from, to] = [texts[0] ?? "", texts[index + 1] ?? ""];
      const copied = /\S+ \S+ \S+/.test(from) && from === to;
      return copied || SCRIPTS[language]?.test(to) === false ? [`${path}: ${language} ${to}`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});

it("translates the same English text alike everywhere, so that a column is called on a form what it is called in a list", () => {
  const seen = new Map<string, string>();
  const different = allTexts().filter(({ texts: [from = "", ...to] }) => {
    const known = seen.get(from);
    if (known === undefined) seen.set(from, to.join());
    return known !== undefined && known !== to.join();
  });
  expect(different.map(({ path }) => path)).toEqual([]);
});

it.each(LANGUAGES.slice(1))("has different names for different tables and columns of a table in %s", (language) => {
  const named = (list: XmlElement | undefined): string =>
    textOf((list?.children ?? []).find((each) => languageOf(each) === language) as XmlElement);
  const entities = [...tablesOf(customizations).values()].map(
    (table) => child(child(table, "EntityInfo") as XmlElement, "entity") as XmlElement,
  );
  const tables = entities.map((entity) => named(child(entity, "LocalizedNames")));
  expect(new Set(tables).size).toBe(tables.length);
  for (const entity of entities) {
    const columns = listAt(entity, "attributes").filter((column) => textAt(column, "IsCustomField") === "1");
    const names = columns.map((column) => named(child(column, "displaynames")));
    expect([...names].sort()).toEqual([...new Set(names)].sort());
  }
});

describe("is labelled wherever people read a label", () => {
  const unlabelled = (elements: readonly XmlElement[], ...lists: readonly string[]): string[] =>
    elements.flatMap((each) =>
      lists.filter((list) => english(each, list) === "").map((list) => `${each.name} ${JSON.stringify(each.attributes)}: ${list}`),
    );

  it.each([
    ["entity", ["LocalizedNames", "LocalizedCollectionNames", "Descriptions"]],
    ["attribute", ["displaynames", "Descriptions"]],
    ["optionset", ["displaynames", "Descriptions"]],
    ["option", ["labels"]],
    ["state", ["labels"]],
    ["status", ["labels"]],
    ["EntityKey", ["displaynames"]],
    ["systemform", ["LocalizedNames", "Descriptions"]],
    ["tab", ["labels"]],
    ["section", ["labels"]],
    ["savedquery", ["LocalizedNames"]],
    ["AppModule", ["LocalizedNames", "Descriptions"]],
    ["AppModuleSiteMap", ["LocalizedNames"]],
    ["LocLabel", ["Titles"]],
  ])("each %s", (name, lists) => {
    // The queries of views have elements called entity and attribute as well.
    const isOfQuery = ({ attributes }: XmlElement): boolean => name === "entity" && attributes["Name"] === undefined;
    const found = descendants(customizations, name).filter((each) => each.children.length > 0 && !isOfQuery(each));
    expect(found.length).toBeGreaterThan(0);
    expect(unlabelled(found, ...lists)).toEqual([]);
  });

  it("each cell of a form that has a control", () => {
    expect(
      unlabelled(
        descendants(customizations, "cell").filter((cell) => child(cell, "control")),
        "labels",
      ),
    ).toEqual([]);
  });

  it("each relationship of its own", () => {
    const own = listAt(customizations, "EntityRelationships").filter(({ attributes }) => attributes["Name"]?.startsWith("msgn_"));
    expect(
      unlabelled(
        own.map((each) => child(each, "RelationshipDescription") as XmlElement),
        "Descriptions",
      ),
    ).toEqual([]);
  });

  it("each area, group and page of the site map", () => {
    const titled = ["Area", "Group", "SubArea"].flatMap((name) => descendants(customizations, name));
    expect(titled.length).toBeGreaterThan(10);
    expect(titled.filter((each) => listAt(each, "Titles").length !== LANGUAGES.length)).toEqual([]);
  });

  it("each text of the ribbon, which refers to a label that is there", () => {
    const ribbon = customizations.children.find(({ name }) => name === "RibbonDiffXml") as XmlElement;
    const [button] = descendants(ribbon, "Button");
    const asked = Object.values(button?.attributes ?? {}).flatMap((value) => /^\$LocLabels:(.+)$/.exec(value)?.[1] ?? []);
    expect([...new Set(asked)].sort()).toEqual(
      descendants(ribbon, "LocLabel")
        .map(({ attributes }) => attributes["Id"])
        .sort(),
    );
  });
});
