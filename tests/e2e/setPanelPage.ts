/** The scene of tests of the panel alone: a browser, and a page with the panel for each test. */
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "./browser";
import { openPanelPage } from "./openPanelPage";

/** What is there in each test of the file. */
export interface PanelScene {
  /** Not before the tests begin. */
  readonly page: Page;
}

/** Sets the scene for every test of the file that calls it, before any hook of its own: so many conversations in a window as wide as the side pane. */
export function setPanelPage(count: number): PanelScene {
  let browser: Browser;
  let page: Page | undefined;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    page = await openPanelPage(browser, count);
  });
  afterEach(() => page?.close());

  return {
    get page() {
      if (!page) throw new Error("The page is there in tests and their hooks only.");
      return page;
    },
  };
}
