import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { beginningOf, noteBeginning, resetData } from "../../server/program/dataFolder";
import { createClock } from "../../server/http/clock";

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

  it("may be missing when it is reset", () => {
    resetData(path.join(folder, "none"));
    expect(existsSync(path.join(folder, "none"))).toBe(false);
  });
});

describe("the clock", () => {
  it("moves forward and keeps its advance", () => {
    const file = path.join(folder, "clock.json");
    const before = Date.now();
    createClock(file).advance(900);
    const later = createClock(file);
    expect(later.advancedSeconds).toBe(900);
    expect(later.now() - before).toBeGreaterThanOrEqual(900_000);
    expect(later.now() - before).toBeLessThan(930_000);
  });

  it("is the machine's where its file cannot be read", () => {
    const file = path.join(folder, "clock.json");
    writeFileSync(file, "{");
    expect(createClock(file).advancedSeconds).toBe(0);
  });
});
