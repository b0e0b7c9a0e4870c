/** The checklist's points, read from docs/tenant-checklist.md: what a program cannot judge is left for a person. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One point of the checklist. */
export interface Point {
  readonly number: string;
  readonly what: string;
  /** What the program does of it: `judged`, `partly: …` or `no`. */
  readonly program: string;
  readonly steps: string;
  readonly expected: string;
}

const FILE = join(__dirname, "..", "..", "docs", "tenant-checklist.md");
const COLUMNS = ["no.", "minutes", "what", "`npm run tenant`", "steps", "expected"];

/** All points, in their order. @throws Error where the page has no such table */
export function checklist(markdown: string = readFileSync(FILE, "utf8")): readonly Point[] {
  const rows = markdown.split("\n").flatMap((line) => (line.startsWith("|") ? [cells(line)] : []));
  const head = rows.findIndex((row) => row.join() === COLUMNS.join());
  if (head < 0) throw new Error(`docs/tenant-checklist.md has no table with the columns ${COLUMNS.join(", ")}.`);
  return rows.slice(head + 2).map(([number = "", , what = "", program = "", steps = "", expected = ""]) => {
    return { number, what, program, steps, expected };
  });
}

/** The points, or parts of them, that a person has to try. */
export function leftForAPerson(points: readonly Point[]): readonly Point[] {
  return points.filter(({ program }) => program !== "judged");
}

function cells(line: string): readonly string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}
