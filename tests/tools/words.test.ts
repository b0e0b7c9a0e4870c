/** The words of the languages: one file a language, everything else is written from them. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findControls } from "../../tools/controls.cjs";
import { languagesOf, readWords } from "../../tools/words/languages";
import { writtenFiles } from "../../tools/words/writtenFiles";

const ROOT = join(__dirname, "..", "..");
/** No language of Dataverse: the repository may have any of those. */
const NEW = 99_999;

/** A copy of all that words are read from and written to. */
function copyOfSources(): string {
  const root = mkdtempSync(join(tmpdir(), "words-"));
  for (const part of ["words", "Solutions/src"]) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  for (const control of findControls(ROOT)) {
    mkdirSync(join(root, control));
    for (const part of ["strings", "ControlManifest.Input.xml"])
      cpSync(join(ROOT, control, part), join(root, control, part), { recursive: true });
  }
  return root;
}

function write(root: string): void {
  for (const [path, text] of writtenFiles(root).files) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function changeWords(root: string, lcid: number, change: (words: Record<string, Record<string, unknown>>) => void): void {
  const file = join(root, "words", `${lcid}.json`);
  const words = JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, unknown>>;
  change(words);
  writeFileSync(file, JSON.stringify(words));
}

let copy: string;
beforeEach(() => {
  copy = copyOfSources();
});
afterEach(() => {
  rmSync(copy, { recursive: true, force: true });
});

it("has written all that is made of the words: where this fails, run `npm run words`", () => {
  const { files, complaints } = writtenFiles(ROOT);
  expect([...files].filter(([path, text]) => readFileSync(join(ROOT, path), "utf8") !== text).map(([path]) => path)).toEqual([]);
  expect(complaints).toEqual([]);
});

it("adds a language by one more file of words, and leaves no trace of it when the file is gone", () => {
  const before = writtenFiles(copy).files;
  cpSync(join(copy, "words", "1031.json"), join(copy, "words", `${NEW}.json`));
  changeWords(copy, NEW, (words) => {
    words["controls"] = { ...words["controls"], Action_accept: "Accetta <qui> & ora" };
    words["solution"] = { ...words["solution"], Message: 'Messaggio "nuovo"' };
    Object.assign(words, { name: "Italian" });
  });
  write(copy);
  const read = (path: string) => readFileSync(join(copy, path), "utf8");
  expect(languagesOf(copy)).toEqual([...languagesOf(ROOT), NEW]);
  expect(read(`MessageBubble/strings/MessageBubble.${NEW}.resx`)).toContain("<value>Accetta &lt;qui&gt; &amp; ora</value>");
  expect(read("MessageBubble/ControlManifest.Input.xml")).toContain(`strings/MessageBubble.${NEW}.resx`);
  expect(read("Solutions/src/Entities/msgn_message/Entity.xml")).toContain(
    `description="Messaggio &quot;nuovo&quot;" languagecode="${NEW}"`,
  );
  expect(read("Solutions/src/Other/Customizations.xml")).toContain(`<Language>${NEW}</Language>`);
  expect(read("Solutions/src/Other/Solution.xml")).toContain(`schemaName="msgn_/agentguide/${NEW}.html"`);
  expect(read(`Solutions/src/WebResources/msgn_/agentguide/${NEW}.html.data.xml`)).toContain("guide for agents (Italian)");
  expect(read("forms/formsTranslations.ts")).toContain(`${NEW}: {`);

  rmSync(join(copy, "words", `${NEW}.json`));
  write(copy);
  const after = writtenFiles(copy).files;
  expect([...after]).toEqual([...before]);
  for (const [path, text] of before) expect(read(path)).toBe(text);
});

it("keeps the id of a language's guide, and gives a new one the same id on every machine", () => {
  const page = (root: string, lcid: number) => `${root}/Solutions/src/WebResources/msgn_/agentguide/${lcid}.html.data.xml`;
  cpSync(join(copy, "words", "1031.json"), join(copy, "words", `${NEW}.json`));
  const first = writtenFiles(copy).files.get(page(".", NEW).slice(2));
  write(copy);
  expect(readFileSync(page(copy, NEW), "utf8")).toBe(first);
  expect(readFileSync(page(copy, 1031), "utf8")).toBe(readFileSync(page(ROOT, 1031), "utf8"));
});

it("names each text that a language lacks, with the English one, and goes on in English", () => {
  changeWords(copy, 1031, (words) => {
    delete words["controls"]?.["Retry"];
    delete words["solution"]?.["Message"];
  });
  const { files, complaints } = writtenFiles(copy);
  expect(complaints).toEqual([
    'words/1031.json, "controls" has no "Retry": Retry',
    'words/1031.json, "solution" has no "Message": Message',
  ]);
  expect(files.get("Solutions/src/Entities/msgn_message/Entity.xml")).toContain('description="Message" languagecode="1031"');
});

it("names what a language says though nothing asks for it", () => {
  changeWords(copy, 1036, (words) => Object.assign(words["solution"] ?? {}, { "A column that is gone": "Une colonne" }));
  expect(writtenFiles(copy).complaints).toEqual([
    'words/1036.json, "solution" has "A column that is gone", which nothing says any more: delete it.',
  ]);
});

it.each([
  ["{", /1031\.json is no JSON/],
  ["[]", /1031\.json has no "controls"/],
  ['{"controls": {}, "solution": {}, "scripts": {}}', /1031\.json has no "name"/],
])("says what is wrong with a file of words that is %s", (text, says) => {
  writeFileSync(join(copy, "words", "1031.json"), text);
  expect(() => readWords(copy)).toThrow(says);
});

it("says which script a language has no words for", () => {
  changeWords(copy, 1031, (words) => {
    delete words["scripts"]?.["forms"];
  });
  expect(() => writtenFiles(copy)).toThrow('words/1031.json has no "scripts", "forms"');
});

it("says which label has no English one before it", () => {
  const path = join(copy, "Solutions/src/Entities/msgn_message/Entity.xml");
  const xml = readFileSync(path, "utf8");
  writeFileSync(path, xml.replace(/ *<LocalizedName [^\n]*languagecode="1033"[^\n]*\n/, ""));
  expect(() => writtenFiles(copy)).toThrow("has no English one before it");
});
