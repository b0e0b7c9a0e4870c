/** The administrator guide names what the solution and the product have: whoever follows it finds each thing under its name. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { guideWords } from "../../Solutions/build/guide";
import { readSolution } from "../../tools/docs/solution";
import { packedModel } from "../packed";
import { ROOT } from "./builtCode";

const guide = readFileSync(join(ROOT, "docs", "admin-guide.md"), "utf8").replace(/^```[^]*?^```/gm, "");

/** What the platform, Azure and Twilio call their own pages and buttons, and what stands out for its own sake. */
const NOT_OURS = [
  ...["Apps", "Import", "Import solution", "Managed", "Manage security roles", "New", "Next", "Show dependencies", "Solutions", "Users"],
  ...[
    "Application users",
    "Assign",
    "Basic User",
    "No",
    "Yes",
    "Owner",
    "SMS gateway",
    "…",
    "Administration",
    "Messaging Diagnostics",
    "Messaging Overview",
  ],
  ...["Create team", "Give to…", "given", "Settings", "Teams", "To business number"],
  ...["50,000+", "Dashboard", "Refresh All", "Show Chart", "To change it"],
  ...["A message comes in", "HTTP POST", "Logs", "Messaging", "Messaging Configuration", "Monitor", "Network", "Send a webhook", "Webhook"],
  ...["Run ID … was successful", "Without a tenant", "You need", "You see", "oldest unread"],
];

it("calls tables, columns, views, choices, roles, the app and the product's buttons by the names that they have", async () => {
  const { tables, choices, roles } = readSolution(ROOT);
  const model = await packedModel();
  const known = new Set([
    ...tables.flatMap(({ columns }) => columns.map(({ label }) => label)),
    ...model.tables.map(({ pluralLabels }) => pluralLabels[1033]),
    ...choices.flatMap(({ options }) => options.map(({ label }) => label)),
    ...roles.map(({ name }) => name),
    ...model.views.map(({ labels }) => labels[1033]),
    ...model.charts.map(({ labels }) => labels[1033]),
    ...model.apps.map(({ labels }) => labels[1033]),
    ...guideWords(ROOT, "1033").values(),
    ...["Default", ...NOT_OURS],
  ]);
  const named = [...guide.matchAll(/\*\*(.+?)\*\*|(?<![\w*`])_([^_\n]+)_(?![\w*`])/g)].flatMap(([, bold, slanted]) =>
    (bold ?? slanted ?? "").split(" → "),
  );
  expect(named.length).toBeGreaterThan(80);
  expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
});

it("has eleven steps, each of which says what is to be seen then", () => {
  const steps = guide.split(/^## /m).filter((section) => /^\d+\. /.test(section));
  expect(steps.map((step) => Number.parseInt(step))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(steps.filter((step) => !step.includes("**You see**"))).toEqual([]);
});

it("says nothing that the reference says, too", () => {
  /** Sentences of more than a dozen words, without their marks. */
  const sentences = (text: string): readonly string[] =>
    text
      .replace(/\[([^\]]*)\]\([^)]*\)|[*_`|]/g, "$1")
      .split(/(?<=[.:])\s+|\n{2,}/)
      .map((sentence) => sentence.replace(/\s+/g, " ").trim())
      .filter((sentence) => sentence.split(" ").length > 12);
  const own = new Set(sentences(guide));
  const reference = ["deploy.md", "gateway.md", "security.md"].flatMap((name) => sentences(readFileSync(join(ROOT, "docs", name), "utf8")));
  expect(reference.filter((sentence) => own.has(sentence))).toEqual([]);
});
