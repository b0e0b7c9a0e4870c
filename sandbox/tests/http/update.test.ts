import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { createSandbox, SolutionImportError } from "../..";
import type { Sandbox } from "../..";
import { SolutionRefused } from "../../server/lifecycle";
import { edited } from "../fixture/edited";
import { withCampaign, withNumberAsText, zipOf } from "../lifecycle/solutions";
import { ask, askWebApi, rows } from "./ask";

const script = "WebResources/sample_deskjs";
const [first, second] = [zipOf("51.0.0.0"), edited(zipOf("51.0.0.0", withCampaign), { [script]: "window.isSecond = true;" })];
let sandbox: Sandbox;

async function start(reloads = true): Promise<void> {
  sandbox = await createSandbox({ solution: first, reloads });
  await askWebApi(sandbox.port, "root", "sample_notes", { method: "POST", body: { sample_name: "Before", sample_text: "Kept" } });
}
afterEach(() => sandbox.close());

/** What the app is told that it was loaded from; undefined where it is not to load itself anew. */
async function importId(): Promise<unknown> {
  const { sandbox: surroundings } = (await ask(sandbox.port, "/uclient/model", { user: "root" })).json() as {
    sandbox: { importId?: unknown };
  };
  return surroundings.importId;
}

/** Listens as an open page does. */
function listen(): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asking = request({
      host: "127.0.0.1",
      port: sandbox.port,
      path: "/uclient/imports",
      headers: { Host: `localhost:${sandbox.port}` },
    });
    asking.on("response", resolve).on("error", reject).end();
  });
}

const next = (stream: IncomingMessage): Promise<string> =>
  new Promise((resolve) => stream.once("data", (chunk: Buffer) => resolve(String(chunk))));

describe("a solution that is imported anew while people work", () => {
  beforeEach(() => start());

  it("brings its new columns and files at once, and keeps the rows with their etags", async () => {
    const [before] = await rows(sandbox.port, "root", "sample_notes");
    expect(sandbox.update(second)).toMatchObject([{ kind: "updated", removed: [] }]);
    expect(await rows(sandbox.port, "root", "sample_notes")).toEqual([{ ...before, sample_campaign: null }]);
    expect((await ask(sandbox.port, "/WebResources/sample_/desk.js")).text).toBe("window.isSecond = true;");
    const body = { sample_name: "After", sample_campaign: "Spring" };
    expect((await askWebApi(sandbox.port, "root", "sample_notes", { method: "POST", body })).status).toBe(204);
  });

  it.each([
    ["is broken", first.subarray(0, 500), SolutionImportError],
    ["has another type for a column", zipOf("51.0.0.0", withNumberAsText), SolutionRefused],
    ["is older", zipOf("50.0.0.0", withCampaign), SolutionRefused],
  ] as const)("changes nothing where the zip %s", async (_what, zip, expected) => {
    const [before, id] = [await rows(sandbox.port, "root", "sample_notes"), await importId()];
    expect(() => sandbox.update(zip)).toThrow(expected);
    expect(await rows(sandbox.port, "root", "sample_notes")).toEqual(before);
    expect(await importId()).toBe(id);
    expect((await askWebApi(sandbox.port, "root", "sample_notes", { method: "POST", body: { sample_name: "Works on" } })).status).toBe(204);
    expect(sandbox.update(second)).toHaveLength(1);
  });

  it("tells who listens to changes of rows, also of those that are written later", async () => {
    const told: string[] = [];
    sandbox.dataverse.onChange("sample_note", () => told.push("note"));
    sandbox.update(second);
    await askWebApi(sandbox.port, "root", "sample_notes", { method: "POST", body: { sample_name: "Later" } });
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual(["note"]);
  });

  it("tells open pages that there is another import than the one that they were loaded from, and ends that when it is closed", async () => {
    const id = await importId();
    const stream = await listen();
    expect(await next(stream)).toBe(`data: ${String(id)}\n\n`);
    const told = next(stream);
    sandbox.update(second);
    const now = await importId();
    expect(now).not.toBe(id);
    expect(await told).toBe(`data: ${String(now)}\n\n`);
    const ended = new Promise((resolve) => stream.once("close", resolve));
    stream.on("error", () => undefined);
    await sandbox.close();
    await ended;
  });
});

it("lets pages be where nobody imports anew", async () => {
  await start(false);
  expect(await importId()).toBeUndefined();
  expect((await ask(sandbox.port, "/uclient/imports")).status).toBe(404);
});
