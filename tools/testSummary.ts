import type { FileTime, JestRun } from "./jestRun";

/** A part of `npm test`: a check, which counts as one test, or some of Jest's files. */
export interface Part extends JestRun {
  readonly title: string;
  readonly ms: number;
  /** True: there was no browser to run it in. */
  readonly isSkipped?: true;
}

const MOST_FILES = 5;

/** Seconds with one decimal. */
export function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

/**
 * What `npm test` ends with: what failed, what took longest, what was left out for lack of a browser, and the line that counts.
 * @param ms how long all of it took
 */
export function lastLines(parts: readonly Part[], ms: number): readonly string[] {
  const sum = (of: "passed" | "failed"): number => parts.reduce((total, part) => total + part[of], 0);
  const failed = parts.filter((part) => part.failed > 0).map(({ title }) => title);
  return [
    "",
    ...(failed.length > 0 ? [`Failed: ${failed.join(", ")}. Why stands above.`] : []),
    `Longest parts: ${longest(parts.map(({ title, ms: time }) => ({ file: title, ms: time })))}`,
    ...filesLine(parts.flatMap(({ files }) => files)),
    ...(parts.some(({ isSkipped }) => isSkipped)
      ? [
          "!!! BROWSER TESTS SKIPPED: no Chrome, Edge or Chromium was found.",
          "!!! Install one, or set CHROME_PATH to its program, and run: npm test -- --browser",
        ]
      : []),
    `${seconds(ms)} s in all`,
    `${sum("passed")} passed, ${sum("failed")} failed`,
  ];
}

function filesLine(files: readonly FileTime[]): readonly string[] {
  return files.length > 0 ? [`Longest files: ${longest(files)}`] : [];
}

function longest(times: readonly FileTime[]): string {
  const sorted = [...times].filter(({ ms }) => ms > 0).sort((one, other) => other.ms - one.ms);
  return sorted
    .slice(0, MOST_FILES)
    .map(({ file, ms }) => `${file} ${seconds(ms)} s`)
    .join(", ");
}
