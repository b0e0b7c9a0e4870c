/** One after the other. */

/** Does work of one key in the order in which it came, work of different keys at the same time. */
export type Turns = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

/**
 * Dataverse keeps whole seconds, of the received time and of its own "created on": texts of one second can only be told apart by the order in
 * which they are written. So the texts of one customer are written one after the other, as they came.
 */
export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return (key, work) => {
    const result = (last.get(key) ?? Promise.resolve()).then(work);
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    const done = settled.then(() => {
      if (last.get(key) === done) last.delete(key);
    });
    last.set(key, done);
    return result;
  };
}
