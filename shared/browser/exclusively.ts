/** Work that one tab of a browser does for all of them. */

/**
 * Runs `task` unless another tab runs one under that name. Without locks (a page that is not secure, blocked storage of third parties) each
 * tab is on its own. `isOtherStuck` takes the lock from the tab that holds it, whose task goes on unlocked if it ever does.
 * @returns whether it ran, once it has ended
 * @throws what the task throws
 */
export async function exclusively(navigator: Navigator, name: string, task: () => Promise<void>, isOtherStuck = false): Promise<boolean> {
  // In the types always there, in browsers only on secure pages.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return task().then(() => true);
  const answer: { isGranted: boolean; ended?: Promise<void> } = { isGranted: true };
  const run = (lock: Lock | null) => {
    answer.isGranted = lock !== null;
    answer.ended = lock ? task() : Promise.resolve();
    return answer.ended;
  };
  // It fails where this frame may not use what tabs share, where the lock is taken from this tab, and with the task's own failure: `ended` tells below.
  await locks.request(name, isOtherStuck ? { steal: true } : { ifAvailable: true }, run).catch(() => undefined);
  await (answer.ended ?? task());
  return answer.isGranted;
}
