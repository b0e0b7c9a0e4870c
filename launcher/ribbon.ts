/**
 * The application ribbon's enable rule and command. The rule is the platform's only hook that runs on every page of every app; it runs
 * 0..n times per page, perhaps in a hidden frame whose globals come and go, so the pane itself is the lock.
 */
import { createClient } from "../shared/dataverse/client";
import { RequestFailed } from "../shared/domain/failure";
import { ensurePane, PANE_ID, showPane } from "./pane";
import { platform } from "./platform";
import type { AppSidePanes } from "./platform";
import { prepareStart } from "./start";

/** What this window knows of the start: undefined before the first try, then whether the pane is there. */
let starting: Promise<boolean> | undefined;
/** After a failed start: not before then (ms, this window's clock). */
let retryAt = 0;
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

/**
 * Enable rule: whether the command is shown. Makes sure that the pane exists, where this user has a part in the product.
 * Never throws and never rejects: that would break the app's whole command bar.
 */
export async function isAvailable(): Promise<boolean> {
  try {
    const panes = platform()?.App?.sidePanes;
    if (!panes) return false;
    if (panes.getPane(PANE_ID)) return true;
    if (!starting && Date.now() < retryAt) return false;
    starting ??= start(panes);
    return await inTime(starting);
  } catch {
    return false;
  }
}

/** Command: opens the pane. */
export function openMessages(): void {
  const panes = platform()?.App?.sidePanes;
  if (panes) showPane(panes, true);
}

async function start(panes: AppSidePanes): Promise<boolean> {
  try {
    const context = platform()?.Utility.getGlobalContext();
    if (!context) return false;
    const { userId, userName, languageId } = context.userSettings;
    const { uniqueName } = await context.getCurrentAppProperties();
    const client = createClient((url, init) => fetch(url, init), context.getClientUrl());
    const settingsId = await prepareStart(client, { userId, userName, app: uniqueName });
    // Null is final for this window: roles and configuration are read again at the next start of the app.
    if (settingsId === null) return false;
    await ensurePane(panes, TITLES[languageId] ?? "Messages", settingsId);
    return true;
  } catch (error) {
    const wait = error instanceof RequestFailed ? error.retryAfter : null;
    retryAt = Date.now() + (wait ?? RETRY_AFTER);
    starting = undefined;
    return false;
  }
}

/** No, unless the answer comes within the limit; the start goes on all the same. */
async function inTime(answer: Promise<boolean>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), RULE_LIMIT);
  });
  return Promise.race([answer, limit]).finally(() => clearTimeout(timer));
}
