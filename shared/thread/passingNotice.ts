/** A notice of what came of something. Where there is something to take back it goes by itself, but not while the agent is at it. */
import type { Browser } from "../inbox/ports";

/** What decides how long a notice stays: one that can be undone, and one that says that it was, go by themselves; others stay until the agent closes them. */
interface Told {
  readonly kind: string;
  readonly canUndo?: boolean;
}

/** Shows one notice at a time. */
export interface PassingNotice<Notice> {
  /** Tells this in place of what was told before; null: nothing. */
  readonly say: (notice: Notice | null) => void;
  /** The agent is at the notice, or has left it: meanwhile it does not go by itself. */
  readonly hold: (isHeld: boolean) => void;
  /** No timer runs after this. */
  readonly destroy: () => void;
}

/** How long what was done can be taken back (ms): as in the panel. */
const UNDO_TIME = 10_000;

/** @param store keeps the notice */
export function createPassingNotice<Notice extends Told>(
  store: { get(): { readonly notice: Notice | null }; set(change: { readonly notice: Notice | null }): void },
  browser: Pick<Browser, "after">,
): PassingNotice<Notice> {
  let isDestroyed = false;
  let stopTimer: () => void = () => undefined;

  function say(notice: Notice | null): void {
    store.set({ notice });
    hold(false);
  }

  function hold(isHeld: boolean): void {
    stopTimer();
    const { notice } = store.get();
    const goes = !isDestroyed && (notice?.kind === "undone" || notice?.canUndo === true);
    stopTimer = isHeld || !goes ? () => undefined : browser.after(UNDO_TIME, () => say(null));
  }

  return {
    say,
    hold,
    destroy() {
      isDestroyed = true;
      stopTimer();
    },
  };
}
