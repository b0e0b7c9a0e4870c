import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { StorageError } from "../../server/dataverse";
import { Database } from "../../server/dataverse/storage/database";
import { takeLock } from "../../server/dataverse/storage/lock";
import { createClock, furthestAdvance } from "../../server/http/clock";
import { beginningOf, noteBeginning, prepareFolder, resetData } from "../../server/program/dataFolder";

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), "sandbox-data-"))));
afterEach(() => rmSync(folder, { recursive: true }));

describe("the data folder", () => {
  it("remembers how its data began", () => {
    expect(beginningOf(folder)).toBeUndefined();
    noteBeginning(folder, "empty");
    expect(beginningOf(folder)).toBe("empty");
    noteBeginning(":memory:", "sample");
    expect(beginningOf(":memory:")).toBeUndefined();
  });

  it("loses the sandbox's files on a reset, and no other file", () => {
    noteBeginning(folder, "sample");
    writeFileSync(path.join(folder, "dataverse.sqlite"), "");
    writeFileSync(path.join(folder, "mine.txt"), "");
    createClock(path.join(folder, "clock.json")).advance(1);
    resetData(folder);
    expect(readdirSync(folder)).toEqual(["mine.txt"]);
  });

  it.each([
    ["gone", () => undefined],
    ["empty", () => writeFileSync(path.join(folder, "dataverse.sqlite"), "")],
  ])("is not filled anew without a word where its data are %s", (what, spoil) => {
    noteBeginning(folder, "sample");
    spoil();
    expect(() => prepareFolder(folder)).toThrow(StorageError);
    expect(() => prepareFolder(folder)).toThrow(new RegExp(`dataverse.sqlite is ${what}.*--reset`));
  });

  it("may be missing when it is reset", () => {
    resetData(path.join(folder, "none"));
    expect(existsSync(path.join(folder, "none"))).toBe(false);
  });
});

describe("a folder that cannot be written", () => {
  // What stands in a folder's place is no folder on any system, whoever asks.
  const blocked = (): string => {
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    return path.join(file, "data");
  };

  it.each<[string, () => unknown]>([
    ["the folder itself", () => prepareFolder(blocked())],
    ["the note of how data began", () => noteBeginning(blocked(), "sample")],
    ["the database", () => Database.open(path.join(blocked(), "dataverse.sqlite"))],
    ["the database's lock", () => takeLock(path.join(blocked(), "dataverse.sqlite"))],
    ["the clock", () => createClock(path.join(blocked(), "clock.json")).advance(1)],
  ])("is told as one, with what to set: %s", (_what, work) => {
    expect(work).toThrow(StorageError);
    expect(work).toThrow(/cannot be (kept in|written).*SANDBOX_DATA/);
  });

  it("leaves the clock where it was when its advance cannot be kept", () => {
    const clock = createClock(path.join(blocked(), "clock.json"));
    expect(() => clock.advance(900)).toThrow(StorageError);
    expect(clock.advancedSeconds).toBe(0);
  });

  it("does not lose the clock to a note that was not written to its end", () => {
    const file = path.join(folder, "clock.json");
    createClock(file).advance(900);
    writeFileSync(`${file}.new`, '{"advan');
    expect(createClock(file).advancedSeconds).toBe(900);
    resetData(folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("takes a damaged note of how data began for data that have begun", () => {
    writeFileSync(path.join(folder, "beginning.json"), "");
    expect(beginningOf(folder)).toBe("unknown");
  });
});

describe("the clock", () => {
  it.each(["", "{", '{"advancedMs":"far"}', '{"advancedMs":-1}', '{"advancedMs":1e300}', "null"])(
    "does not go back without a word where its note is damaged: %j",
    (text) => {
      const file = path.join(folder, "clock.json");
      writeFileSync(file, text);
      expect(() => createClock(file)).toThrow(StorageError);
      expect(() => createClock(file)).toThrow(/damaged.*Delete it.*--reset/);
    },
  );

  it("moves forward and keeps its advance", () => {
    const file = path.join(folder, "clock.json");
    const before = Date.now();
    createClock(file).advance(900);
    const later = createClock(file);
    expect(later.advancedSeconds).toBe(900);
    expect(later.now() - before).toBeGreaterThanOrEqual(900_000);
    expect(later.now() - before).toBeLessThan(930_000);
  });

  it("can be a hundred years ahead in all, not with each advance", () => {
    const file = path.join(folder, "clock.json");
    const clock = createClock(file);
    clock.advance(furthestAdvance - 1);
    expect(() => clock.advance(2)).toThrow(RangeError);
    expect(() => clock.advance(Number.NaN)).toThrow(RangeError);
    expect(() => clock.advance(-1)).toThrow(RangeError);
    clock.advance(1);
    expect(new Date(createClock(file).now()).getUTCFullYear()).toBeLessThan(2200);
  });
});
