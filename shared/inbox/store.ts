/** A store without a framework: one immutable state, told to listeners when it changes. */

/** Holds one state. */
export interface Store<T> {
  get(): T;
  /**
   * Replaces the fields given, then calls every listener that is there at that moment. A listener may change the store: the others are then called
   * for that change first, and again for this one; all of them read the newest state.
   */
  set(change: Partial<T>): void;
  /** Returns the way to unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Makes a store. */
export function createStore<T extends object>(initial: T): Store<T> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
