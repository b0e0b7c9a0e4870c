import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { parseAllDocuments } from "yaml";
import { packedModel, packedSolution } from "../packed";
import { brokenLinks } from "./brokenLinks";
import { ROOT } from "./builtCode";
import known from "./known-tasks.json";

const example = (name: string): string => readFileSync(join(ROOT, "docs", "examples", name), "utf8");
const page = (name: string): string => readFileSync(join(ROOT, "docs", name), "utf8");

/** A mapping of YAML or JSON. */
type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The one document of a file. Fails the test on anything that is not sound YAML, a repeated key included. */
function read(name: string): Mapping {
  const documents = parseAllDocuments(example(name), { strict: true, uniqueKeys: true });
  const [document, ...more] = Array.isArray(documents) ? documents : [];
  expect(more).toEqual([]);
  expect([...(document?.errors ?? ["no document"]), ...(document?.warnings ?? [])]).toEqual([]);
  const content: unknown = document?.toJS();
  if (!isMapping(content)) throw new Error(`${name} is no mapping.`);
  return content;
}

/** All mappings in it, depth first, that have a key. */
function having(key: string, within: unknown): readonly Mapping[] {
  if (Array.isArray(within)) return within.flatMap((each) => having(key, each));
  if (!isMapping(within)) return [];
  return [...(key in within ? [within] : []), ...Object.values(within).flatMap((each) => having(key, each))];
}

/** What steps ask that does not exist: `task: input`. */
function unknownInputs(
  steps: readonly (readonly [name: string, inputs: unknown])[],
  tasks: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return steps.flatMap(([name, inputs]) => {
    const inputsOfTask = tasks[name];
    if (!inputsOfTask) return [name];
    return Object.keys(isMapping(inputs) ? inputs : {}).flatMap((input) => (inputsOfTask.includes(input) ? [] : [`${name}: ${input}`]));
  });
}

/** npm scripts that a text tells to run. */
const scriptsIn = (text: string): readonly string[] => [...text.matchAll(/\bnpm (?:run )?(\w[\w:]*)/g)].map((match) => match[1] ?? "");

const ownCommands = ["ci", "start", "test"];
function missingScripts(text: string): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: Readonly<Record<string, string>> };
  return scriptsIn(text).filter((script) => !ownCommands.includes(script) && !(script in scripts));
}

// The inputs are those of microsoft/powerplatform-actions v1.7.0 (action.yml) and of the tasks' task.json in microsoft/powerplatform-build-tools.
describe("the GitHub Actions example", () => {
  const workflow = (): Mapping => read("github-actions.yml");

  it("names actions and inputs that exist", () => {
    const steps = having("uses", workflow()).map((step) => [String(step["uses"]), step["with"]] as const);
    expect(steps.length).toBeGreaterThan(8);
    expect(unknownInputs(steps, known.github)).toEqual([]);
  });

  it("has jobs that wait for each other in this order: pack, check, test, production", () => {
    const jobs = workflow()["jobs"];
    if (!isMapping(jobs)) throw new Error("There are no jobs.");
    expect(Object.entries(jobs).map(([name, job]) => [name, isMapping(job) ? job["needs"] : null])).toEqual([
      ["pack", undefined],
      ["check", "pack"],
      ["test", "check"],
      ["production", "test"],
    ]);
  });

  it("holds no secret itself", () => {
    for (const step of having("client-secret", workflow())) expect(step["client-secret"]).toBe("${{ secrets.CLIENT_SECRET }}");
    expect(having("password-secret", workflow())).toEqual([]);
  });
});

describe("the Azure Pipelines example", () => {
  const pipeline = (): Mapping => read("azure-pipelines.yml");

  it("names tasks and inputs that exist", () => {
    const steps = having("task", pipeline()).map((step) => [String(step["task"]), step["inputs"]] as const);
    expect(steps.length).toBeGreaterThan(6);
    expect(unknownInputs(steps, known.azure)).toEqual([]);
  });

  it("installs the tools in each job before it uses them", () => {
    for (const job of having("stage", pipeline())) {
      const tasks = having("task", job).map((step) => String(step["task"]));
      const first = tasks.findIndex((task) => task.startsWith("PowerPlatform"));
      if (first >= 0) expect(tasks[first]).toBe("PowerPlatformToolInstaller@2");
    }
  });

  it("stops for High and for Critical findings: the task counts one severity at a time", () => {
    const levels = having("ErrorLevel", pipeline());
    expect(levels.map((inputs) => [inputs["ErrorLevel"], inputs["ErrorThreshold"]])).toEqual([
      ["CriticalIssueCount", "0"],
      ["HighIssueCount", "0"],
    ]);
    expect(new Set(levels.map((inputs) => inputs["ArtifactDestinationName"])).size).toBe(2);
  });

  it("signs in by service connections, and says so to every task", () => {
    const connected = having("PowerPlatformSPN", pipeline());
    expect(connected).toHaveLength(5);
    for (const inputs of connected) expect(inputs["authenticationType"]).toBe("PowerPlatformSPN");
  });
});

describe.each([
  ["github-actions.yml", "run", "GITHUB_REF_NAME"],
  ["azure-pipelines.yml", "script", "BUILD_SOURCEBRANCHNAME"],
])("the tag, in %s,", (name, key, variable) => {
  const scripts = (): readonly string[] => having(key, read(name)).map((step) => String(step[key]));
  const compare = (tag: string) => {
    const [script = ""] = scripts().filter((each) => each.includes(variable));
    return spawnSync(script, { shell: true, cwd: ROOT, encoding: "utf8", env: { ...process.env, [variable]: tag } });
  };

  it("is compared with package.json's version before anything is built", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect(scripts()[0]).toContain(variable);
    expect(compare(`v${version}`)).toMatchObject({ status: 0, stderr: "" });
  });

  it("stops the pipeline where it is another, and says which and what to do", () => {
    const stopped = compare("v99.0.1");
    expect(stopped.status).toBe(1);
    expect(stopped.stderr).toMatch(/tag is v99\.0\.1, but package\.json has the version \d+\.\d+\.\d+.*npm run version/);
  });
});

it("imports the managed zip and checks the unmanaged one, by the names that the packer writes", () => {
  for (const file of ["github-actions.yml", "azure-pipelines.yml"]) {
    const zips = example(file).match(/[\w/$().]*MessageNotification\w*\.zip/g) ?? [];
    expect([...new Set(zips.map((zip) => zip.split("/").pop()))].sort()).toEqual([
      "MessageNotification.zip",
      "MessageNotification_managed.zip",
    ]);
    expect(missingScripts(example(file))).toEqual([]);
  }
});

it("gives deployment settings with an entry for every environment variable and connection reference: the solution has none", async () => {
  expect(JSON.parse(example("deployment-settings.json"))).toEqual({ EnvironmentVariables: [], ConnectionReferences: [] });
  const parts = unzipSync(await packedSolution());
  const withSettings = Object.entries(parts).filter(([name, bytes]) =>
    /environmentvariable|connectionreference/i.test(name + strFromU8(bytes)),
  );
  expect(withSettings.map(([name]) => name)).toEqual([]);
});

it("writes only settings that the configuration record has", async () => {
  const model = await packedModel();
  const columns =
    model.tables.find((table) => table.logicalName === "msgn_configuration")?.columns.map((column) => column.logicalName) ?? [];
  const written = Object.keys(JSON.parse(example("configuration.json")) as Mapping);
  expect(written.filter((column) => !columns.includes(column))).toEqual([]);
  expect(model.apps.map((app) => app.uniqueName)).toContain((JSON.parse(example("configuration.json")) as Mapping)["msgn_apps"]);
});

describe.each(["admin-guide.md", "deploy.md", "gateway.md", "security.md", "tenant-checklist.md", "solution-checker.md"])(
  "docs/%s",
  (name) => {
    it("links to pages and headings that are there", () => {
      expect(brokenLinks(join("docs", name))).toEqual([]);
    });

    it("names npm scripts that exist", () => {
      expect(missingScripts(page(name))).toEqual([]);
    });

    it("names tables and roles that the solution has", async () => {
      const model = await packedModel();
      const names = [
        ...model.tables.map((table) => table.entitySetName),
        ...model.relationships.map((relationship) => relationship.navigationProperty),
        ...model.tables.flatMap((table) => [table.logicalName, ...table.columns.map((one) => one.logicalName)]),
      ];
      const said = page(name).match(/\bmsgn_\w+/g) ?? [];
      expect(said.filter((one) => !names.includes(one))).toEqual([]);
      const roles = page(name).match(/\bSMS [A-Z]\w+/g) ?? [];
      expect(roles.filter((role) => !model.roles.some((one) => one.name === role))).toEqual([]);
    });
  },
);

it("has a tenant checklist of steps and expectations that fits into an hour", () => {
  const rows = [...page("tenant-checklist.md").matchAll(/^\| (\d+) +\| (\d+) +\| ([^|]+)\| ([^|]+)\| ([^|]+)\| ([^|]+)\|$/gm)];
  expect(rows.map((row) => Number(row[1]))).toEqual(rows.map((_, index) => index + 1));
  expect(rows.length).toBeGreaterThan(12);
  expect(rows.reduce((minutes, row) => minutes + Number(row[2]), 0)).toBeLessThanOrEqual(60);
  for (const [, , , what = "", program = "", steps = "", expected = ""] of rows) {
    for (const cell of [what, program, steps, expected]) expect(cell.trim()).not.toBe("");
  }
});
