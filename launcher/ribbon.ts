/**
 * The application ribbon's enable rules and command. A rule is the platform's only hook that runs on pages of every app; it runs 0..n times
 * per page, perhaps in a hidden frame whose globals come and go. No rule ever throws or rejects: that would break the app's command bar.
 */
import type { Hook } from "./hook";
import type { Launch } from "./launch";
import { showPane } from "./pane";
import type { PlatformNow } from "./platform";

/** What the ribbon calls. */
export interface Ribbon {
  /** Rule of the global command *Messages*: whether it is shown. Makes sure that the pane exists, where this user has a part in the product. */
  isAvailable(): Promise<boolean>;
  /**
   * Rule of the commands on every table's forms and lists: makes sure that the pane exists, and answers no, so that they are never shown.
   * @param hook which of the two, as the ribbon says; a browser may have kept the ribbon of an earlier version, which does not say
   */
  launchOnly(hook?: Hook): boolean;
  /** Command: opens the pane. */
  openMessages(): void;
}

/** A command bar waits for its rules: later, the command comes with the next page (ms). The platform itself gives up after ten seconds. */
const RULE_LIMIT = 2_000;

/** The ribbon's functions of one window. */
export function createRibbon(launch: Launch, platform: PlatformNow): Ribbon {
  return {
    isAvailable: () => inTime(launch.ensure("global")),
    launchOnly(hook = "unknown") {
      void launch.ensure(hook);
      return false;
    },
    openMessages() {
      const panes = platform()?.App?.sidePanes;
      if (panes) showPane(panes, true);
    },
  };
}

/** No, unless the answer comes within the limit; the start goes on all the same. */
async function inTime(answer: Promise<boolean>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), RULE_LIMIT);
  });
  return Promise.race([answer, limit]).finally(() => clearTimeout(timer));
}
