/** Every view and every form of the solution opens in the app, as each of the users who may, without an error. */
import type { Browser } from "playwright-core";
import { openBrowser, openDesk } from "./browser";
import type { Desk } from "./browser";
import { startSandbox } from "./sandbox";
import type { Agent, Sandbox } from "./sandbox";

jest.setTimeout(120_000);

/** As much of the sandbox's model as names the pages. */
interface Model {
  readonly tables: readonly { readonly logicalName: string; readonly entitySetName: string; readonly primaryId: string }[];
  readonly views: readonly { readonly id: string; readonly table: string; readonly queryType: number }[];
}

let sandbox: Sandbox;
let browser: Browser;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ demo: true }), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

/** As code in the app opens a page, without starting the app anew; waits until the app has asked for the page's rows. */
async function open({ page }: Desk, input: Readonly<Record<string, string>>): Promise<void> {
  await Promise.all([
    page.waitForResponse(/\/uclient\/api\/data\//),
    page.evaluate((target) => {
      const { Xrm } = window as unknown as { Xrm: { Navigation: { navigateTo(input: object): Promise<void> } } };
      return Xrm.Navigation.navigateTo(target);
    }, input),
  ]);
}

async function modelOf({ page }: Desk): Promise<Model> {
  const { tables, views } = (await page.evaluate(async () => (await (await fetch("/uclient/model")).json()) as unknown)) as Model;
  const own = {
    tables: tables.filter(({ logicalName }) => logicalName.startsWith("msgn_")),
    views: views.filter(({ table, queryType }) => table.startsWith("msgn_") && queryType === 0),
  };
  expect(own.tables).toHaveLength(9);
  expect(own.views.length).toBeGreaterThan(10);
  return own;
}

it.each(["ana", "ben", "chloe", "mia", "root"] as const)("opens every view and form as %s", async (agent: Agent) => {
  const desk = await openDesk(browser, sandbox, agent);
  const { page, errors } = desk;
  const { tables, views } = await modelOf(desk);
  for (const { table, id } of views) {
    await open(desk, { pageType: "entitylist", entityName: table, viewId: id });
    await page.getByText(/^Rows: \d/).waitFor();
  }
  for (const { logicalName, entitySetName, primaryId } of tables) {
    const { body } = await sandbox.api(agent, "GET", `${entitySetName}?$select=${primaryId}&$top=1`);
    for (const row of body["value"] as Record<string, unknown>[]) {
      await open(desk, { pageType: "entityrecord", entityName: logicalName, entityId: String(row[primaryId]) });
      await page.locator(".sb-form-main .sb-tab").first().waitFor();
    }
  }
  expect(errors).toEqual([]);
  await desk.close();
});

it("tells zoe, who has no role, on every list and form what she lacks, and does nothing else wrong", async () => {
  const desk = await openDesk(browser, sandbox, "zoe");
  const { tables, views } = await modelOf(desk);
  for (const { table, id } of views) {
    await open(desk, { pageType: "entitylist", entityName: table, viewId: id });
    await desk.page.getByText(`prvRead${table}`).waitFor();
  }
  for (const { logicalName, entitySetName, primaryId } of tables) {
    const { body } = await sandbox.api("root", "GET", `${entitySetName}?$select=${primaryId}&$top=1`);
    for (const row of body["value"] as Record<string, unknown>[]) {
      await open(desk, { pageType: "entityrecord", entityName: logicalName, entityId: String(row[primaryId]) });
      await desk.page.getByText(`prvRead${logicalName}`).waitFor();
    }
  }
  // The browser itself reports what the server refused.
  expect(desk.errors.filter((error) => !error.includes("403"))).toEqual([]);
  await desk.close();
});
