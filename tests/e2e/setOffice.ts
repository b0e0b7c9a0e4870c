/** The scene of tests with several agents: a sandbox, and a desk for whoever is needed. */
import type { Browser } from "playwright-core";
import { openBrowser, openDesk } from "./browser";
import type { Desk } from "./browser";
import { startSandbox } from "./sandbox";
import type { Agent, Sandbox, SandboxStart } from "./sandbox";

/** What is there in each test of the file. */
export interface Office {
  /** Not before the tests begin. */
  readonly sandbox: Sandbox;
  /** Opens the app as an agent, in a browser of their own; closed after the test. */
  readonly desk: (agent: Agent) => Promise<Desk>;
}

/** Sets the scene for every test of the file that calls it, before any hook of its own. */
export function setOffice(start: SandboxStart = {}): Office {
  let browser: Browser;
  let sandbox: Sandbox | undefined;
  const desks: Desk[] = [];

  beforeAll(async () => {
    [sandbox, browser] = await Promise.all([startSandbox(start), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await sandbox?.stop();
  });
  afterEach(() => Promise.all(desks.splice(0).map((opened) => opened.close())));

  const running = (): Sandbox => {
    if (!sandbox) throw new Error("The sandbox runs in tests and their hooks only.");
    return sandbox;
  };
  return {
    get sandbox() {
      return running();
    },
    async desk(agent) {
      const opened = await openDesk(browser, running(), agent);
      desks.push(opened);
      return opened;
    },
  };
}
