/** The people who take part: each has a browser window and a profile of their own, in which they sign in by themselves. */
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { BrowserContext, Page } from "playwright-core";
import { browserArguments, findBrowser } from "../browser";
import { noteCallsScript } from "./notes";
import type { Options } from "./options";

/** Who somebody is in the run. */
export interface Part {
  readonly folder: string;
  /** In a sentence. */
  readonly title: string;
  readonly role: string;
}

/** In the order of `--sign-in`. */
export const PARTS = [
  { folder: "first-agent", title: "the first agent", role: "SMS Agent" },
  { folder: "second-agent", title: "the second agent", role: "SMS Agent" },
  { folder: "administrator", title: "the administrator", role: "SMS Administrator, or System Administrator" },
] as const satisfies readonly Part[];

/** Somebody who has signed in. */
export interface Person {
  readonly title: string;
  readonly context: BrowserContext;
  /** A page of the environment that nothing else uses. */
  readonly page: Page;
  readonly userId: string;
}

/** The run cannot go on. The message says why, and what to do. */
export class CannotGoOn extends Error {
  override readonly name = "CannotGoOn";
}

const LOOK_EVERY = 1_000;

/** Opens a window with the profile of that part, and lets it be. @throws CannotGoOn where there is no browser, or it does not start */
export async function openWindowOf(part: Part, { origin, profiles, isHeadless }: Options): Promise<BrowserContext> {
  const executablePath = findBrowser();
  if (!executablePath) throw new CannotGoOn("No Edge, Chrome or Chromium was found. Install one, or set CHROME_PATH to its program.");
  const folder = join(profileFolder(profiles, origin), part.folder);
  try {
    const context = await chromium.launchPersistentContext(folder, {
      executablePath,
      headless: isHeadless,
      args: [...browserArguments()],
      viewport: { width: 1400, height: 900 },
      // Ctrl+C ends this program, which has rows to remove first.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    await context.addInitScript({ content: noteCallsScript });
    return context;
  } catch (error) {
    const [why = ""] = String(error instanceof Error ? error.message : error).split("\n");
    throw new CannotGoOn(`The browser for ${part.title} did not start; is its window of an earlier run still open? (${why})`);
  }
}

/** What belongs to one environment: its people's profiles, and the list of rows that are still to be removed. */
export function profileFolder(profiles: string, origin: string): string {
  return join(profiles, new URL(origin).host.replace(/[^a-z0-9.-]/gi, "_"));
}

/**
 * Waits until somebody has signed in in the window. Whoever did so in an earlier run has nothing to do.
 * @throws CannotGoOn after the limit, or when the window is closed
 */
export async function waitForSignIn(
  context: BrowserContext,
  part: Part,
  path: string,
  { origin, signInSeconds }: Options,
  say: (line: string) => void,
): Promise<Person> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(origin + path, { waitUntil: "domcontentloaded" }).catch((error: unknown) => {
    const [why = ""] = String(error instanceof Error ? error.message : error).split("\n");
    // A sign-in page that sends the browser on while it loads is no failure.
    if (/ERR_(NAME|CONNECTION|ADDRESS|INTERNET|CERT|SSL)/.test(why)) throw new CannotGoOn(`${origin} cannot be reached: ${why}`);
  });
  const deadline = Date.now() + signInSeconds * 1_000;
  for (let hasAsked = false; ; hasAsked = true) {
    const pages = context.pages();
    if (pages.length === 0) throw new CannotGoOn(`The window of ${part.title} was closed before anybody had signed in.`);
    for (const one of pages) {
      const userId = await whoIsIn(one, origin);
      if (userId === null) continue;
      await one.goto(`${origin}/api/data/v9.2/WhoAmI`);
      say(`${sentence(part.title)} is signed in.`);
      return { title: part.title, context, page: one, userId };
    }
    if (Date.now() > deadline) {
      throw new CannotGoOn(
        `Nobody has signed in as ${part.title} within ${signInSeconds} s. Start again; --sign-in-limit gives more time.`,
      );
    }
    if (!hasAsked) {
      say(`Please sign in as ${part.title} (Basic User and ${part.role}) in the window that has just opened. Say yes to “Stay signed in”.`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}

/** The user who is signed in, as the Web API knows them; null while nobody is, or the page is somewhere else. */
async function whoIsIn(page: Page, origin: string): Promise<string | null> {
  if (!page.url().startsWith(`${origin}/`)) return null;
  const text = await page
    .evaluate(async () => {
      const response = await fetch("/api/data/v9.2/WhoAmI", { headers: { Accept: "application/json" } });
      return response.ok ? await response.text() : "";
    })
    // The page may be on its way to another one.
    .catch(() => "");
  try {
    const { UserId } = JSON.parse(text) as { UserId?: unknown };
    return typeof UserId === "string" ? UserId.toLowerCase() : null;
  } catch {
    return null;
  }
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
