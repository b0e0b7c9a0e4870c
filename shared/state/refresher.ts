/** When the inbox asks the server: as seldom as it can be, and never when the server asked to be left alone. */
import { RequestFailed } from "./ports";
import type { Browser } from "./ports";

/**
 * Why a refresh is wanted. `page`: launch or navigation; `background`: the interval passed; `return`: the tab or the network came back;
 * `news`: another tab or script changed something; `action`: this agent did something, and must see the result; `retry`: after a failure.
 */
export type RefreshReason = "page" | "background" | "return" | "news" | "action" | "retry";

/** What the refresher drives. */
export interface RefreshTask {
  readonly browser: Browser;
  /** Asks the server once and shows the result. Rejects with RequestFailed. */
  run(reason: RefreshReason): Promise<void>;
  /** When the newest reading on the screen was sent, here or in another tab (browser time); null: none yet. */
  lastReadingAt(): number | null;
  /** ms between background refreshes; null: none. */
  interval(): number | null;
}

/** Decides and asks. */
export interface Refresher {
  request(reason: RefreshReason): void;
  destroy(): void;
}

/** Two signals for one navigation (the form's script, the Navigation API) come within this time (ms). */
const SAME_PAGE = 2_000;
const FIRST_BACKOFF = 2_000;
const LONGEST_BACKOFF = 300_000;

/** Starts with `request("page")`. Timers run only while the tab is visible; `destroy` stops everything. */
export function createRefresher(task: RefreshTask): Refresher {
  const { browser } = task;
  let inFlight: Promise<void> | null = null;
  let again = false;
  let pageRefreshAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let quietUntil = Number.NEGATIVE_INFINITY;
  let isBlocked = false;
  let cancelTimer = () => {};
  let isDestroyed = false;
  const stopWatching = browser.watch(onBrowserChange);

  function request(reason: RefreshReason): void {
    if (isDestroyed || browser.now() < quietUntil) return;
    if (!browser.isOnline() && reason !== "retry") return;
    switch (reason) {
      case "page":
        if (browser.now() - pageRefreshAt < SAME_PAGE) return;
        pageRefreshAt = browser.now();
        void start(reason);
        return;
      case "action":
        // What is in flight may have been sent before the action: its answer is not the result of it.
        if (inFlight) again = true;
        else void start(reason);
        return;
      case "retry":
        void start(reason);
        return;
      case "news":
        void startShared(reason, browser.now());
        return;
      case "return":
        void startShared(reason, browser.now() - SAME_PAGE);
        return;
      case "background":
        void startShared(reason, browser.now() - (task.interval() ?? 0));
        return;
    }
  }

  /** One request for all the tabs: left to another tab that is at it, and not made when a young enough reading has come meanwhile. */
  async function startShared(reason: RefreshReason, notOlderThan: number): Promise<void> {
    await browser.exclusively(async () => {
      const last = task.lastReadingAt();
      if (last === null || last <= notOlderThan) await start(reason);
    });
    schedule();
  }

  function start(reason: RefreshReason): Promise<void> {
    inFlight ??= run(reason).finally(() => {
      inFlight = null;
      if (again && !isDestroyed) {
        again = false;
        void start("action");
      }
    });
    return inFlight;
  }

  async function run(reason: RefreshReason): Promise<void> {
    if (isDestroyed) return;
    try {
      await task.run(reason);
      failures = 0;
      isBlocked = false;
      quietUntil = Number.NEGATIVE_INFINITY;
    } catch (error) {
      onFailure(error);
    }
    schedule();
  }

  function onFailure(error: unknown): void {
    failures += 1;
    const kind = error instanceof RequestFailed ? error.kind : "failed";
    // Asking again changes nothing until somebody signs in or gives a role: wait for the next page.
    isBlocked = kind === "signin" || kind === "denied" || kind === "gone";
    if (kind === "throttled" && error instanceof RequestFailed) quietUntil = browser.now() + (error.retryAfter ?? backoff());
  }

  function backoff(): number {
    const full = Math.min(FIRST_BACKOFF * 2 ** (failures - 1), LONGEST_BACKOFF);
    return full / 2 + (full / 2) * browser.random();
  }

  /** The next background refresh, or the next try after a failure. */
  function schedule(): void {
    cancelTimer();
    if (isDestroyed || isBlocked || !browser.isVisible() || !browser.isOnline()) return;
    const interval = task.interval();
    const wait = failures > 0 ? Math.max(backoff(), quietUntil - browser.now()) : interval;
    if (wait !== null) cancelTimer = browser.after(wait, () => request(failures > 0 ? "retry" : "background"));
  }

  function onBrowserChange(): void {
    const wants = failures > 0 || task.interval() !== null;
    if (wants && browser.isVisible() && browser.isOnline() && !isBlocked) request(failures > 0 ? "retry" : "return");
    schedule();
  }

  return {
    request,
    destroy() {
      isDestroyed = true;
      cancelTimer();
      stopWatching();
    },
  };
}
