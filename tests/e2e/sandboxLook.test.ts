/** The sandbox's shell in the colours that `?theme=…` chooses, with a solution that is nobody's. */
import type { Browser, Page } from "playwright-core";
import { createSandbox } from "../../sandbox";
import type { Sandbox } from "../../sandbox";
import { helpDesk } from "../../sandbox/tests/fixture/helpDesk";
import { newContext, openBrowser } from "./browser";

jest.setTimeout(120_000);

let sandbox: Sandbox;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([createSandbox({ solution: helpDesk }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.close();
});
beforeEach(async () => {
  page = await (await newContext(browser)).newPage();
});
afterEach(() => page.context().close());

const heading = (name: RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();

/** The shell's colours: of its bars and surfaces, and of a button of Fluent's. */
const colors = () =>
  page.evaluate(() =>
    [".sb-sitemap", ".sb-commands", ".sb-card", "body"].map((place) => {
      const element = document.querySelector(place);
      const style = element === null ? undefined : getComputedStyle(element);
      return `${style?.backgroundColor ?? "none"} ${style?.color ?? "none"}`;
    }),
  );
const DARK = [
  "rgb(31, 31, 31) rgb(255, 255, 255)",
  "rgb(41, 41, 41) rgb(255, 255, 255)",
  "rgb(41, 41, 41) rgb(255, 255, 255)",
  "rgb(20, 20, 20) rgb(255, 255, 255)",
];

it("is dark with ?theme=dark, and stays so over navigation, a reload and an address without it, until another is chosen", async () => {
  await page.goto(`${sandbox.appUrl("root")}?theme=dark`);
  await heading(/Dashboards/);
  await page.getByRole("navigation").getByRole("link", { name: "Tickets", exact: true }).click();
  await heading(/Ticket/);
  expect(await colors()).toEqual(DARK);
  await page.reload();
  await heading(/Ticket/);
  expect(await colors()).toEqual(DARK);
  await page.goto(`${sandbox.appUrl("root")}main.aspx?pagetype=entitylist&etn=sample_ticket`);
  await heading(/Ticket/);
  expect(await colors()).toEqual(DARK);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
  await page.goto(`${sandbox.appUrl("root")}main.aspx?pagetype=entitylist&etn=sample_ticket&theme=classic`);
  await heading(/Ticket/);
  expect((await colors())[2]).toBe("rgb(255, 255, 255) rgb(36, 36, 36)");
});

it("says which themes there are to who asks for another", async () => {
  await page.goto(`${sandbox.appUrl("root")}?theme=pink`);
  expect(await page.getByRole("alert").textContent()).toContain("Known: classic, light, dark, plum.");
});
