/** Every view and every form of the solution opens in the app, as each of the users, without an error. */
import type { Browser } from "playwright-core";
import { openBrowser, openDesk } from "./browser";
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

it.each(["ana", "mia", "root"] as const)("opens every view and form as %s", async (agent: Agent) => {
  const desk = await openDesk(browser, sandbox, agent);
  const { page, errors } = desk;
  const answer: unknown = await page.evaluate(async () => (await (await fetch("/uclient/model")).json()) as unknown);
  const model = answer as Model;
  const views = model.views.filter(({ table, queryType }) => table.startsWith("msgn_") && queryType === 0);
  expect(views.length).toBeGreaterThan(10);
  for (const { table, id } of views) {
    await page.goto(sandbox.urlOf(agent, `/main.aspx?pagetype=entitylist&etn=${table}&viewid=${id}`));
    await page.getByText(/^Rows: \d/).waitFor();
  }
  for (const { logicalName, entitySetName, primaryId } of model.tables.filter((table) => table.logicalName.startsWith("msgn_"))) {
    const { body } = await sandbox.api(agent, "GET", `${entitySetName}?$select=${primaryId}&$top=1`);
    for (const row of body["value"] as Record<string, unknown>[]) {
      await page.goto(sandbox.urlOf(agent, `/main.aspx?pagetype=entityrecord&etn=${logicalName}&id=${String(row[primaryId])}`));
      await page.getByRole("heading", { level: 1 }).first().waitFor();
    }
  }
  expect(errors).toEqual([]);
  await desk.close();
});
