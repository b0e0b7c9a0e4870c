/** Opening a conversation with any number of texts, measured: for the tests and for `npm run bench`. */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { dataFiles } from "../../sandbox";
import { Database } from "../../sandbox/server/dataverse/storage/database";
import { conversationOf } from "../pageObjects/conversation";
import { openDesk } from "./browser";
import { conversationPath, sessionOf } from "./conversation";
import { fillFolder, phoneNumberOf } from "./crowd";
import type { Sandbox } from "./sandbox";

/** The customer's number in such a folder. */
export const THREAD_NUMBER = phoneNumberOf(0, { sessions: 1, messagesEach: 1 });

/** Fills a new folder with one conversation of so many texts, all of them read. */
export function threadFolder(folder: string, texts: number): void {
  fillFolder(folder, { sessions: 1, messagesEach: texts });
  const database = Database.open(join(folder, dataFiles.database));
  database.exec("UPDATE msgn_message SET msgn_readon = msgn_receivedon, msgn_body = 'Text ' || msgn_providermessageid || '.'");
  // The database's planner goes by what is there now.
  database.exec("PRAGMA analysis_limit = 1000; ANALYZE;");
  database.close();
}

/** A conversation of so many texts, left for the list of contacts. */
export interface ThreadOpening {
  /** From the step back to the conversation to its last text on the screen (ms). */
  once(): Promise<number>;
  /** What the browser reported as an error: nothing, if all is well. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Opens it as Ana. @param texts how many there are in the sandbox */
export async function prepareThread(browser: Browser, sandbox: Sandbox, texts: number): Promise<ThreadOpening> {
  const ana = await openDesk(browser, sandbox, "ana", conversationPath(await sessionOf(sandbox, "A customer")));
  const { region, text } = conversationOf(ana.page, THREAD_NUMBER);
  const last = text(`Text ${texts - 1}.`).first();
  await last.waitFor();
  return {
    errors: ana.errors,
    async once() {
      await ana.goTo("Contacts");
      await region.waitFor({ state: "detached" });
      const began = await ana.page.evaluate(() => performance.now());
      await ana.page.goBack();
      await last.waitFor();
      return (await ana.page.evaluate(() => performance.now())) - began;
    },
    close: () => ana.close(),
  };
}
