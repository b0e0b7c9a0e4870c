/** A part of the screen whose code is loaded when it is first needed. */

/** What there is of it: not asked for yet or on its way, there, or not to be had just now. */
export type PartState<Part> = { readonly kind: "loading" } | { readonly kind: "ready"; readonly part: Part } | { readonly kind: "failed" };

/** A part that can be asked for. */
export interface LazyPart<Part> {
  /** The same object until something changes. */
  readonly get: () => PartState<Part>;
  /** Calls `listener` after every change; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Loads it, unless it is there or on its way. After a failure it is tried again. */
  readonly want: () => void;
}

/**
 * Makes a part that is another control's bundle. What it is, only that bundle's types say.
 * @param control its name, as the manifest's dependency has it
 * @param library under which name it offers itself to the page (shared/browser/libraries.ts)
 */
export type LazyBundle = (control: string, library: string) => LazyPart<unknown>;

/** What a part is loaded by. */
export interface LazyPartTools<Part> {
  /** Undefined while it is not in the page. */
  readonly find: () => Part | undefined;
  /** Ways to load it, tried in this order until it can be found. */
  readonly ways: readonly (() => Promise<unknown>)[];
  /** Takes the reason why a way did not work. */
  readonly report: (reason: unknown) => void;
  /** Calls back after so many ms. */
  readonly after: (ms: number, run: () => void) => unknown;
}

/** A way that has not answered after so long is not waited for alone any more (ms). */
const PATIENCE = 8_000;

const LOADING = { kind: "loading" } as const;

/** Makes one; nothing is loaded before somebody wants it. What is in the page already is ready. */
export function createLazyPart<Part>({ find, ways, report, after }: LazyPartTools<Part>): LazyPart<Part> {
  const known = find();
  let state: PartState<Part> = known === undefined ? LOADING : { kind: "ready", part: known };
  let isUnderWay = false;
  const listeners = new Set<() => void>();
  const show = (next: PartState<Part>) => {
    state = next;
    for (const listener of [...listeners]) listener();
  };

  async function load(): Promise<void> {
    for (const way of ways) {
      if (find() !== undefined) break;
      try {
        await Promise.race([way(), new Promise((resolve) => after(PATIENCE, () => resolve(undefined)))]);
      } catch (reason) {
        report(reason);
      }
    }
    const part = find();
    isUnderWay = false;
    show(part === undefined ? { kind: "failed" } : { kind: "ready", part });
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    want() {
      if (isUnderWay || state.kind === "ready") return;
      isUnderWay = true;
      if (state !== LOADING) show(LOADING);
      void load();
    },
  };
}
