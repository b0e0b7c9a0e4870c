import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";

/** A file of tests, and how long it took. */
export interface FileTime {
  /** Relative to the repository, with slashes. */
  readonly file: string;
  readonly ms: number;
}

/** What came of some of Jest's tests. */
export interface JestRun {
  readonly passed: number;
  readonly failed: number;
  readonly files: readonly FileTime[];
}

/** The part of Jest's report that is read. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly name: string; readonly startTime: number; readonly endTime: number }[];
}

/**
 * Reads Jest's report.
 * @param root the repository's folder
 * @param code Jest's exit code: a file that could not even start has no failed tests to count
 * @returns one failure where there is no report
 */
export function readJestRun(file: string, root: string, code: number): JestRun {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return { passed: 0, failed: 1, files: [] };
  }
  const files = report.testResults.map(({ name, startTime, endTime }) => ({
    file: relative(root, name).split(sep).join("/"),
    ms: Math.max(0, endTime - startTime),
  }));
  const failed = code !== 0 && report.numFailedTests === 0 ? 1 : report.numFailedTests;
  return { passed: report.numPassedTests, failed, files };
}
