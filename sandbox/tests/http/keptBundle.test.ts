/** What is built for the browser stays for the next start, and no longer than its sources stay as they are. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bundle } from "../../server/http/bundle";
import { placeOf, readKept } from "../../server/http/keptBundle";

const folder = mkdtempSync(path.join(tmpdir(), "kept-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(placeOf(what), { force: true });
});

const source = path.join(folder, "page.ts");
const part = path.join(folder, "part.ts");
const entries = { page: source };
const what = JSON.stringify(entries);

/** Each text is of another length: a file system may not tell two moments apart. @param ago seconds since it was saved */
function write(words: string, ago = 60): void {
  writeFileSync(part, `export const words = ${JSON.stringify(words)};`);
  const at = Date.now() / 1000 - ago;
  for (const file of [source, part]) utimesSync(file, at, at);
}
const built = async (): Promise<string> => Buffer.from((await bundle(entries)).get("page.js") ?? []).toString("utf8");
const kept = () => readKept(what);

beforeAll(() => writeFileSync(source, 'import { words } from "./part"; document.title = words;'));

it("is taken as it is where nothing has changed", async () => {
  write("first");
  expect(kept()).toBeUndefined();
  const first = await built();
  expect(first).toContain("first");
  expect(Buffer.from(kept()?.get("page.js") ?? []).toString("utf8")).toBe(first);
  expect(await built()).toBe(first);
});

it("is not kept where a file was saved while it was built: nobody knows which of the two it is made of", async () => {
  write("saved meanwhile", -60);
  expect(await built()).toContain("saved meanwhile");
  expect(kept()).toBeUndefined();
});

it("is built anew when a file has changed that it imports, and fails as ever when that is gone", async () => {
  write("the second");
  expect(kept()).toBeUndefined();
  expect(await built()).toContain("the second");
  rmSync(part);
  await expect(built()).rejects.toThrow("part");
});
