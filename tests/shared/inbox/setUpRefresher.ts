import { createPageChanges } from "../../../shared/inbox/pageChanges";
import { createRefresher } from "../../../shared/inbox/refresher";
import type { PageSignal } from "../../../shared/inbox/ports";
import type { RequestFailed } from "../../../shared/domain/failure";
import { createWorld } from "./laboratory";

/** What the refresher's tab is like. */
export interface RefresherOptions {
  /** ms; null: no background refresh. */
  readonly interval?: number | null;
  readonly alerts?: boolean;
  /** What the browser answers whenever it is asked for a random number. */
  readonly random?: number;
}

/** A refresher that counts its requests; `fail` makes the next ones fail. */
export function setUpRefresher({ interval = 60_000, alerts = false, random = 0.5 }: RefresherOptions = {}) {
  const world = createWorld();
  const tab = { ...world.tab(), random: () => random };
  const asked: number[] = [];
  let failWith: RequestFailed | null = null;
  let lastReadingAt: number | null = null;
  let answer: Promise<void> | null = null;
  const refresher = createRefresher({
    browser: tab,
    interval: () => interval,
    alertsWhileHidden: () => alerts,
    lastReadingAt: () => lastReadingAt,
    run: async () => {
      const sentAt = tab.now();
      asked.push(sentAt);
      if (answer) await answer;
      if (failWith) throw failWith;
      lastReadingAt = sentAt;
    },
  });
  const pages = createPageChanges(tab, () => refresher.request("page"));
  return {
    world,
    tab,
    asked,
    /** With the changes of page that an inbox tells it of. */
    refresher: {
      ...refresher,
      navigated: (signal: PageSignal) => pages.navigated(signal),
      destroy() {
        refresher.destroy();
        pages.destroy();
      },
    },
    fail: (failure: RequestFailed | null) => (failWith = failure),
    hearReading: () => (lastReadingAt = tab.now()),
    holdAnswers(): () => void {
      let release = () => {};
      answer = new Promise((resolve) => (release = resolve));
      return () => {
        answer = null;
        release();
      };
    },
  };
}
