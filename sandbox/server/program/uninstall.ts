import path from "node:path";
import { dataFiles } from "../http/dataFiles";
import { openUninstaller, removalLines } from "../lifecycle";
import { UsageError } from "./commandLine";
import { forgetBeginning } from "./dataFolder";

/**
 * Says what goes with the solution that is in the data, then removes it. The next start fills the data as if they were new.
 *
 * @throws UsageError where nothing is kept, StorageError where there is nothing to remove or another sandbox uses the data
 */
export function uninstall(folder: string, say: (line: string) => void): void {
  if (folder === ":memory:") throw new UsageError("SANDBOX_DATA is :memory:, where nothing is kept: there is nothing to uninstall.");
  const uninstaller = openUninstaller(path.join(folder, dataFiles.database));
  try {
    for (const line of uninstaller.removals.flatMap(removalLines)) say(line);
    uninstaller.remove();
    forgetBeginning(folder);
  } finally {
    uninstaller.close();
  }
  say("Removed. The platform's tables and rows (users, contacts, accounts …) stay; the next start imports the solution anew.");
}
