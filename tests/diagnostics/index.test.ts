import "./withDocument";
import { screen } from "@testing-library/dom";
import { startDataverse } from "../dataverse";
import type { TestDataverse } from "../dataverse";

let dataverse: TestDataverse;
const { fetch, BroadcastChannel } = globalThis;
beforeEach(async () => {
  dataverse = await startDataverse();
  // A browser without a channel between tabs: Node's own would keep the test from its end.
  Object.assign(globalThis, { fetch: dataverse.fetchAs("mia"), BroadcastChannel: undefined });
  document.body.innerHTML = '<main id="diagnostics"></main>';
});
afterEach(() => {
  Object.assign(globalThis, { fetch, BroadcastChannel });
  Reflect.deleteProperty(window, "GetGlobalContext");
  dataverse.close();
});

const load = () =>
  jest.isolateModulesAsync(async () => {
    await import("../../diagnostics");
  });

it("fills its page in the language that the platform's context tells, and asks the server as its reader", async () => {
  const userSettings = { languageId: 3082, userId: `{${dataverse.idOf("mia").toUpperCase()}}` };
  Object.assign(window, { GetGlobalContext: () => ({ getClientUrl: () => "", userSettings }) });
  await load();
  screen.getByRole("button", { name: "Comprobarme a mí" }).click();
  expect(await screen.findByRole("heading", { level: 2, name: "Mia Tanaka" })).toBeTruthy();
});

it("speaks English without that context, and works", async () => {
  await load();
  screen.getByRole("button", { name: "Look at Myself" }).click();
  expect(await screen.findByRole("heading", { level: 2, name: "Mia Tanaka" })).toBeTruthy();
});

it("does nothing in a page without its place", async () => {
  document.body.innerHTML = "";
  await load();
  expect(document.body.innerHTML).toBe("");
});
