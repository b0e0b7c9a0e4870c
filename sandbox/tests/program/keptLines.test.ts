import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { StorageError } from "../../server/dataverse";
import { createKeep, removeKept } from "../../server/http/keptLines";

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), "kept-lines-"))));
afterEach(() => rmSync(folder, { recursive: true }));

it("has the lines of a name after a restart, in their order, and none of another name", () => {
  const first = createKeep(folder)("board");
  expect(first.read()).toEqual([]);
  ["one", "two é 🙂"].forEach((line) => first.append(line));
  expect(createKeep(folder)("board").read()).toEqual(["one", "two é 🙂"]);
  expect(createKeep(folder)("other").read()).toEqual([]);
});

it("loses the half line that a killed process left, and no other", () => {
  createKeep(folder)("board").append("one");
  appendFileSync(path.join(folder, "kept-board.txt"), "half of a li");
  const next = createKeep(folder)("board");
  expect(next.read()).toEqual(["one"]);
  next.append("two");
  expect(createKeep(folder)("board").read()).toEqual(["one", "two"]);
});

it("keeps nothing where there is no folder", () => {
  const board = createKeep(undefined)("board");
  board.append("one");
  expect(board.read()).toEqual([]);
});

it("says as a trouble of the data what cannot be written or read", () => {
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  expect(() => createKeep(path.join(file, "data"))("board").append("one")).toThrow(StorageError);
});

it("removes its own files from the folder, and no others", () => {
  createKeep(folder)("board").append("one");
  writeFileSync(path.join(folder, "kept-by me.txt"), "");
  removeKept(folder);
  expect(readdirSync(folder)).toEqual(["kept-by me.txt"]);
});
