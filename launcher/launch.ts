/** The start of the product in one window: whoever calls first makes the pane, and everyone else finds it there. */
import { asFailure, RequestFailed } from "../shared/domain/failure";
import type { ApiClient } from "../shared/dataverse/client";
import type { Presence } from "../shared/browser/presence";
import { ensurePane, PANE_ID } from "./pane";
import type { AppSidePanes, Platform, PlatformNow } from "./platform";
import type { Hook } from "./hook";
import { reportStart } from "./reportStart";
import { prepareStart, settingsIdOf } from "./start";
import { mountPane } from "./mountPane";
import { launcherEnglish } from "./launcherEnglish";
import { launcherTranslations } from "./launcherTranslations";

/** What the launch works with. */
export interface LaunchTools {
  readonly platform: PlatformNow;
  /** A client for the environment at this origin. */
  readonly connect: (origin: string) => ApiClient;
  readonly presence: Presence;
  /** Takes what is no failed request: a bug. */
  readonly report: (error: unknown) => void;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}

/** The launch of one window (of one frame of it: others have theirs, and the pane is the lock between them). */
export interface Launch {
  /**
   * Whether the pane is there, made by this call if need be. Never rejects. What failed is tried again by itself.
   * @param hook who calls
   * @param given the platform's entry point, for a caller whose window has none
   */
  ensure(hook: Hook, given?: Platform): Promise<boolean>;
}

const FIRST_BACKOFF = 3_000;
const LONGEST_BACKOFF = 120_000;
/** The server is left alone for so long after a start that failed, also by the next page (ms); a Retry-After comes on top. */
const LEAVE_ALONE = 5_000;
/** The longest that a timer can wait (ms). */
const LONGEST_TIMER = 0x7fffffff;
/** A role may be given while the app is open: so much later (ms), the next page asks again. */
const NO_PART_FOR = 300_000;
/** A platform that has not answered by then is asked again by the next page (ms). */
const START_LIMIT = 60_000;

/** Makes the launch of this frame. */
export function createLaunch({ platform, connect, presence, report, random }: LaunchTools): Launch {
  let running: Promise<boolean> | undefined;
  let failures = 0;
  /** Nothing is asked before then (ms, this window's clock). */
  let askAt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let isWatched = false;
  /** A bug that comes with every try is one bug. */
  let hasReported = false;

  async function ensure(hook: Hook, given?: Platform): Promise<boolean> {
    try {
      const xrm = platform() ?? given;
      const panes = xrm?.App?.sidePanes;
      if (!panes) return false;
      if (panes.getPane(PANE_ID)) {
        watch(() => platform() ?? given);
        return true;
      }
      if (Date.now() < askAt) return false;
      running ??= bounded(start(xrm, panes, hook));
      return await running;
    } catch (error) {
      report(error);
      return false;
    }
  }

  /** The start that is running, until it ends or takes too long. */
  function bounded(starting: Promise<boolean>): Promise<boolean> {
    const end = () => {
      clearTimeout(limit);
      if (running === starting) running = undefined;
    };
    const limit = setTimeout(end, START_LIMIT);
    void starting.finally(end);
    return starting;
  }

  /** Whether there is a pane afterwards. */
  async function start(xrm: Platform, panes: AppSidePanes, hook: Hook): Promise<boolean> {
    clearTimeout(retry);
    try {
      const context = xrm.Utility.getGlobalContext();
      const { userId, userName, languageId } = context.userSettings;
      const { uniqueName } = await context.getCurrentAppProperties();
      const client = connect(context.getClientUrl());
      const row = await prepareStart(client, { userId, userName, app: uniqueName });
      if (!row) return noPart();
      await ensurePane(panes, (launcherTranslations[languageId] ?? launcherEnglish).title, settingsIdOf(row), () => {
        isWatched = false;
        watch(() => platform() ?? xrm);
        // By the way: the agent waits for no answer, and learns of no refusal.
        reportStart(client, row, hook).catch(asFailure).catch(report);
      });
      failures = 0;
      hasReported = false;
      return true;
    } catch (error) {
      const failure = error instanceof RequestFailed ? error : null;
      if (failure?.kind === "denied") return noPart();
      if (!failure && !hasReported) report(error);
      hasReported ||= !failure;
      failures += 1;
      const ownWait = backoff();
      const asked = failure?.retryAfter ?? 0;
      const wait = Math.ceil(asked + ownWait);
      // Whoever goes to another page has perhaps just signed in again.
      askAt = Date.now() + Math.ceil(asked + Math.min(ownWait, LEAVE_ALONE));
      // The agent may stay on this page for a long time; a window that nobody looks at waits.
      retry = setTimeout(() => void presence.whenVisible().then(() => ensure(hook, xrm)), Math.min(wait, LONGEST_TIMER));
      return false;
    }
  }

  function noPart(): false {
    failures = 0;
    askAt = Date.now() + NO_PART_FOR;
    return false;
  }

  /** Clients that lost the same server come back at different times. */
  function backoff(): number {
    const full = Math.min(FIRST_BACKOFF * 2 ** (failures - 1), LONGEST_BACKOFF);
    return full / 2 + (full / 2) * random();
  }

  /** Once for each pane, whoever made it: the frame that made it may be gone before its form has come. */
  function watch(now: PlatformNow): void {
    if (isWatched) return;
    isWatched = true;
    mountPane(now, presence).catch(report);
  }

  return { ensure };
}
