/** docs/benchmarks.md, made of what the parts have found. */
import { isMet } from "./figure";
import type { BenchPart, Figure } from "./figure";
import { FIGURE_HEADS, figureRow } from "./figureTable";
import type { KeptResult, KeptResults } from "./results";

/** In a table's cell. */
const cell = (text: string): string => text.replaceAll("|", "\\|");

function table(figures: readonly Figure[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(FIGURE_HEADS), line(FIGURE_HEADS.map(() => "---")), ...figures.map((figure) => line(figureRow(figure)))];
}

/** The page, before Prettier has laid out its tables. @param all the parts, in their order; what is kept of others is left out */
export function benchmarksPage(all: readonly BenchPart[], results: KeptResults): string {
  const known = all.flatMap((part): readonly { readonly part: BenchPart; readonly result: KeptResult }[] => {
    const result = results[part.name];
    return result ? [{ part, result }] : [];
  });
  const missed = known.flatMap(({ part, result }) => {
    const figures = result.figures.filter((figure) => isMet(figure) === false);
    return figures.length > 0 ? [{ part, figures }] : [];
  });
  const lines = [
    "# Benchmarks",
    "What the product costs, measured. `npm run bench` writes this page and nobody else does: to change it, change the parts in `tests/bench`, and run it again.",
    "",
    "## How to repeat it",
    "```\nnpm run bench\n```",
    "measures everything and writes this page; `npm run bench -- rows` takes one part, by its name, and leaves the others' figures; `npm run bench -- --help` lists the parts and what can be set. Leave the machine alone meanwhile.",
    "",
    "- **Ratios.** A time says something about the machine, a ratio about the code: most figures compare the product with something else in the same run. A goal in milliseconds stands only where no other side would mean anything.",
    "- **Interleaved.** Both sides run in turns, and which goes first changes with each pair: what else the machine does hits both.",
    "- **Medians.** Each figure is the median of at least 15 pairs; the spread is the lowest and the highest of them. _Exact_ is what was counted.",
    "- **Where.** In the sandbox, on one machine: browser, server and database share its cores. [Dataverse](sandbox.md) itself is not measured.",
    "- No test checks a time. What is exact (bytes, requests, what is rendered) is a test as well, which the part names.",
    "",
    "## The figures",
    ...known.flatMap(({ part, result }) => section(part, result)),
    "## Goals that are not met",
    ...(missed.length === 0 ? ["None."] : missed.flatMap(({ part, figures }) => missedGoal(part, figures))),
  ];
  return `${lines.join("\n")}\n`;
}

function section(part: BenchPart, { date, machine, repeats, figures, cannotRun }: KeptResult): readonly string[] {
  return [
    "",
    `### ${part.title}`,
    "",
    ...(cannotRun === "" ? table(figures) : [`Could not run: ${cannotRun}`]),
    "",
    part.how,
    "",
    `\`npm run bench -- ${part.name}\`, ${date}, ${repeats} pairs; ${machine}.`,
    "",
  ];
}

function missedGoal(part: BenchPart, figures: readonly Figure[]): readonly string[] {
  const each = figures.map((figure) => {
    const [measure, value, , goal] = figureRow(figure);
    return `${measure ?? ""}: ${value ?? ""}, goal ${goal ?? ""}`;
  });
  return ["", `- **${part.title}.** ${each.join("; ")}. ${part.tried || "Nothing has been tried yet."}`];
}
