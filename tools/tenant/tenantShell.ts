import type { Page } from "playwright-core";
import type { Shell } from "../../tests/pageObjects/desk";

/** How long an app may take to load in an environment that has slept (ms). */
const APP_LIMIT = 90_000;

/** Lists by what the site map of the product's app calls them in English. */
const TABLES: Readonly<Record<string, string>> = { Contacts: "contact", Accounts: "account" };

/**
 * The app as an environment draws it. Site maps and headings differ from app to app and from look to look: so pages are reached and recognized
 * by the client API and by their addresses, which are documented.
 */
export const tenantShell: Shell = {
  async ready(page) {
    await page.waitForFunction(
      () => (window as unknown as { Xrm?: { App?: { sidePanes?: object } } }).Xrm?.App?.sidePanes !== undefined,
      undefined,
      { timeout: APP_LIMIT, polling: 250 },
    );
  },
  async goTo(page: Page, link: string) {
    const entityName = TABLES[link] ?? link;
    await page.evaluate((entityName) => {
      const { Xrm } = window as unknown as { Xrm: { Navigation: { navigateTo(input: object): PromiseLike<unknown> } } };
      Xrm.Navigation.navigateTo({ pageType: "entitylist", entityName }).then(undefined, () => undefined);
    }, entityName);
    await page.waitForURL(({ searchParams }) => searchParams.get("pagetype") === "entitylist" && searchParams.get("etn") === entityName);
  },
};
