/** Lets one process at a time build: a folder that only one can make, with the number of the process in it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PackError } from "./packError";

/** Builds take half a minute on a slow machine; whoever waits longer waits for nothing. */
const PATIENCE_MS = 300_000;
const POLL_MS = 200;

/** Runs `work` while no other process builds in this repository. @throws PackError after five minutes of waiting. */
export async function withBuildLock<T>(root: string, work: () => Promise<T>): Promise<T> {
  const lock = join(root, "out", ".building");
  mkdirSync(join(root, "out"), { recursive: true });
  const end = Date.now() + PATIENCE_MS;
  while (!take(lock)) {
    if (abandoned(lock)) rmSync(lock, { recursive: true, force: true });
    else if (Date.now() > end) throw new PackError(`Another build has not ended for five minutes. If there is none, remove ${lock}.`);
    else await wait(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock: string): boolean {
  try {
    mkdirSync(lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  writeFileSync(join(lock, "process"), String(process.pid));
  return true;
}

/** Whether the process that took the lock is gone: it was killed while building. */
function abandoned(lock: string): boolean {
  let owner: number;
  try {
    owner = Number(readFileSync(join(lock, "process"), "utf8"));
  } catch {
    return false; // being taken or released at this moment
  }
  if (!Number.isInteger(owner) || owner <= 0) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
