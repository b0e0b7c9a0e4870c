/** A browser whose clock a test turns by hand, and channels between tabs: doubles for what is outside the product. */
import { setImmediate } from "node:timers";
import type { Browser, Channel, ChannelMessage } from "../../../shared/inbox/ports";

/** Bugs that the product has reported, and no test has taken yet. */
const reports: unknown[] = [];

/** What was reported since the last look, for a test that expects it. */
export function takeReports(): unknown[] {
  return reports.splice(0);
}

// A bug is never only a screen that stays as it was: every test of a laboratory fails on a report that it did not expect.
afterEach(() => {
  const [bug, ...others] = takeReports();
  if (bug === undefined) return;
  if (bug instanceof Error && others.length === 0) throw bug;
  throw new AggregateError([bug, ...others], `${others.length + 1} bugs were reported, and no test expected them`);
});

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** One tab. Tabs of one browser share a `BrowserWorld`. */
export interface Tab extends Browser {
  show(): void;
  hide(): void;
  goOffline(): void;
  goOnline(): void;
  /** Timers that wait to run: none may be left after `destroy`. */
  pendingTimers(): number;
  watchers(): number;
  readonly channel: Channel;
}

/** A clock for all; locks and a channel that the tabs of one user share, as in a browser of their own. */
export interface BrowserWorld {
  /** Tabs of the same user hear each other. */
  tab(user?: string): Tab;
  /** Runs once after `ms` of this browser's time. */
  after(ms: number, run: () => void): void;
  now(): number;
  /** Moves the clock, runs what is due in order, and lets every promise settle between. */
  advance(ms: number): Promise<void>;
  /** Lets every promise settle. */
  settle(): Promise<void>;
}

/**
 * Makes a browser at time 0 whose `random()` is always a half.
 * @param elapsed hears how far the clock moves (ms), before what is due then runs: other clocks follow
 */
export function createWorld(elapsed: (ms: number) => void = () => undefined): BrowserWorld {
  let now = 0;
  /** Who holds the lock of a user's tabs. */
  const holders = new Map<string, symbol>();
  const timers = new Set<Timer>();
  const listeners = new Map<object, { user: string; heard: Set<(message: ChannelMessage) => void> }>();

  // Promises settle before the next turn of the event loop.
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

  const moveTo = (time: number) => {
    elapsed(time - now);
    now = time;
  };

  return {
    settle,
    now: () => now,
    after(ms, run) {
      timers.add({ at: now + ms, run });
    },
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers.delete(next);
        moveTo(Math.max(now, next.at));
        next.run();
        await settle();
      }
      moveTo(end);
      await settle();
    },
    tab(user = "one") {
      let isVisible = true;
      let isOnline = true;
      const own = new Set<Timer>();
      const watching = new Set<() => void>();
      const heard = new Set<(message: ChannelMessage) => void>();
      const change = (apply: () => void) => () => {
        apply();
        for (const changed of watching) changed();
      };
      const tab: Tab = {
        now: () => now,
        after(ms, run) {
          const timer = {
            at: now + ms,
            run: () => {
              own.delete(timer);
              run();
            },
          };
          timers.add(timer);
          own.add(timer);
          return () => {
            timers.delete(timer);
            own.delete(timer);
          };
        },
        random: () => 0.5,
        isVisible: () => isVisible,
        isOnline: () => isOnline,
        watch(changed) {
          watching.add(changed);
          return () => watching.delete(changed);
        },
        async exclusively(task, isOtherStuck) {
          if (holders.has(user) && !isOtherStuck) return false;
          const me = Symbol();
          holders.set(user, me);
          await task().finally(() => {
            if (holders.get(user) === me) holders.delete(user);
          });
          return true;
        },
        report: (bug) => void reports.push(bug),
        show: change(() => (isVisible = true)),
        hide: change(() => (isVisible = false)),
        goOffline: change(() => (isOnline = false)),
        goOnline: change(() => (isOnline = true)),
        pendingTimers: () => own.size,
        watchers: () => watching.size,
        channel: {
          post(message) {
            for (const [other, at] of listeners) {
              if (other !== tab && at.user === user) for (const listener of at.heard) listener(message);
            }
          },
          listen(listener) {
            heard.add(listener);
            return () => heard.delete(listener);
          },
        },
      };
      listeners.set(tab, { user, heard });
      return tab;
    },
  };
}
