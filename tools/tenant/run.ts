/** One run of the program: people sign in, checks are made, and everything that was made for them is removed, whatever happens. */
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { openTab } from "../../tests/pageObjects/desk";
import { checklist, leftForAPerson } from "./checklist";
import { runColdStarts } from "./coldStarts";
import type { ColdStart } from "./coldStarts";
import { watchConsole } from "./consoleWatch";
import { createCustomers } from "./customers";
import { findApp, idleTimeout, judgeKeys, versionFacts } from "./environment";
import type { Fact } from "./environment";
import { runFlow } from "./flow";
import { createMadeRows } from "./madeRows";
import type { LeftRow, MadeRows } from "./madeRows";
import type { Note } from "./notes";
import type { Options } from "./options";
import { CannotGoOn, openWindowOf, PARTS, profileFolder, waitForSignIn } from "./person";
import type { Person } from "./person";
import { readingsOf } from "./readings";
import type { Outcome } from "./report";
import { createRunner, Differed, plainText } from "./runner";
import type { Runner } from "./runner";
import { tenantShell } from "./tenantShell";
import { createWebApi } from "./webApi";
import type { WebApi } from "./webApi";

/** What a run tells on its way, and what ends it early. */
export interface Terminal {
  readonly say: (line: string) => void;
  /** Aborts at Ctrl+C. */
  readonly stopped: AbortSignal;
}

const ENGLISH = 1033;
const ENVIRONMENT = "The environment";
const END = "The end";

/**
 * Runs everything. Rows that the run has made are removed before this settles, whichever way.
 * @throws CannotGoOn before there is anything to report
 */
export async function run(options: Options, { say, stopped }: Terminal): Promise<Outcome> {
  const contexts: BrowserContext[] = [];
  try {
    const [first, second, administrator] = await signIn(options, contexts, { say, stopped });
    const api = createWebApi(lastingPage(administrator, options, contexts));
    const appId = await findApp(api, options.app);
    const made = createMadeRows(api, join(profileFolder(options.profiles, options.origin), "made.json"));
    const runner = createRunner(options.report, stopped, say);
    const app = `${options.origin}/main.aspx?appid=${appId}`;
    const console = watchConsole([first.context, second.context]);
    const facts: readonly Fact[] = [
      ["Environment", options.origin],
      ["App", options.app],
      ["When", new Date().toISOString()],
      ...(await versionFacts(api, await browserOf(administrator.page))),
    ];
    let starts: readonly ColdStart[] = [];
    let flowNotes: readonly Note[] = [];
    let left: readonly LeftRow[] = [];
    try {
      const timeout = await judgeEnvironment({ runner, api, made, people: [first, second, administrator], app });
      const customers = createCustomers(api, made);
      const numberId = stopped.aborted ? "" : await customers.numberId(await customers.create());
      const { customPage } = options;
      starts = await runColdStarts(runner, first, { app, numberId, ...(customPage === undefined ? {} : { customPage }) });
      flowNotes = await runFlow({ runner, agents: [first, second], api, customers, app, idleTimeout: timeout });
      await runner.check(END, "no error in the browser's console names the product", () => Promise.resolve(console.judge()));
    } finally {
      say(`Removing ${made.count()} rows …`);
      left = await made.removeAll();
    }
    return {
      facts,
      results: runner.results,
      starts,
      readings: readingsOf(starts, flowNotes),
      left,
      forAPerson: leftForAPerson(checklist()),
      ...(stopped.aborted ? { stopped: "somebody pressed Ctrl+C" } : {}),
    };
  } finally {
    await Promise.allSettled(contexts.map((context) => context.close()));
  }
}

/** Everybody signs in, one after the other, so that it is clear which window is whose. */
async function signIn(
  options: Options,
  contexts: BrowserContext[],
  { say, stopped }: Terminal,
): Promise<readonly [Person, Person, Person]> {
  const people: Person[] = [];
  const stopping = new Promise<never>((_, reject) => {
    stopped.addEventListener("abort", () => reject(new CannotGoOn("Stopped before anything was made.")), { once: true });
  });
  stopping.catch(() => undefined);
  for (const [at, part] of PARTS.entries()) {
    const context = await openWindowOf(part, options);
    contexts.push(context);
    const person = await Promise.race([waitForSignIn(context, part, options.signInPaths[at] ?? "/", options, say), stopping]);
    const same = people.find(({ userId }) => userId === person.userId);
    if (same) {
      throw new CannotGoOn(
        `In the window of ${person.title} the same user is signed in as in that of ${same.title}. ` +
          `Sign out there, or remove the folder ${join(profileFolder(options.profiles, options.origin), part.folder)}, and start again.`,
      );
    }
    people.push(person);
  }
  return people as unknown as readonly [Person, Person, Person];
}

/** The administrator's page for the Web API: opened anew, in a new window if need be, should somebody have closed it. */
function lastingPage(administrator: Person, options: Options, contexts: BrowserContext[]): () => Promise<Page> {
  let { page } = administrator;
  return async () => {
    if (!page.isClosed()) return page;
    page = await administrator.context.newPage().catch(async () => {
      const context = await openWindowOf(PARTS[2], options);
      contexts.push(context);
      return context.newPage();
    });
    await page.goto(`${options.origin}/api/data/v9.2/WhoAmI`);
    return page;
  };
}

interface EnvironmentTools {
  readonly runner: Runner;
  readonly api: WebApi;
  readonly made: MadeRows;
  readonly people: readonly Person[];
  readonly app: string;
}

/** Answers the idle timeout (minutes); null where it is off or not known. @throws CannotGoOn where the app cannot be used at all */
async function judgeEnvironment({ runner, api, made, people, app }: EnvironmentTools): Promise<number | null> {
  if (made.count() > 0) {
    await runner.check(ENVIRONMENT, "what an earlier run had to leave is removed", async () => {
      const left = await made.removeAll();
      if (left.length > 0) throw new Differed(left.map(({ title, why }) => `${title}: ${why}`).join("; "));
      return undefined;
    });
  }
  await runner.check(ENVIRONMENT, "every alternate key is Active", () => judgeKeys(api));
  let trouble = "";
  const opens = await runner.check(ENVIRONMENT, "the app opens for both agents and the administrator, in English", async () => {
    const languages = await Promise.all(people.map((person) => languageOf(person, app))).catch((error: unknown) => {
      trouble = `The app did not open: ${plainText(error)}`;
      throw error;
    });
    const foreign = people.flatMap(({ title }, at) => (languages[at] === ENGLISH ? [] : [`${title}: ${languages[at] ?? "?"}`]));
    if (foreign.length === 0) return undefined;
    trouble = `The product's buttons are found by their English names. Choose English for these people: ${foreign.join(", ")}.`;
    throw new Differed(foreign.join(", "));
  });
  if (opens === "differed") throw new CannotGoOn(trouble);
  let timeout: number | null = null;
  await runner.check(ENVIRONMENT, "there is a configuration record", async () => {
    timeout = await idleTimeout(api);
    return timeout === null ? "takeover is off" : `idle timeout: ${timeout} minutes`;
  });
  return timeout;
}

/** Opens a list as that person, waits for the bubble as long as it may take, and answers the language. */
async function languageOf({ context }: Person, app: string): Promise<number> {
  const desk = await openTab(context, `${app}&pagetype=entitylist&etn=contact`, tenantShell);
  try {
    await desk.bubble.waitFor({ timeout: 15_000 }).catch(() => undefined);
    return await desk.page.evaluate(() => {
      type Context = { userSettings: { languageId: number } };
      const { Xrm } = window as unknown as { Xrm: { Utility: { getGlobalContext(): Context } } };
      return Xrm.Utility.getGlobalContext().userSettings.languageId;
    });
  } finally {
    await desk.close();
  }
}

/** The browser and its version, as it calls itself. */
async function browserOf(page: Page): Promise<string> {
  const agent = await page.evaluate(() => navigator.userAgent);
  return /(Edg|HeadlessChrome|Chrome)\/[\d.]+/.exec(agent)?.[0].replace("Edg/", "Edge/") ?? agent;
}
