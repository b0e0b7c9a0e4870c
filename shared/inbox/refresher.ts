/** When the inbox asks the server: as seldom as it can be, and never when the server asked to be left alone. */
import { RequestFailed } from "../domain/failure";
import type { Browser, PageSignal } from "./ports";

/**
 * Why a refresh is wanted. `launch`: the app starts; `page`: another page; `background`: the interval passed; `return`: the tab or the network came back, or the
 * agent has opened the panel;
 * `news`: another tab or script changed something; `action`: this agent did something, and must see the result; `retry`: after a failure.
 */
export type RefreshReason = "launch" | "page" | "background" | "return" | "news" | "action" | "retry";

/** What the refresher drives. */
export interface RefreshTask {
  readonly browser: Browser;
  /**
   * Asks the server once and shows the result.
   * @throws RequestFailed when the server or the network fails; anything else is a bug, which is reported here
   */
  run(reason: RefreshReason): Promise<void>;
  /** When the newest reading on the screen was sent, here or in another tab (browser time); null: none yet. */
  lastReadingAt(): number | null;
  /** ms between background refreshes; null: none. */
  interval(): number | null;
  /** Whether the agent wants to be called while they look elsewhere: then the interval goes on in hidden tabs. */
  alertsWhileHidden(): boolean;
}

/** Decides and asks. */
export interface Refresher {
  request(reason: Exclude<RefreshReason, "page">): void;
  /** The page changed. The other signal of the same change costs nothing; changes that follow each other quickly cost one request. */
  navigated(signal: PageSignal): void;
  destroy(): void;
}

/** Two signals for one navigation (the form's script, the Navigation API) come within this time (ms). */
const SAME_PAGE = 2_000;
/** The app rewrites the new entry of its history after a navigation, but at once (ms). */
const SAME_STEP = 300;
/** How long another tab's request may take before news that it may have missed are asked for here (ms). */
const SECOND_LOOK = 1_000;
const FIRST_BACKOFF = 2_000;
const LONGEST_BACKOFF = 300_000;
/** Somebody whose session has ended signs in again in their own time, perhaps in another tab (ms). */
const SIGNED_OUT_WAIT = 30_000;

/** A hidden tab lets the visible ones ask first: their agent sees the answer, and is not called (ms). */
const HIDDEN_DELAY = 2_000;

/** When the network comes back, the clients of a site ask within this time, each at a moment of its own (ms). */
const COMEBACK = 5_000;

/** Starts with `request("launch")`. Timers run only while the tab is visible, or is to alert; `destroy` stops everything. */
export function createRefresher(task: RefreshTask): Refresher {
  const { browser } = task;
  let inFlight: Promise<void> | null = null;
  let again = false;
  /** The last refresh for a page: when, and which signal asked for it. */
  let page: { readonly at: number; readonly signal: PageSignal } = { at: Number.NEGATIVE_INFINITY, signal: "history" };
  let lastStepAt = Number.NEGATIVE_INFINITY;
  let cancelTrailing: (() => void) | null = null;
  /** The last shared refresh was left to another tab, which was asking already: `lastReadingAt` then; undefined: it was not. */
  let readingWhenLeft: number | null | undefined;
  let failures = 0;
  /** The server asked to be left alone until then (browser time, ms). */
  let leaveAloneUntil = Number.NEGATIVE_INFINITY;
  /** Asking again changes nothing until somebody gives a role: wait for the next page. */
  let waitsForPage = false;
  let isSignedOut = false;
  let wasOnline = browser.isOnline();
  /** When the network came back last (browser time, ms): an older reading says nothing of now. */
  let backSince = Number.NEGATIVE_INFINITY;
  let cancelTimer = () => {};
  let cancelSecondLook = () => {};
  let isDestroyed = false;
  const stopWatching = browser.watch(onBrowserChange);

  function navigated(signal: PageSignal): void {
    const now = browser.now();
    const source = signal === "form" ? signal : "history";
    if (now - page.at >= SAME_PAGE) {
      page = { at: now, signal: source };
      lastStepAt = now;
      request("page");
      return;
    }
    // So soon after a refresh the other signal is about the same change of page, the same signal about the next one.
    if (source !== page.signal) return;
    const isSameStep = signal === "rewrite" && now - lastStepAt < SAME_STEP;
    lastStepAt = now;
    if (isSameStep || cancelTrailing) return;
    cancelTrailing = browser.after(page.at + SAME_PAGE - now, () => {
      cancelTrailing = null;
      request("page");
    });
  }

  function request(reason: RefreshReason): void {
    if (isDestroyed) return;
    if (browser.now() < leaveAloneUntil) {
      schedule();
      return;
    }
    const isAsked = reason === "launch" || reason === "page" || reason === "retry";
    // An agent who looks is told at once that there is no network: the request fails. Everything else waits for the network.
    if (!browser.isOnline() && !isAsked) return;
    switch (reason) {
      case "launch":
      case "page":
        page = { at: browser.now(), signal: page.signal };
        void start(reason);
        return;
      case "action":
        // A request that is in flight may have been sent before the action, and would not show its result.
        if (inFlight) again = true;
        else void start(reason);
        return;
      case "retry":
        void start(reason);
        return;
      case "news":
        // A request that is in flight may have been sent before the news, here or in another tab: then the server is asked once more.
        if (inFlight) again = true;
        else void startShared(reason, browser.now());
        return;
      case "return":
        void startShared(reason, browser.now() - backSince < COMEBACK + SAME_PAGE ? backSince : browser.now() - SAME_PAGE);
        return;
      case "background":
        void startShared(reason, browser.now() - (task.interval() ?? 0));
        return;
    }
  }

  /** One request for all the tabs: left to another tab that is asking already, and not made when a young enough reading has come meanwhile. */
  async function startShared(reason: RefreshReason, notOlderThan: number): Promise<void> {
    const isDue = () => {
      const last = task.lastReadingAt();
      return last === null || last <= notOlderThan;
    };
    // A tab that was frozen in the middle of its request never ends it: when nothing has come for one interval, it is waited for no more.
    const isOtherStuck = reason === "background" && task.lastReadingAt() === readingWhenLeft;
    const isLeftToOther = !(await browser.exclusively(async () => {
      if (isDue()) await start(reason);
    }, isOtherStuck));
    readingWhenLeft = isLeftToOther ? task.lastReadingAt() : undefined;
    if (isDestroyed) return;
    schedule();
    if (!isLeftToOther || reason !== "news") return;
    cancelSecondLook();
    cancelSecondLook = browser.after(SECOND_LOOK, () => {
      if (isDue()) void startShared(reason, notOlderThan);
    });
  }

  function start(reason: RefreshReason): Promise<void> {
    inFlight ??= run(reason).finally(() => {
      inFlight = null;
      if (again && !isDestroyed) {
        again = false;
        request("action");
      }
    });
    return inFlight;
  }

  async function run(reason: RefreshReason): Promise<void> {
    if (isDestroyed) return;
    try {
      await task.run(reason);
      failures = 0;
      waitsForPage = false;
      isSignedOut = false;
      leaveAloneUntil = Number.NEGATIVE_INFINITY;
    } catch (error) {
      if (error instanceof RequestFailed) onFailure(error);
      // The next refresh comes at its usual time: a bug is not healed by asking sooner, or later.
      else browser.report(error);
    }
    schedule();
  }

  function onFailure({ kind, retryAfter }: RequestFailed): void {
    failures += 1;
    waitsForPage = kind === "denied" || kind === "gone";
    isSignedOut = kind === "signin";
    if (kind === "throttled") leaveAloneUntil = browser.now() + (retryAfter ?? backoff());
  }

  function backoff(): number {
    const full = isSignedOut ? SIGNED_OUT_WAIT : Math.min(FIRST_BACKOFF * 2 ** (failures - 1), LONGEST_BACKOFF);
    return full / 2 + (full / 2) * browser.random();
  }

  /** The next background refresh, or the next try after a failure. Nobody signs in to a hidden tab, and what failed there can wait for the next interval. */
  function schedule(): void {
    cancelTimer();
    const isHidden = !browser.isVisible();
    if (isDestroyed || waitsForPage || !browser.isOnline() || (isHidden && (isSignedOut || !task.alertsWhileHidden()))) return;
    const interval = task.interval();
    const isRetry = failures > 0 && !isHidden;
    if (interval === null && !isRetry) return;
    const pause = failures > 0 ? Math.max(backoff(), leaveAloneUntil - browser.now()) : 0;
    const wait = isRetry ? pause : Math.max(pause, interval ?? 0) + (isHidden ? HIDDEN_DELAY : 0);
    cancelTimer = browser.after(Math.ceil(wait) + 1, () => request(isRetry ? "retry" : "background"));
  }

  function onBrowserChange(): void {
    const isOnline = browser.isOnline();
    const isBack = isOnline && !wasOnline;
    wasOnline = isOnline;
    if (isBack && !waitsForPage) {
      comeBack();
      return;
    }
    const wants = failures > 0 || task.interval() !== null || (task.lastReadingAt() ?? backSince) < backSince;
    if (wants && browser.isVisible() && browser.isOnline() && !waitsForPage) request(failures > 0 ? "retry" : "return");
    schedule();
  }

  /** Spread over time: a thousand clients that ask in the same second are the next outage. Whoever opens a page or presses Retry is not kept waiting. */
  function comeBack(): void {
    backSince = browser.now();
    cancelTimer();
    cancelTimer = browser.after(Math.ceil(COMEBACK * browser.random()), () => {
      if (browser.isVisible()) request("return");
      else schedule();
    });
  }

  return {
    request,
    navigated,
    destroy() {
      isDestroyed = true;
      cancelTimer();
      cancelSecondLook();
      cancelTrailing?.();
      stopWatching();
    },
  };
}
