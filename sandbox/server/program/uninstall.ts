import path from "node:path";
import { dataFiles } from "../http/dataFiles";
import { removeKept } from "../http/keptLines";
import { openUninstaller, removalLines } from "../lifecycle";
import { UsageError } from "./commandLine";
import { forgetBeginning } from "./dataFolder";

/**
 * Says what goes with the solution that is in the data, asks, and removes it. The next start fills the data as if they were new.
 *
 * @param ask whether to go on; undefined: there is nobody to ask
 * @throws UsageError where nothing is kept, and where nobody answers; StorageError where there is nothing to remove or another sandbox uses the data
 */
export async function uninstall(
  folder: string,
  say: (line: string) => void,
  ask: (question: string) => Promise<boolean | undefined>,
): Promise<void> {
  if (folder === ":memory:") throw new UsageError("SANDBOX_DATA is :memory:, where nothing is kept: there is nothing to uninstall.");
  const uninstaller = openUninstaller(path.join(folder, dataFiles.database));
  try {
    for (const line of uninstaller.removals.flatMap(removalLines)) say(line);
    const answer = await ask(`Remove all of this from ${folder}?`);
    if (answer === undefined)
      throw new UsageError("Nothing was removed: there is no terminal to ask at. Give --yes beside --uninstall to remove it unasked.");
    if (!answer) {
      say("Nothing was removed.");
      return;
    }
    uninstaller.remove();
    removeKept(folder);
    forgetBeginning(folder);
  } finally {
    uninstaller.close();
  }
  say("Removed. The platform's tables and rows (users, contacts, accounts …) stay; the next start imports the solution anew.");
}
