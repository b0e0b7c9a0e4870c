/** What came of it: the work's result, or that the lock was not free in time. */
export type LockOutcome<T> = { readonly isTimeout: false; readonly result: T } | { readonly isTimeout: true };

/**
 * Runs `work` while no other process holds the lock. A lock whose processes have ended, killed or not, is taken over at once.
 * @param file the lock; its folder is made
 * @param options how long to wait (ms), and who is told, once, that another process has it
 * @param work is given a function that adds a process to the lock: it stays taken while that one runs, also when this one was killed
 * @throws what `work` throws, and where the folder cannot be written
 */
export function withProcessLock<T>(
  file: string,
  options: { readonly patienceMs: number; readonly onWait?: (pid: number) => void },
  work: (alsoHeldBy: (pid: number) => void) => Promise<T>,
): Promise<LockOutcome<T>>;
