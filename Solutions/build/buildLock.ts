/** Lets one process at a time build. */
import { join } from "node:path";
import { withProcessLock } from "../../tools/processLock.cjs";
import { PackError } from "./packError";

/** A build takes a minute, and has taken six on a machine that was busy. One that was killed holds nobody up: only one that hangs is waited for so long (ms). */
const PATIENCE_MS = 30 * 60_000;

/**
 * Runs `work` while no other process builds in this repository.
 * @param work is given a function that adds a process which builds: while that one runs, nobody else builds
 * @param onWait is told, once, which process builds, where one does
 * @throws PackError after half an hour of waiting
 */
export async function withBuildLock<T>(
  root: string,
  work: (alsoHeldBy: (pid: number) => void) => Promise<T>,
  onWait: (pid: number) => void,
): Promise<T> {
  const lock = join(root, "out", ".build.lock");
  const outcome = await withProcessLock(lock, { patienceMs: PATIENCE_MS, onWait }, work);
  if (outcome.isTimeout) throw new PackError(`Another build has not ended for half an hour. If there is none, remove ${lock}.`);
  return outcome.result;
}
