import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readJestRun } from "../../tools/jestRun";
import { lastLines } from "../../tools/testSummary";
import type { Part } from "../../tools/testSummary";

const part = (title: string, changes: Partial<Part> = {}): Part => ({ title, ms: 1_000, passed: 1, failed: 0, files: [], ...changes });
const files = [
  { file: "tests/a.test.ts", ms: 2_000 },
  { file: "tests/b.test.ts", ms: 9_000 },
];

describe("the last lines of npm test", () => {
  it("say what took longest, and end with the line that counts", () => {
    const lines = lastLines([part("types"), part("unit tests", { ms: 12_000, passed: 40, files })], 13_000);
    expect(lines).toEqual([
      "",
      "Longest parts: unit tests 12.0 s, types 1.0 s",
      "Longest files: tests/b.test.ts 9.0 s, tests/a.test.ts 2.0 s",
      "13.0 s in all",
      "41 passed, 0 failed",
    ]);
  });

  it("say that browser tests were skipped, just before that line", () => {
    const lines = lastLines([part("types"), part("browser tests", { ms: 0, passed: 0, isSkipped: true })], 1_000);
    expect(lines.slice(-4)[0]).toMatch(/BROWSER TESTS SKIPPED/);
    expect(lines.at(-1)).toBe("1 passed, 0 failed");
  });

  it("name the parts that failed", () => {
    const lines = lastLines([part("types", { passed: 0, failed: 1 }), part("lint")], 1_000);
    expect(lines).toContain("Failed: types. Why stands above.");
    expect(lines.at(-1)).toBe("1 passed, 1 failed");
  });
});

describe("Jest's report", () => {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  const file = join(folder, "report.json");
  const report = (failed: number) => {
    const testResults = [{ name: join(folder, "tests", "a.test.ts"), startTime: 1_000, endTime: 3_000 }];
    writeFileSync(file, JSON.stringify({ numPassedTests: 5, numFailedTests: failed, testResults }));
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is counted, with the time of each file", () => {
    report(2);
    expect(readJestRun(file, folder, 1)).toEqual({ passed: 5, failed: 2, files: [files[0]] });
  });

  it("counts a file that could not even start as a failure", () => {
    report(0);
    expect(readJestRun(file, folder, 1)).toMatchObject({ passed: 5, failed: 1 });
  });

  it("counts as a failure where there is none", () => {
    expect(readJestRun(join(folder, "none.json"), folder, 0)).toEqual({ passed: 0, failed: 1, files: [] });
  });
});
