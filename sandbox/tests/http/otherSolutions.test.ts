/** A sandbox of solutions that have what the sample has not: no app, no table, parts that are not played, columns for contacts. */
import { runInNewContext } from "node:vm";
import { createSandbox } from "../..";
import type { Sandbox } from "../..";
import { element, text } from "../fixture/element";
import { addition, script, smallZip } from "../fixture/smallZip";
import { column } from "../fixture/tables";
import { ask, askWebApi, rows } from "./ask";
import { sampleSolution } from "./sampleSolution";

const flow = element("Workflow", { Name: "Remind &lt;all&gt;" }, text("Category", 5));
const required = [element("Required", { type: 61, schemaName: "other_/lib.js", displayName: "x", solution: "Other (1.0)" })];
const bare = smallZip({
  uniqueName: "Bare",
  more: [element("Workflows", {}, flow), element("WebResources", {}, script(1, "sample_/only.js"))],
  files: { "WebResources/sample_/only.js": "var only;" },
  required,
});

/** Starts a sandbox for the time of one piece of work. */
async function withSandbox(solution: Uint8Array | readonly Uint8Array[], work: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const sandbox = await createSandbox({ solution });
  try {
    await work(sandbox);
  } finally {
    await sandbox.close();
  }
}

interface ModelAnswer {
  readonly app: { readonly uniqueName: string; readonly tables: readonly string[] };
}

describe("a solution without an app and without a table", () => {
  it("opens as an app with a page that says so, and its Web API and web resources answer", () =>
    withSandbox(bare, async ({ port }) => {
      expect((await ask(port, "/", { host: "root.localhost" })).status).toBe(200);
      const { app } = (await ask(port, "/uclient/model", { user: "root" })).json() as ModelAnswer;
      expect(app).toMatchObject({ uniqueName: "Bare", tables: ["contact", "account"] });
      expect(JSON.stringify(app)).toContain("pagetype=about");
      expect(await rows(port, "root", "contacts")).toEqual([]);
      expect((await ask(port, "/WebResources/sample_/only.js")).text).toBe("var only;");
    }));

  it("has on the first page what is not played and what is missing, by name, and never as markup", () =>
    withSandbox(bare, async ({ port, reports }) => {
      const page = (await ask(port, "/")).text;
      expect(page).toContain("<h2>Bare 1.0.0.0 has what the sandbox does not play</h2>");
      expect(page).toContain("<li>cloud flow: Remind &lt;all&gt;</li>");
      expect(page).toContain("<h2>Bare 1.0.0.0 needs what is not here</h2>");
      expect(page).toContain("<li>web resource: other_/lib.js (of Other (1.0))</li>");
      expect(reports).toMatchObject([{ uniqueName: "Bare", leftOut: [{ kind: "cloud flow" }], missing: [{ name: "other_/lib.js" }] }]);
    }));
});

it("a solution that is played whole has no such notes on the first page", () =>
  withSandbox(sampleSolution(), async ({ port }) => {
    expect((await ask(port, "/")).text).not.toContain("does not play");
  }));

it("columns that a solution adds to contacts are written and read like its own", () =>
  withSandbox(smallZip({ entities: [addition("Contact", column("sample_Rank", "int", "Rank"))] }), async ({ port }) => {
    const made = await askWebApi(port, "root", "contacts", { method: "POST", body: { lastname: "Doe", sample_rank: 3 } });
    expect(made.status).toBe(204);
    expect(await rows(port, "root", "contacts?$select=lastname,sample_rank&$filter=sample_rank gt 2")).toMatchObject([
      { lastname: "Doe", sample_rank: 3 },
    ]);
  }));

it("several solutions are one environment: the users have the roles of all, the first app is shown", () =>
  withSandbox([bare, sampleSolution()], async ({ port, people, dataverse }) => {
    expect(people.map(({ login }) => login)).toEqual(["ticket-agent", "ticket-viewer", "guest", "root"]);
    expect(((await ask(port, "/uclient/model", { user: "root" })).json() as ModelAnswer).app.uniqueName).toBe("sample_Desk");
    expect((await ask(port, "/WebResources/sample_/only.js")).status).toBe(200);
    expect((await ask(port, "/WebResources/sample_/hello.js")).status).toBe(200);
    expect(dataverse.imported).toMatchObject([
      { kind: "installed", uniqueName: "Bare" },
      { kind: "installed", uniqueName: "Sample" },
    ]);
  }));

it("a configuration may go by what the solutions bring", async () => {
  const sandbox = await createSandbox({
    solution: [bare, sampleSolution()],
    configuration: ({ uniqueName, roles }) => ({ title: `${uniqueName}: ${roles.map(({ name }) => name).join()}` }),
  });
  try {
    expect((await ask(sandbox.port, "/")).text).toContain("<h1>Bare, Sample: Ticket Agent,Ticket Viewer sandbox</h1>");
  } finally {
    await sandbox.close();
  }
});

describe("scripts of other makers", () => {
  it.each(["v9.0", "v9.1", "v9.2"])("find the Web API at version %s, and in the log with the address that they asked", (version) =>
    withSandbox(sampleSolution(), async ({ port }) => {
      expect((await ask(port, `/api/data/${version}/sample_tickets`, { user: "root" })).status).toBe(200);
      expect((await ask(port, "/sandbox/requests")).json()).toMatchObject([{ url: `/api/data/${version}/sample_tickets`, status: 200 }]);
    }),
  );

  it.each(["v8.2", "v9.3", "v92"])("do not find it at version %s", (version) =>
    withSandbox(sampleSolution(), async ({ port }) => {
      expect((await ask(port, `/api/data/${version}/sample_tickets`, { user: "root" })).status).toBe(404);
    }),
  );

  it("may load GetGlobalContext from beside the web resources", () =>
    withSandbox(bare, async ({ port }) => {
      for (const path of ["ClientGlobalContext.js.aspx", "sample_/ClientGlobalContext.js.aspx"]) {
        const answer = await ask(port, `/WebResources/${path}`);
        expect(answer.headers["content-type"]).toContain("javascript");
        const context = { name: "the global context" };
        const parent = { Xrm: { Utility: { getGlobalContext: () => context } } };
        expect(runInNewContext(`${answer.text}; GetGlobalContext();`, { parent })).toBe(context);
      }
    }));
});
