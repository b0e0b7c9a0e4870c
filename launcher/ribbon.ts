/**
 * The application ribbon's enable rule and command. The rule is the platform's only hook that runs on every page of every app; it runs
 * 0..n times per page, perhaps in a hidden frame whose globals come and go, so the pane itself is the lock.
 */
import { RequestFailed } from "../shared/domain/failure";
import type { ApiClient } from "../shared/dataverse/client";
import { ensurePane, PANE_ID, showPane } from "./pane";
import type { AppSidePanes, Platform, PlatformNow } from "./platform";
import { prepareStart } from "./start";

/** What the ribbon's functions work with. */
export interface RibbonTools {
  readonly platform: PlatformNow;
  /** A client for the environment at this origin. */
  readonly connect: (origin: string) => ApiClient;
  /** Takes what is no failed request: a bug. */
  readonly report: (error: unknown) => void;
}

/** What the ribbon calls. */
export interface Ribbon {
  /**
   * Enable rule: whether the command is shown. Makes sure that the pane exists, where this user has a part in the product.
   * Never throws and never rejects: that would break the app's whole command bar.
   */
  isAvailable(): Promise<boolean>;
  /** Command: opens the pane. */
  openMessages(): void;
}

/** The pane's title by language; the same words as the command's. */
const TITLES: Readonly<Record<number, string>> = {
  1025: "الرسائل",
  1031: "Nachrichten",
  1036: "Messages",
  1041: "メッセージ",
  3082: "Mensajes",
};
const RETRY_AFTER = 30_000;
/** The platform gives a rule ten seconds, then acts as if it had said no. */
const RULE_LIMIT = 8_000;

/** The ribbon's functions of one window. */
export function createRibbon({ platform, connect, report }: RibbonTools): Ribbon {
  let running: Promise<boolean> | undefined;
  /** Final for this window: roles and configuration are read again at the next start of the app. */
  let hasNoPart = false;
  /** After a start that failed: not before then (ms, this window's clock). */
  let retryAt = 0;

  /** Whether there is a pane afterwards. Never rejects. */
  async function start(xrm: Platform, panes: AppSidePanes): Promise<boolean> {
    try {
      const context = xrm.Utility.getGlobalContext();
      const { userId, userName, languageId } = context.userSettings;
      const { uniqueName } = await context.getCurrentAppProperties();
      const settingsId = await prepareStart(connect(context.getClientUrl()), { userId, userName, app: uniqueName });
      hasNoPart = settingsId === null;
      if (settingsId === null) return false;
      await ensurePane(panes, TITLES[languageId] ?? "Messages", settingsId);
      return true;
    } catch (error) {
      const failure = error instanceof RequestFailed ? error : null;
      if (!failure) report(error);
      retryAt = Date.now() + (failure?.retryAfter ?? RETRY_AFTER);
      return false;
    }
  }

  return {
    async isAvailable() {
      try {
        const xrm = platform();
        const panes = xrm?.App?.sidePanes;
        if (!panes) return false;
        if (panes.getPane(PANE_ID)) return true;
        if (hasNoPart || Date.now() < retryAt) return false;
        running ??= start(xrm, panes).finally(() => (running = undefined));
        return await inTime(running);
      } catch (error) {
        report(error);
        return false;
      }
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
