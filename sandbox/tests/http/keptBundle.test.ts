/** What is built for the browser stays for the next start, and no longer than its sources stay as they are. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bundle } from "../../server/http/bundle";
import { readKept } from "../../server/http/keptBundle";

const folder = mkdtempSync(path.join(tmpdir(), "kept-"));
afterAll(() => rmSync(folder, { recursive: true }));

const source = path.join(folder, "page.ts");
const part = path.join(folder, "part.ts");
const entries = { page: source };

/** Each text is of another length: a file system may not tell two moments apart. */
const write = (words: string): void => writeFileSync(part, `export const words = ${JSON.stringify(words)};`);
const built = async (): Promise<string> => Buffer.from((await bundle(entries)).get("page.js") ?? []).toString("utf8");
const kept = () => readKept(JSON.stringify(entries));

beforeAll(() => writeFileSync(source, 'import { words } from "./part"; document.title = words;'));

it("is taken as it is where nothing has changed", async () => {
  write("first");
  expect(kept()).toBeUndefined();
  const first = await built();
  expect(first).toContain("first");
  expect(Buffer.from(kept()?.get("page.js") ?? []).toString("utf8")).toBe(first);
  expect(await built()).toBe(first);
});

it("is built anew when a file has changed that it imports, and fails as ever when that is gone", async () => {
  write("the second");
  expect(kept()).toBeUndefined();
  expect(await built()).toContain("the second");
  rmSync(part);
  await expect(built()).rejects.toThrow("part");
});
