/** Which page the app shows. */
import { attempt } from "./platform";
import type { Platform } from "./platform";

const PARTS = ["pageType", "entityName", "entityId", "viewId", "dashboardId", "name", "webresourceName"];

/**
 * What tells one page from another; empty where the platform does not say: between two pages it may throw, on some kinds of page it has
 * nothing to tell.
 */
export function appPage(platform: Platform | undefined): string {
  const input = attempt(() => platform?.Utility.getPageContext())?.input;
  if (!input) return "";
  return PARTS.map((part) => input[part])
    .map((part) => (typeof part === "string" ? part : ""))
    .join("|");
}
