/** An agent's tab for figures: the real inbox, in a browser where nothing happens by itself. */
import { createInbox } from "../../shared/inbox/inbox";
import type { Inbox, InboxParts } from "../../shared/inbox/inbox";
import type { Alerter, Browser, Channel, InboxGateway } from "../../shared/inbox/ports";

/** So long after a navigation the next one is another (ms). */
const NEXT_NAVIGATION = 3_000;

/** The tab. No timer runs, no other tab is there; its clock moves with each navigation only. */
export interface QuietTab {
  readonly inbox: Inbox;
  /** Another page, and all that follows from it: the answer, the new list. @throws Error for what the product reports as a bug */
  navigate(): Promise<void>;
  /** Waits until nothing is under way. @throws Error for what the product reports as a bug */
  settle(): Promise<void>;
}

/**
 * @param gatewayOf makes the inbox's server, given the tab's clock
 * @param actionsOf makes what the open panel does; left out: its code is not there
 * @returns the tab with its first list; what is on the screen reads the newest snapshot after every change, as React does
 */
export async function openQuietTab(
  gatewayOf: (now: () => number) => InboxGateway,
  actionsOf: InboxParts["createActions"] = () => null,
): Promise<QuietTab> {
  let now = 0;
  const bugs: unknown[] = [];
  const browser: Browser = {
    now: () => now,
    after: () => () => undefined,
    random: () => 0.5,
    isVisible: () => true,
    isOnline: () => true,
    watch: () => () => undefined,
    exclusively: async (task) => {
      await task();
      return true;
    },
    report: (bug) => void bugs.push(bug),
  };
  const channel: Channel = { post: () => undefined, listen: () => () => undefined };
  const alerter: Alerter = {
    ring: () => undefined,
    notify: () => undefined,
    askPermission: () => Promise.resolve(false),
    permission: () => "none",
  };
  const inbox = createInbox({
    gateway: gatewayOf(browser.now),
    browser,
    channel,
    alerter,
    openSession: () => Promise.resolve(true),
    createActions: actionsOf,
  });
  inbox.subscribe(() => void inbox.getSnapshot());
  // Promises settle before the next turn of the event loop. Reading an answer's body takes some turns of its own.
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    if (bugs.length > 0) throw new AggregateError(bugs, `The product reported a bug: ${String(bugs[0])}`);
  };
  const untilReady = async (): Promise<void> => {
    for (let turn = 0; turn < 1_000 && inbox.getSnapshot().phase !== "ready"; turn++) await settle();
    if (inbox.getSnapshot().phase !== "ready") throw new Error(`There is no list: ${JSON.stringify(inbox.getSnapshot().problem)}`);
  };
  await untilReady();
  return {
    inbox,
    settle,
    async navigate() {
      now += NEXT_NAVIGATION;
      inbox.navigated("history");
      await settle();
    },
  };
}
