import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser, findWindowlessBrowser } from "../../tools/browser";

const folder = mkdtempSync(join(tmpdir(), "browser-"));
const program = join(folder, "chromium");
writeFileSync(program, "", { mode: 0o755 });

it("finds a browser on the path", () => {
  expect(findBrowser({ PATH: folder }, "linux")).toBe(program);
});

it("finds none where none is installed", () => {
  expect(findBrowser({ PATH: join(folder, "empty") }, "linux")).toBeNull();
});

it("uses the program that CHROME_PATH names, before any other", () => {
  expect(findBrowser({ CHROME_PATH: program, PATH: "" }, "linux")).toBe(program);
});

it("says what to do when CHROME_PATH names no program", () => {
  expect(() => findBrowser({ CHROME_PATH: join(folder, "missing") }, "linux")).toThrow(/Correct it, or unset it/);
});

it("prefers a browser without windows where windows do not matter", () => {
  expect(findWindowlessBrowser({ PATH: folder }, "linux")).toBe(program);
  const shell = join(folder, "chromium-headless-shell");
  writeFileSync(shell, "", { mode: 0o755 });
  expect(findWindowlessBrowser({ PATH: folder }, "linux")).toBe(shell);
  expect(findWindowlessBrowser({ PATH: folder, CHROME_PATH: program }, "linux")).toBe(program);
  expect(findBrowser({ PATH: folder }, "linux")).toBe(program);
});
