import "../diagnostics/withDocument";
import { screen } from "@testing-library/dom";
import { startDataverse } from "../dataverse";
import type { TestDataverse } from "../dataverse";

let dataverse: TestDataverse;
const { fetch, setTimeout } = globalThis;
const pages: object[] = [];
/** What waits for the next reading; a test ends the pause, nothing keeps it from its end. */
const pauses: (() => void)[] = [];
const endPause = () => pauses.splice(0).forEach((task) => task());
beforeEach(async () => {
  [pages.length, pauses.length] = [0, 0];
  dataverse = await startDataverse();
  dataverse.text("+15550101", { secondsAgo: 120 });
  const later = (task: () => void, ms?: number) => (ms !== undefined && ms > 50_000 ? void pauses.push(task) : setTimeout(task, ms));
  const app = { Xrm: { Navigation: { navigateTo: (page: object) => Promise.resolve(pages.push(page)) } } };
  Object.assign(globalThis, { fetch: dataverse.fetchAs("mia"), setTimeout: later });
  Object.defineProperty(window, "parent", { value: app, configurable: true });
  document.body.innerHTML = '<main id="overview"></main>';
});
afterEach(() => {
  Object.assign(globalThis, { fetch, setTimeout });
  for (const name of ["GetGlobalContext", "parent"]) Reflect.deleteProperty(window, name);
  Reflect.deleteProperty(document, "visibilityState");
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

it("leads to the list's address in the whole window where the frame around it is of another origin", async () => {
  const foreign = {
    get Xrm(): never {
      throw new Error("Blocked a frame from accessing a cross-origin frame.");
    },
  };
  Object.defineProperty(window, "parent", { value: foreign, configurable: true });
  const opened: unknown[] = [];
  Object.assign(window, { open: (...what: unknown[]) => opened.push(what) });
  await load();
  const link = await screen.findByRole("link", { name: /^Waiting now\s+1/ });
  link.click();
  expect(opened).toEqual([[link.getAttribute("href"), "_top"]]);
});

it("reads again when Try Again is pressed after a failure", async () => {
  Object.assign(globalThis, { fetch: () => Promise.reject(new TypeError("cut")) });
  await load();
  const button = await screen.findByRole("button", { name: "Try Again" });
  Object.assign(globalThis, { fetch: dataverse.fetchAs("mia") });
  button.click();
  expect(await screen.findByRole("link", { name: /^Waiting now\s+1/ })).toBeTruthy();
});

it("reads every minute while it is seen; while it is hidden it waits until it is seen again", async () => {
  await load();
  await screen.findByRole("link", { name: /^Waiting now\s+1/ });
  const see = (visibilityState: string) => {
    Object.defineProperty(document, "visibilityState", { value: visibilityState, configurable: true });
    document.dispatchEvent(new window.Event("visibilitychange"));
  };
  dataverse.text("+15550102");
  see("visible");
  endPause();
  expect(await screen.findByRole("link", { name: /^Waiting now\s+2/ })).toBeTruthy();
  dataverse.asked.length = 0;
  see("hidden");
  endPause();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(dataverse.asked).toEqual([]);
  dataverse.text("+15550103");
  see("visible");
  expect(await screen.findByRole("link", { name: /^Waiting now\s+3/ })).toBeTruthy();
});
