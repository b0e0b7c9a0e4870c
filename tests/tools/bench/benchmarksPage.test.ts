import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PARTS } from "../../bench/parts";
import { benchmarksPage } from "../../../tools/bench/benchmarksPage";
import { CannotRun } from "../../../tools/bench/figure";
import type { BenchPart, Figure } from "../../../tools/bench/figure";
import { screenTable } from "../../../tools/bench/figureTable";
import { readResults, withResults } from "../../../tools/bench/results";
import { runParts } from "../../../tools/bench/runParts";
import { exactly } from "../../../tools/bench/spread";

const root = join(__dirname, "..", "..", "..");
const figure: Figure = {
  measure: "rows",
  side: "ours, 3 ms",
  baseline: "loop, 2 ms",
  value: exactly(1.5),
  unit: "×",
  goal: { atMost: 1.5 },
  note: "",
};
const tooSlow: Figure = { ...figure, measure: "slow rows", value: { median: 2.345, lowest: 1, highest: 4 } };
const part = (name: string, run: BenchPart["run"]): BenchPart => ({
  name,
  title: `About ${name}`,
  how: `How ${name}.`,
  tried: "A map was tried.",
  run,
});
const good = part("good", () => Promise.resolve([figure]));
const bad = part("bad", () => Promise.resolve([figure, tooSlow]));
const absent = part("absent", () => Promise.reject(new CannotRun("There is no browser.")));
const run = { date: "2026-11-28", machine: "2 cores", repeats: 15 };
const measure = (...parts: readonly BenchPart[]) => runParts(parts, 15, () => undefined);
const pageOf = async (...parts: readonly BenchPart[]) => benchmarksPage(parts, withResults({}, await measure(...parts), run));

it("is what was found last, in the words of now: npm run bench -- --page writes it anew", () => {
  const file = join(root, "docs", "benchmarks.md");
  // Prettier cannot be loaded into Jest.
  const prettier = join(root, "node_modules", "prettier", "bin", "prettier.cjs");
  const input = benchmarksPage(PARTS, readResults(root));
  const { stdout } = spawnSync(process.execPath, [prettier, "--stdin-filepath", file], { cwd: root, input, encoding: "utf8" });
  expect(readFileSync(file, "utf8")).toBe(stdout);
});

it("says of every part how it was measured, when, on what", async () => {
  expect(await pageOf(good)).toContain("How good.\n\n`npm run bench -- good`, 2026-11-28, 15 pairs; 2 cores.");
});

it("names each goal that is not met, with what was tried, and no other", async () => {
  const [, missed] = (await pageOf(good, bad)).split("## Goals that are not met");
  expect(missed?.trim()).toBe("- **About bad.** slow rows: 2.35 ×, goal ≤ 1.50 ×. A map was tried.");
  expect(await pageOf(good)).toMatch(/## Goals that are not met\nNone\.\n$/);
});

it("says why a part could not run, and has the figures of the others", async () => {
  const page = await pageOf(absent, good);
  expect(page).toContain("### About absent\n\nCould not run: There is no browser.");
  expect(page).toContain("| rows | 1.50 × | exact | ≤ 1.50 × | yes | ours, 3 ms | loop, 2 ms | – |");
});

it("keeps the figures of a part that was not run, or could not run this time", async () => {
  const before = withResults({}, await measure(good, bad), run);
  const gone = { ...bad, run: absent.run };
  expect(withResults(before, await measure(gone), { ...run, date: "2026-11-29" })).toEqual(before);
});

it("does not take a bug for something that the machine lacks: it is told, and costs nobody else's figures", async () => {
  const said: string[] = [];
  const bug = new Error("a bug");
  const broken = part("broken", () => Promise.reject(bug));
  const results = await runParts([broken, good], 15, (line) => said.push(line));
  expect(results).toEqual([
    { part: broken, fault: bug },
    { part: good, figures: [figure] },
  ]);
  expect(said.join("\n")).toContain("ended with a fault: Error: a bug");
  const before = withResults({}, await measure({ ...good, name: "broken" }), run);
  expect(Object.keys(withResults(before, results, { ...run, date: "2026-11-29" }))).toEqual(["broken", "good"]);
  expect(withResults(before, results, { ...run, date: "2026-11-29" })["broken"]).toEqual(before["broken"]);
});

it("shows the same on the screen, a note below its figure", () => {
  const [head, line, note] = screenTable([{ ...tooSlow, note: "as seen" }]);
  expect(head).toMatch(/^measure\s+figure\s+spread\s+goal\s+met\s+product\s+compared with$/);
  expect(line).toMatch(/^slow rows\s+2\.35 ×\s+1 – 4\s+≤ 1\.50 ×\s+no\s+ours, 3 ms\s+loop, 2 ms$/);
  expect(note).toBe("    as seen");
});
