/** An agent with a browser of several tabs, in each of which the product's own inbox runs. Only what is outside the product is played. */
import { createClient } from "../../shared/dataverse/client";
import type { Fetch } from "../../shared/dataverse/client";
import { createGateway } from "../../shared/dataverse/gateway";
import { heedBusy } from "../../shared/dataverse/heedBusy";
import { createInbox } from "../../shared/inbox/inbox";
import type { Inbox } from "../../shared/inbox/inbox";
import type { Browser, Channel, ChannelMessage, Permission } from "../../shared/inbox/ports";
import type { VirtualClock } from "./virtualClock";

/** An agent at work. */
export interface AgentAtWork {
  /** Opens the app in all tabs; the first one is in front. */
  start(): void;
  /** Goes to another page in the tab that is in front. */
  navigate(): void;
  /** Brings another tab to the front. */
  goToNextTab(): void;
  /** The browser notices that its network is away, or back. */
  setOnline(isOnline: boolean): void;
  /** Whether the tab in front says that something is wrong with its list. */
  hasProblem(): boolean;
  stop(): void;
}

/** What an agent is made of. */
export interface AgentParts {
  /** Any number that no other agent has. */
  readonly user: number;
  readonly tabs: number;
  readonly clock: VirtualClock;
  readonly random: () => number;
  readonly fetch: Fetch;
  /** Takes bugs. */
  readonly report: (bug: unknown) => void;
}

const SILENT = {
  ring: () => undefined,
  notify: () => undefined,
  askPermission: () => Promise.resolve(false),
  permission: (): Permission => "none",
};

/** Makes one, who has not come yet. */
export function createAgentAtWork({ user, tabs, clock, random, fetch, report }: AgentParts): AgentAtWork {
  const userId = `00000000-0000-4000-8000-${String(user).padStart(12, "0")}`;
  const watching = new Set<() => void>();
  const heard: Set<(message: ChannelMessage) => void>[] = [];
  const inboxes: Inbox[] = [];
  let isOnline = true;
  let inFront = 0;
  let holder: symbol | null = null;

  function browserOf(tab: number): Browser {
    return {
      now: clock.now,
      after: (ms, run) => clock.after(ms, run),
      random,
      isVisible: () => tab === inFront,
      isOnline: () => isOnline,
      watch(changed) {
        watching.add(changed);
        return () => watching.delete(changed);
      },
      async exclusively(task, isOtherStuck) {
        if (holder && !isOtherStuck) return false;
        const me = (holder = Symbol());
        await task().finally(() => {
          if (holder === me) holder = null;
        });
        return true;
      },
      report,
    };
  }

  function channelOf(tab: number): Channel {
    const own = (heard[tab] = new Set());
    return {
      post: (message) => heard.forEach((listeners, other) => other !== tab && listeners.forEach((listener) => listener(message))),
      listen(listener) {
        own.add(listener);
        return () => own.delete(listener);
      },
    };
  }

  function openTab(tab: number): Inbox {
    const browser = browserOf(tab);
    const client = heedBusy(createClient(fetch), (ms) => inbox.leaveAlone(ms));
    const gateway = createGateway(client, userId, browser.now);
    const inbox: Inbox = createInbox({
      gateway,
      browser,
      channel: channelOf(tab),
      alerter: SILENT,
      openSession: () => Promise.resolve(true),
      createActions: () => null,
    });
    return inbox;
  }

  const tellAll = () => {
    for (const changed of [...watching]) changed();
  };

  return {
    start() {
      for (let tab = 0; tab < tabs; tab++) inboxes.push(openTab(tab));
    },
    navigate: () => inboxes[inFront]?.navigated("history"),
    goToNextTab() {
      inFront = (inFront + 1) % tabs;
      tellAll();
    },
    setOnline(next) {
      isOnline = next;
      tellAll();
    },
    hasProblem: () => inboxes[inFront]?.getSnapshot().problem !== null,
    stop() {
      for (const inbox of inboxes) inbox.destroy();
    },
  };
}
