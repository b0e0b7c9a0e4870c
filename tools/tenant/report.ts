/** The report: one page with its pictures in a folder, which needs nothing else. */
import type { Point } from "./checklist";
import type { ColdStart } from "./coldStarts";
import type { Fact } from "./environment";
import type { LeftRow } from "./madeRows";
import type { Reading } from "./readings";
import type { Result, Verdict } from "./runner";

/** All that a run has to tell. */
export interface Outcome {
  readonly facts: readonly Fact[];
  readonly results: readonly Result[];
  readonly starts: readonly ColdStart[];
  readonly readings: readonly Reading[];
  /** Rows of the program's own that could not be removed. */
  readonly left: readonly LeftRow[];
  readonly forAPerson: readonly Point[];
  /** Why the run ended before its end; undefined where it did not. */
  readonly stopped?: string;
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #8886; overflow-wrap: anywhere; }
.verdict { white-space: nowrap; font-weight: 600; }
.held { color: #0b6a0b; } .differed { color: #c50f1f; } .not-judged { color: #8a6100; }
@media (prefers-color-scheme: dark) { .held { color: #54b054; } .differed { color: #f1707b; } .not-judged { color: #f2c661; } }
th { overflow-wrap: normal; }
figure { display: inline-block; width: 14rem; margin: .3rem .5rem .3rem 0; } figure img { width: 100%; border: 1px solid #8886; }
figcaption { font-size: .85rem; }`;

/** How many checks ended so. */
export function countOf(results: readonly Result[], verdict: Verdict): number {
  return results.filter((result) => result.verdict === verdict).length;
}

/** The page. Whatever an environment has said is text in it, and never markup. */
export function reportPage(outcome: Outcome): string {
  const { facts, results, starts, readings, left, forAPerson, stopped } = outcome;
  const groups = [...new Set(results.map(({ group }) => group))];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:">
<title>Message Notification in a tenant</title>
<style>${STYLE}
</style>
</head>
<body>
<h1>Message Notification in a tenant</h1>
<p><strong>${countOf(results, "held")} held, ${countOf(results, "differed")} differed, ${countOf(results, "not judged")} not judged.</strong>
${forAPerson.length} points are left for a person.</p>
${stopped === undefined ? "" : `<p class="differed">The run ended early: ${escapeText(stopped)}</p>`}
${table([], facts)}
${left.length === 0 ? "<p>Everything that the run made has been removed.</p>" : leftRows(left)}
${groups.map((group) => groupOf(group, results)).join("\n")}
<h2>Which hook fired</h2>
${table(
  ["page", "hooks, in their order", "getPageContext"],
  starts.map(({ kind, hooks, pageContext }) => [kind, hooks, pageContext]),
)}
<h2>How this environment reads the doubts</h2>
<p>The product works under each reading; none of them is a difference.</p>
${table(
  ["doubt", "seen"],
  readings.map(({ doubt, seen }) => [doubt, seen]),
)}
<h2>Left for a person</h2>
${table(
  ["no.", "what", "judged here", "steps", "expected"],
  forAPerson.map(({ number, what, program, steps, expected }) => [number, what, program, steps, expected].map(plainMarkdown)),
)}
</body>
</html>
`;
}

function groupOf(group: string, results: readonly Result[]): string {
  const rows = results.filter((result) => result.group === group);
  return `<h2>${escapeText(group)}</h2>
<table><thead><tr><th>ended</th><th>expected</th><th>seen</th><th>seconds</th></tr></thead><tbody>
${rows.map(resultRow).join("\n")}
</tbody></table>`;
}

function resultRow({ verdict, name, seen, seconds, pictures }: Result): string {
  const shown = pictures.map(({ file, title }) => {
    const [address, caption] = [escapeText(file), escapeText(title)];
    return `<figure><a href="${address}"><img src="${address}" alt="${caption}" loading="lazy"></a><figcaption>${caption}</figcaption></figure>`;
  });
  return `<tr><td class="verdict ${verdict.replace(" ", "-")}">${verdict}</td><td>${escapeText(name)}${shown.length > 0 ? "<br>" : ""}${shown.join("")}</td><td>${escapeText(seen)}</td><td>${seconds.toFixed(1)}</td></tr>`;
}

function leftRows(left: readonly LeftRow[]): string {
  return `<p class="differed">These rows could not be removed; the next run tries again, or remove them by hand:</p>
${table(
  ["table", "id", "what", "why"],
  left.map(({ set, id, title, why }) => [set, id, title, why]),
)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const headRow = head.length === 0 ? "" : `<thead><tr>${head.map((one) => `<th>${escapeText(one)}</th>`).join("")}</tr></thead>`;
  const lines = rows.map((row) => `<tr>${row.map((one) => `<td>${escapeText(one)}</td>`).join("")}</tr>`);
  return `<table>${headRow}<tbody>\n${lines.join("\n")}\n</tbody></table>`;
}

/** A cell of a Markdown table without its marks. */
function plainMarkdown(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\*\*|`|(?<!\w)_|_(?!\w)/g, "");
}

function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/'/g, "&#39;");
}
