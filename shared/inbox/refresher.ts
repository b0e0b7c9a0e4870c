/** When the inbox asks the server: as seldom as it can be, and never when the server asked to be left alone. */
import { RequestFailed } from "../domain/failure";
import type { Browser } from "./ports";

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
  request(reason: RefreshReason): void;
  /** The server asks this user to be left alone for so long (ms), in answer to whatever was asked here or in another tab. */
  readonly leaveAlone: (ms: number) => void;
  /** Whether the server may be asked now: there is a network, and it has not asked to be left alone. */
  readonly mayAsk: () => boolean;
  destroy(): void;
}

/** A list that is so young needs no other one because the agent has come back (ms). */
const YOUNG = 2_000;
/** How long another tab's request may take before news that it may have missed are asked for here (ms). */
const SECOND_LOOK = 1_000;
const FIRST_BACKOFF = 2_000;
/** Each wait after a failure is so many times as long as the one before: a server that is down is soon asked no more often than one that is well. */
const BACKOFF_GROWTH = 4;
/** Once the server is back, the agent has a list within this time (ms). */
const LONGEST_BACKOFF = 60_000;
/** Somebody whose session has ended signs in again in their own time, perhaps in another tab (ms). */
const SIGNED_OUT_WAIT = 30_000;

/** A hidden tab lets the visible ones ask first: their agent sees the answer, and is not called (ms). */
const HIDDEN_DELAY = 2_000;

/** What many clients have waited for at the same moment, the network or the end of a Retry-After, each of them uses at a moment of its own within this time (ms). */
const SPREAD = 30_000;

/** The shortest and the longest pause between two background refreshes, in intervals: clients that have once asked together part. */
const [SHORTEST_PAUSE, LONGEST_PAUSE] = [0.9, 1.1];

/** Starts with `request("launch")`. Timers run only while the tab is visible, or is to alert; `destroy` stops everything. */
export function createRefresher(task: RefreshTask): Refresher {
  const { browser } = task;
  let inFlight: Promise<void> | null = null;
  let again = false;
  /** The last shared refresh was left to another tab, which was asking already: `lastReadingAt` then; undefined: it was not. */
  let readingWhenLeft: number | null | undefined;
  let failures = 0;
  /** The server asked to be left alone until then (browser time, ms). */
  let leaveAloneUntil = Number.NEGATIVE_INFINITY;
  /** Asking again changes nothing until somebody gives a role: wait for the next page. */
  let waitsForPage = false;
  let isSignedOut = false;
  let wasOnline = browser.isOnline();
  /** A refresh is wanted that could not be made, or many make at this moment. */
  let isOwed = false;
  /** When the last refresh failed or became owed (browser time, ms): an older reading says nothing of now. */
  let owedSince = Number.NEGATIVE_INFINITY;
  let cancelTimer = () => {};
  let cancelSecondLook = () => {};
  let isDestroyed = false;
  const stopWatching = browser.watch(onBrowserChange);

  /** @param since for a timer's: any tab's reading that was sent later will do */
  function request(reason: RefreshReason, since?: number): void {
    if (isDestroyed) return;
    if (browser.now() < leaveAloneUntil) {
      owe();
      return;
    }
    const isAsked = reason === "launch" || reason === "page" || reason === "retry";
    // An agent who looks is told at once that there is no network: the request fails. Everything else waits for the network.
    if (!browser.isOnline() && !isAsked) return;
    switch (reason) {
      case "action":
        // A request that is in flight may have been sent before the action, and would not show its result.
        if (inFlight) again = true;
        else void start(reason);
        return;
      case "launch":
      case "page":
      case "retry":
        void (since === undefined ? start(reason) : startShared(reason, since));
        return;
      case "news":
        // A request that is in flight may have been sent before the news, here or in another tab: then the server is asked once more.
        if (inFlight) again = true;
        else void startShared(reason, browser.now());
        return;
      case "return":
        void startShared(reason, browser.now() - YOUNG);
        return;
      case "background":
        void startShared(reason, browser.now() - SHORTEST_PAUSE * (task.interval() ?? 0));
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
      else onSuccess();
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
    isOwed = false;
    try {
      await task.run(reason);
      onSuccess();
    } catch (error) {
      if (error instanceof RequestFailed) onFailure(error);
      // The next refresh comes at its usual time: a bug is not healed by asking sooner, or later.
      else browser.report(error);
    }
    schedule();
  }

  function onSuccess(): void {
    failures = 0;
    isOwed = waitsForPage = isSignedOut = false;
  }

  function onFailure({ kind, retryAfter }: RequestFailed): void {
    failures += 1;
    owedSince = browser.now();
    waitsForPage = kind === "denied" || kind === "gone";
    isSignedOut = kind === "signin";
    // A server that is down may say as well when it will be back.
    const asked = retryAfter ?? (kind === "throttled" ? backoff() : null);
    if (asked !== null) leaveAlone(asked);
  }

  function leaveAlone(ms: number): void {
    leaveAloneUntil = Math.max(leaveAloneUntil, browser.now() + ms);
    schedule();
  }

  /** The refresh comes later, at a moment of this client's own. */
  function owe(): void {
    isOwed = true;
    owedSince = browser.now();
    schedule();
  }

  function backoff(): number {
    const full = isSignedOut ? SIGNED_OUT_WAIT : Math.min(FIRST_BACKOFF * BACKOFF_GROWTH ** (failures - 1), LONGEST_BACKOFF);
    return between(full / 2, full);
  }

  function between(least: number, most: number): number {
    return least + (most - least) * browser.random();
  }

  /** The next background refresh, or the next try after a failure. Nobody signs in to a hidden tab, and what failed there can wait for the next interval. */
  function schedule(): void {
    cancelTimer();
    const isHidden = !browser.isVisible();
    if (isDestroyed || waitsForPage || !browser.isOnline() || (isHidden && (isSignedOut || !task.alertsWhileHidden()))) return;
    const interval = task.interval();
    const isRetry = !isHidden && (failures > 0 || isOwed);
    if (interval === null && !isRetry) return;
    const left = Math.max(leaveAloneUntil - browser.now(), 0);
    const pause = Math.max(failures > 0 ? backoff() : 0, isOwed || left > 0 ? between(left, left + SPREAD) : 0);
    const usual = between(SHORTEST_PAUSE, LONGEST_PAUSE) * (interval ?? 0);
    const wait = isRetry ? pause : Math.max(pause, usual) + (isHidden ? HIDDEN_DELAY : 0);
    cancelTimer = browser.after(Math.ceil(wait) + 1, () => (isRetry ? request("retry", owedSince) : request("background")));
  }

  function onBrowserChange(): void {
    const isOnline = browser.isOnline();
    const isBack = isOnline && !wasOnline;
    wasOnline = isOnline;
    if (isBack && !waitsForPage) {
      // A thousand clients that ask in the same second are the next outage. Whoever opens a page or presses Retry is not kept waiting.
      failures = 0;
      owe();
      return;
    }
    const wants = failures > 0 || isOwed || task.interval() !== null;
    if (wants && browser.isVisible() && isOnline && !waitsForPage) request(failures > 0 ? "retry" : "return");
    schedule();
  }

  return {
    request,
    leaveAlone,
    mayAsk: () => browser.isOnline() && browser.now() >= leaveAloneUntil,
    destroy() {
      isDestroyed = true;
      cancelTimer();
      cancelSecondLook();
      stopWatching();
    },
  };
}
