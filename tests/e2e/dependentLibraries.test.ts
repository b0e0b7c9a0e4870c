/** A code component that takes a library from another one, in the sandbox's shell: when the browser asks for it, and what the component sees. */
import type { Browser, Page } from "playwright-core";
import { createSandbox } from "../../sandbox";
import type { Sandbox } from "../../sandbox";
import { CHART, helpDeskWithChart } from "../../sandbox/tests/fixture/chartLibrary";
import { edited } from "../../sandbox/tests/fixture/edited";
import { CARD_FORM } from "../../sandbox/tests/fixture/helpDeskTables";
import { newContext, openBrowser } from "./browser";

jest.setTimeout(120_000);

/** A card that notes what it meets: the library at the time of its bundle and after its page has loaded. Its button loads the library. */
const card = `(function () {
  window.met = { atFirst: window.Chart === undefined ? "no chart" : "chart", react: window.React };
  function TicketCard() {}
  TicketCard.prototype = {
    init: function (context) { this.utils = context.utils; window.met.function = typeof context.utils.loadDependency; },
    updateView: function () {
      var utils = this.utils;
      return React.createElement("button", { onClick: function () {
        window.asked = utils.loadDependency("${CHART}").then(
          function (made) { return [made === window.Chart.made, window.Chart.react === window.met.react]; },
          function (error) { return error.message; });
      } }, "Draw");
    },
    getActions: function () { return { afterPageLoad: function () { window.met.afterPageLoad = true; return Promise.resolve(); } }; },
    getOutputs: function () { return {}; },
    destroy: function () {}
  };
  ComponentFramework.registerControl("HelpDesk.TicketCard", TicketCard);
})();`;
const chart = `(function () {
  function Chart() {}
  Chart.prototype = { init: function () {}, updateView: function () { return null; }, destroy: function () {} };
  window.Chart = { made: Chart, react: window.React };
  ComponentFramework.registerControl("HelpDesk.Chart", Chart);
})();`;

let browser: Browser;
let page: Page;
let sandbox: Sandbox;
let fetched: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await page.context().close();
  await sandbox.close();
});

/** Opens the form of the card, whose manifest says this of the chart. */
async function open(use: Readonly<Record<string, string | number>>, temper: object = {}): Promise<void> {
  const script = "var HelpDesk = { CardForm: { onLoad: function () {} }, Ribbon: { isAvailable: function () { return false; } } };";
  sandbox = await createSandbox({ solution: edited(helpDeskWithChart(use, { card, chart }), { "WebResources/sample_deskjs": script }) });
  await fetch(`${sandbox.url}sandbox/shell`, { method: "POST", body: JSON.stringify(temper) });
  page = await (await newContext(browser)).newPage();
  fetched = [];
  page.on("request", (request) => {
    const file = /controls\/sample_HelpDesk\.(\w+)\/bundle\.js/.exec(request.url())?.[1];
    if (file !== undefined) fetched.push(file);
  });
  await page.goto(`${sandbox.appUrl("root")}main.aspx?pagetype=entityrecord&etn=sample_preference&formid=${CARD_FORM}`);
  await page.getByRole("button", { name: "Draw" }).waitFor({ timeout: 15_000 });
}

const met = () => page.evaluate(() => ({ ...(window as unknown as { met: Record<string, unknown> }).met, react: undefined }));

/** Presses Draw; what the card was answered. */
async function draw(): Promise<unknown> {
  await page.getByRole("button", { name: "Draw" }).click();
  return page.evaluate(() => (window as unknown as { asked: Promise<unknown> }).asked);
}

it("fetches a library on demand when it is asked for, and once; both have the platform's React", async () => {
  await open({ "load-type": "onDemand" });
  await page.waitForFunction(() => (window as unknown as { met: { afterPageLoad?: boolean } }).met.afterPageLoad);
  expect(await met()).toEqual({ atFirst: "no chart", function: "function", afterPageLoad: true });
  expect(fetched).toEqual(["TicketCard"]);
  expect(await draw()).toEqual([true, true]);
  expect(await draw()).toEqual([true, true]);
  expect(fetched).toEqual(["TicketCard", "Chart"]);
});

it("says so when the library cannot be fetched, and fetches it the next time", async () => {
  await open({ "load-type": "onDemand" });
  await page.route("**/bundle.js", (route) => route.abort());
  expect(await draw()).toMatch(/Chart\/bundle\.js could not be loaded/);
  await page.unroute("**/bundle.js");
  expect(await draw()).toEqual([true, true]);
  expect(fetched).toEqual(["TicketCard", "Chart", "Chart"]);
});

it("fetches a library without a load type before the component, whose afterPageLoad nobody calls", async () => {
  await open({ order: 1 });
  expect(await met()).toEqual({ atFirst: "chart", function: "function" });
  expect(fetched).toEqual(["Chart", "TicketCard"]);
});

it("has no function to ask by with loadDependency missing, and never fetches the library", async () => {
  await open({ "load-type": "onDemand" }, { loadDependency: "missing" });
  await page.waitForFunction(() => (window as unknown as { met: { afterPageLoad?: boolean } }).met.afterPageLoad);
  expect(await met()).toMatchObject({ atFirst: "no chart", function: "undefined" });
  expect(fetched).toEqual(["TicketCard"]);
});

it("fetches the library with the component with loadDependency eager", async () => {
  await open({ "load-type": "onDemand" }, { loadDependency: "eager" });
  expect(await met()).toMatchObject({ atFirst: "chart", function: "function" });
  expect(await draw()).toEqual([true, true]);
  expect(fetched).toEqual(["Chart", "TicketCard"]);
});
