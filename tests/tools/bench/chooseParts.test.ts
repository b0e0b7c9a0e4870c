import type { BenchPart } from "../../../tools/bench/figure";
import { benchUsage, chooseParts } from "../../../tools/bench/chooseParts";

const part = (name: string): BenchPart => ({ name, title: `About ${name}`, how: "", tried: "", run: () => Promise.resolve([]) });
const all = [part("rows"), part("bytes"), part("memory")];
const choose = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => chooseParts(args, env, all);
const named = (args: readonly string[]) => choose(args)?.parts.map(({ name }) => name);

it("runs every part, fifteen pairs each, and writes the page", () => {
  expect(choose([])).toEqual({ parts: all, repeats: 15, writesPage: true });
});

it("runs the parts that are named, in the bench's own order", () => {
  expect(named(["memory", "rows"])).toEqual(["rows", "memory"]);
});

it.each([[["memory"], "14"] as const, [["memory", "--keep"], "15"] as const])(
  "leaves the page as it is for %j with %s pairs",
  (args, repeats) => {
    expect(choose(args, { BENCH_REPEATS: repeats })?.writesPage).toBe(false);
  },
);

it("measures nothing for --page, and writes it", () => {
  expect(choose(["--page"])).toEqual({ parts: [], repeats: 0, writesPage: true });
});

it("writes the page with more pairs than it needs", () => {
  expect(choose([], { BENCH_REPEATS: "40" })).toMatchObject({ repeats: 40, writesPage: true });
});

it.each(["--help", "-h"])("measures nothing for %s, and lists the parts", (flag) => {
  expect(choose(["rows", flag])).toBeNull();
  expect(benchUsage(all)).toContain("  bytes    About bytes\n");
});

it.each([
  [["row"], {}, "row is not a part of the bench.\nUsage: npm run bench"],
  [["--fast"], {}, "--fast is not an option.\nUsage: npm run bench"],
  [["--page", "rows"], {}, "--page stands alone."],
  [["--help", "row"], {}, "row is not a part of the bench."],
  [[], { BENCH_REPEATS: "0" }, "BENCH_REPEATS is 0, which is no whole number from 1."],
  [[], { BENCH_REPEATS: "many" }, "BENCH_REPEATS is many"],
  [[], { BENCH_REPEATS: "1.5" }, "BENCH_REPEATS is 1.5"],
] as const)("refuses %j with %j", (args, env, why) => {
  expect(() => choose(args, env)).toThrow(why);
});
