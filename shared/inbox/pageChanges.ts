/** One request for one change of page, however many signals of it there are. */
import type { Browser, PageSignal } from "./ports";

/** The changes of page of one window. */
export interface PageChanges {
  /** The page changed. The other signal of the same change costs nothing; changes that follow each other quickly cost one request. */
  readonly navigated: (signal: PageSignal) => void;
  /** No timer runs after this. */
  destroy(): void;
}

/** Two signals for one navigation (the form's script, the Navigation API) come within this time (ms). */
const SAME_PAGE = 2_000;
/** The app rewrites the new entry of its history after a navigation, but at once (ms). */
const SAME_STEP = 300;

/** Makes them at the moment when the first page is asked for. @param refresh asks the server for another one */
export function createPageChanges(browser: Pick<Browser, "now" | "after">, refresh: () => void): PageChanges {
  /** The last refresh for a page: when, and which signal asked for it. */
  let page: { readonly at: number; readonly signal: PageSignal } = { at: browser.now(), signal: "history" };
  let lastStepAt = Number.NEGATIVE_INFINITY;
  let cancelTrailing: (() => void) | null = null;

  function ask(signal: PageSignal): void {
    page = { at: browser.now(), signal };
    refresh();
  }

  return {
    navigated(signal) {
      const now = browser.now();
      const source = signal === "form" ? signal : "history";
      if (now - page.at >= SAME_PAGE) {
        lastStepAt = now;
        ask(source);
        return;
      }
      // So soon after a refresh the other signal is about the same change of page, the same signal about the next one.
      if (source !== page.signal) return;
      const isSameStep = signal === "rewrite" && now - lastStepAt < SAME_STEP;
      lastStepAt = now;
      if (isSameStep || cancelTrailing) return;
      cancelTrailing = browser.after(page.at + SAME_PAGE - now, () => {
        cancelTrailing = null;
        ask(page.signal);
      });
    },
    destroy: () => cancelTrailing?.(),
  };
}
