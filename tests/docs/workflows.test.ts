import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const root = join(__dirname, "..", "..");
const folder = join(root, ".github", "workflows");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Readonly<Record<string, string>> };

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly "timeout-minutes": number; readonly steps: readonly Step[] }>>;
}
const workflows = readdirSync(folder).map((file) => [file, parse(readFileSync(join(folder, file), "utf8")) as Workflow] as const);
const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps);

describe.each(workflows)("the workflow %s", (_file, workflow) => {
  it("runs only scripts and files that there are", () => {
    const commands = stepsOf(workflow).flatMap(({ run }) => (run === undefined ? [] : [run]));
    const named = commands.flatMap((command) => [...command.matchAll(/npm run ([\w:]+)/g)].map(([, name = ""]) => name));
    const files = commands.flatMap((command) => [...command.matchAll(/node (tools\/\S+)/g)].map(([, file = ""]) => file));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(commands.some((command) => command === "npm test")).toBe(true);
  });

  it("says what it may do, how long it may take, and uses actions of a known version", () => {
    expect(workflow.permissions["contents"]).toMatch(/^(read|write)$/);
    for (const job of Object.values(workflow.jobs)) expect(job["timeout-minutes"]).toBeGreaterThan(0);
    for (const { uses } of stepsOf(workflow)) if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
  });
});

it.each(readdirSync(join(root, ".github", "ISSUE_TEMPLATE")))("the issue template %s is YAML", (file) => {
  expect(parse(readFileSync(join(root, ".github", "ISSUE_TEMPLATE", file), "utf8"))).toBeInstanceOf(Object);
});
