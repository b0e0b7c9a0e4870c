/** The sandbox's shell in a browser, with a solution that is nobody's: what only a browser can show of its pages and of its temper. */
import type { Browser, Page } from "playwright-core";
import { createSandbox } from "../../sandbox";
import type { Sandbox } from "../../sandbox";
import { edited } from "../../sandbox/tests/fixture/edited";
import { helpDesk } from "../../sandbox/tests/fixture/helpDesk";
import { newContext, openBrowser } from "./browser";

jest.setTimeout(120_000);

/** Rules that note in the page who asked them, in which frame, and for the how manieth time in that frame's own globals. */
const script = `var HelpDesk = { count: 0, note: function (what) {
  var frame = window.frameElement ? window.frameElement.id : "none";
  parent.asked = (parent.asked || []).concat([what + " in " + frame + ": " + ++HelpDesk.count]);
  return true;
} };
HelpDesk.Ribbon = {
  isAvailable: function () { return Promise.resolve(HelpDesk.note("global")); },
  openTickets: function () {},
  onForm: function (form, table) { return HelpDesk.note("form " + table + " " + form.data.entity.getEntityName()); },
  onList: function (table) { HelpDesk.note("list " + table); return false; }
};`;

const button = (name: string, location: string): string =>
  `<CustomAction Id="${name}.Action" Location="${location}" Sequence="5"><CommandUIDefinition><Button Id="${name}.Button"
    Command="${name}.Command" LabelText="${name}" Alt="${name}" /></CommandUIDefinition></CustomAction>`;
const definition = (name: string): string =>
  `<CommandDefinition Id="${name}.Command"><EnableRules><EnableRule Id="${name}.Rule" /></EnableRules><Actions /></CommandDefinition>`;
const rule = (name: string, functionName: string, parameters: readonly string[]): string =>
  `<EnableRule Id="${name}.Rule"><CustomRule FunctionName="HelpDesk.Ribbon.${functionName}" Library="$webresource:sample_/desk.js">
    ${parameters.map((value) => `<CrmParameter Value="${value}" />`).join("")}</CustomRule></EnableRule>`;

/** The help desk with two more buttons, at the template locations of all forms and all lists. */
const solution = edited(helpDesk, {
  "WebResources/sample_deskjs": script,
  "customizations.xml": (xml) =>
    xml
      .replace("</CustomActions>", (end) => {
        const form = button("OnForm", "Mscrm.Form.{!EntityLogicalName}.MainTab.Save.Controls._children");
        return form + button("OnList", "Mscrm.HomepageGrid.{!EntityLogicalName}.MainTab.Actions.Controls._children") + end;
      })
      .replace("</CommandDefinitions>", (end) => definition("OnForm") + definition("OnList") + end)
      .replace(/<RuleDefinitions>\s*<EnableRules>/, (start) => {
        const form = rule("OnForm", "onForm", ["PrimaryControl", "PrimaryEntityTypeName"]);
        return start + form + rule("OnList", "onList", ["PrimaryEntityTypeName"]);
      }),
});

let sandbox: Sandbox;
let browser: Browser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([createSandbox({ solution }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.close();
});
beforeEach(async () => {
  page = await (await newContext(browser)).newPage();
  errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => (message.type() === "error" ? errors.push(message.text()) : undefined));
});
afterEach(async () => {
  await page.context().close();
  await fetch(`${sandbox.url}sandbox/shell`, { method: "DELETE" });
});

const post = (path: string, body: object) => fetch(`${sandbox.url}sandbox/${path}`, { method: "POST", body: JSON.stringify(body) });

/** Starts the app on a page; the page's heading. */
async function coldStart(query: string): Promise<string> {
  await page.goto(`${sandbox.appUrl("root")}main.aspx?pagetype=${query}`);
  const heading = page.getByRole("heading", { level: 1 }).first();
  await heading.waitFor();
  return (await heading.textContent()) ?? "";
}

/** Waits until so many rules have been asked; who asked them. */
async function asked(count: number): Promise<readonly string[]> {
  await page.waitForFunction((least) => ((window as { asked?: string[] }).asked?.length ?? 0) >= least, count);
  await page.waitForTimeout(300);
  return page.evaluate(() => [...((window as { asked?: string[] }).asked ?? [])].sort());
}

const newContact = "entityrecord&etn=contact";

it.each([
  ["dashboard", "Dashboards", ["global in ClientApiFrame: 1"]],
  ["custom&name=sample_board", "sample_board", ["global in ClientApiFrame: 1"]],
  ["webresource&webresourceName=sample_/board.html", "sample_/board.html", ["global in ClientApiFrame: 1"]],
])("starts on a page of type %s, where the global rule alone is asked", async (query, heading, rules) => {
  expect(await coldStart(query)).toBe(heading);
  expect(await asked(1)).toEqual(rules);
  expect(errors).toEqual([]);
});

it("asks the template rules on every form and list, in the global rule's frame, and shows what says yes", async () => {
  expect(await coldStart(newContact)).toContain("New Contact");
  expect((await asked(2)).map((one) => one.replace(/: \d$/, ""))).toEqual([
    "form contact contact in ClientApiFrame",
    "global in ClientApiFrame",
  ]);
  await page.getByRole("menuitem", { name: "OnForm" }).waitFor();
  expect(await coldStart("entitylist&etn=sample_ticket")).toContain("Ticket");
  expect((await asked(2)).map((one) => one.replace(/: \d$/, ""))).toEqual([
    "global in ClientApiFrame",
    "list sample_ticket in ClientApiFrame",
  ]);
  expect(await page.getByRole("menuitem", { name: "OnList" }).count()).toBe(0);
  expect(errors).toEqual([]);
});

it("asks the global rule in two frames with globals of their own with globalRule twice", async () => {
  await post("shell", { globalRule: "twice" });
  await coldStart("dashboard");
  expect(await asked(2)).toEqual(["global in ClientApiFrame2: 1", "global in ClientApiFrame: 1"]);
  await page.getByRole("button", { name: "Tickets" }).waitFor();
});

it("asks the template rules even with globalRule never, and shows no global command", async () => {
  await post("shell", { globalRule: "never" });
  await coldStart(newContact);
  expect(await asked(1)).toEqual(["form contact contact in ClientApiFrame: 1"]);
  expect(await page.getByRole("toolbar", { name: "Global commands" }).count()).toBe(0);
});

it("has another product's pane that opens by itself with otherPane expands", async () => {
  await post("shell", { otherPane: "expands" });
  await coldStart("dashboard");
  await page.getByRole("button", { name: "Other product", expanded: true }).waitFor();
  expect(errors).toEqual([]);
});

describe("an ended session, as the page's own fetch meets it", () => {
  const ask = (redirect: RequestRedirect) =>
    page.evaluate(async (mode) => {
      try {
        const { status, type, headers } = await fetch("/api/data/v9.2/WhoAmI()", { redirect: mode });
        return [status, type, headers.get("Content-Type")?.split(";")[0]];
      } catch (error) {
        return [(error as Error).name, navigator.onLine];
      }
    }, redirect);

  it.each([
    ["401", [401, "basic", "application/json"]],
    ["redirect", ["TypeError", true]],
    ["html", [200, "basic", "text/html"]],
  ])("is %s, until the app is loaded again", async (signedOut, met) => {
    await post("shell", { signedOut });
    await coldStart("dashboard");
    await post("signout", { user: "root" });
    expect(await ask("follow")).toEqual(met);
    if (signedOut === "redirect") expect(await ask("manual")).toEqual([0, "opaqueredirect", undefined]);
    await page.reload();
    expect((await ask("follow"))[0]).toBe(200);
  });
});
