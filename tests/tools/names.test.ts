/** A file is named after what it exports, and no two exports have one name. Lint sees one file at a time, and not what it is called. */
import { basename } from "node:path";
import ts from "typescript";
import { productFiles } from "./productFiles";

/** Files that export one value and are named after something else, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "launcher/hostForm.ts": "the script of one form, which is more than the handler that it exports",
  "MessageThread/manifest.ts": "what a control's entry knows of its platform, in every control",
  "shared/browser/channel.ts": "the channel between tabs, which is opened",
  "shared/domain/session.ts": "the words of a session, as types; the function is a word more",
};

/** What a file exports under names of its own: values, and types. */
interface Exports {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

function exportsOf(text: string): Exports {
  const values: string[] = [];
  const types: string[] = [];
  for (const statement of ts.createSourceFile("file.tsx", text, ts.ScriptTarget.Latest).statements) {
    const isExported =
      ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) continue;
    if (ts.isVariableStatement(statement)) {
      values.push(...statement.declarationList.declarations.map(({ name }) => (ts.isIdentifier(name) ? name.text : "?")));
    } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) values.push(statement.name?.text ?? "default");
    else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) types.push(statement.name.text);
  }
  return { values, types };
}

/**
 * Whether a file of that name says what it exports: the one value, the thing that this makes (`createInbox`, `profileOf`), or a type beside
 * it (`InboxState`). The first letter may differ. A file that exports several values, or types only, is named after what they are about.
 */
function isNamedAfter(name: string, { values, types }: Exports): boolean {
  const [only, ...more] = values;
  if (only === undefined || more.length > 0) return true;
  const made = only.replace(/^create(?=[A-Z])/, "").replace(/Of$/, "");
  return [only, made, ...types].some((one) => one.charAt(0).toLowerCase() + one.slice(1) === name.charAt(0).toLowerCase() + name.slice(1));
}

const exported = new Map([...productFiles()].map(([file, text]) => [file, exportsOf(text)] as const));

describe("the product", () => {
  it("names each file after what it exports", () => {
    const wrong = [...exported].filter(([file, all]) => {
      const name = basename(file).replace(/\.tsx?$/, "");
      // An entry is called so by what loads it.
      return name !== "index" && !(file in EXCEPTIONS) && !isNamedAfter(name, all);
    });
    expect(wrong.map(([file, { values }]) => `${file} exports ${values.join()}`)).toEqual([]);
  });

  it("has one name for each function, class and value that is exported", () => {
    const places = new Map<string, string[]>();
    // A table's columns are always written with the table before them: SESSION.status.
    const others = [...exported].filter(([file]) => !file.startsWith("shared/dataverse/names/"));
    for (const [file, { values }] of others) for (const name of values) places.set(name, [...(places.get(name) ?? []), file]);
    expect([...places].filter(([, inFiles]) => inFiles.length > 1)).toEqual([]);
  });
});

describe("the rule", () => {
  it.each([
    ["watchPages", "export function watchPages() {}", true],
    ["pages", "export function watchPages() {}", false],
    ["inbox", "export async function createInbox() {}", true],
    ["profile", "export const profileOf = () => 1;", true],
    ["inboxState", "export interface InboxState {}\nexport const INITIAL_STATE = {};", true],
    ["Boundary", "export class Boundary {}\nclass Inner {}", true],
    ["names", "export const ONE = 1, OTHER = 2;", true],
    ["ports", "export type Port = string;", true],
  ])("of a file %s with %j: %s", (name, text, expected) => {
    expect(isNamedAfter(name, exportsOf(text))).toBe(expected);
  });
});
