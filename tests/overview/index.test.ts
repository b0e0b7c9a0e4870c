import "../diagnostics/withDocument";
import { screen } from "@testing-library/dom";
import { startDataverse } from "../dataverse";
import type { TestDataverse } from "../dataverse";

let dataverse: TestDataverse;
const { fetch, setTimeout } = globalThis;
const pages: object[] = [];
beforeEach(async () => {
  dataverse = await startDataverse();
  dataverse.text("+15550101", { secondsAgo: 120 });
  // Without the wait for the next reading, which would keep the test from its end.
  const later = (task: () => void, ms?: number) => (ms !== undefined && ms > 50_000 ? 0 : setTimeout(task, ms));
  const app = { Xrm: { Navigation: { navigateTo: (page: object) => Promise.resolve(pages.push(page)) } } };
  Object.assign(globalThis, { fetch: dataverse.fetchAs("mia"), setTimeout: later });
  Object.defineProperty(window, "parent", { value: app, configurable: true });
  document.body.innerHTML = '<main id="overview"></main>';
});
afterEach(() => {
  Object.assign(globalThis, { fetch, setTimeout });
  for (const name of ["GetGlobalContext", "parent"]) Reflect.deleteProperty(window, name);
  dataverse.close();
});

const load = () =>
  jest.isolateModulesAsync(async () => {
    await import("../../overview");
  });

it("fills its page with the platform's context: language, app, and the app's navigation around it", async () => {
  const context = {
    ...{ getClientUrl: () => "", getCurrentAppUrl: () => "/main.aspx?appid=app" },
    userSettings: { languageId: 1031 },
  };
  Object.assign(window, { GetGlobalContext: () => context });
  await load();
  const link = await screen.findByRole("link", { name: /^Wartet jetzt\s+1/ });
  expect(link.getAttribute("href")).toMatch(/^\/main\.aspx\?appid=app&pagetype=entitylist/);
  link.click();
  expect(pages).toEqual([expect.objectContaining({ entityName: "msgn_session" })]);
});

it("speaks English without that context, and works", async () => {
  await load();
  expect(await screen.findByRole("link", { name: /^Longest wait\s+2 min/ })).toBeTruthy();
});

it("does nothing in a page without its place", async () => {
  document.body.innerHTML = "";
  await load();
  expect(document.body.innerHTML).toBe("");
});
