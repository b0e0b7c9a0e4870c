/** The web resource `msgn_/diagnostics.js`: the script of the page *Messaging Diagnostics*, a web resource that the site map leads to. */
import { openChannel } from "../shared/browser/channel";
import { createPresence } from "../shared/browser/presence";
import { report } from "../shared/browser/report";
import { createClient } from "../shared/dataverse/client";
import { guid } from "../shared/dataverse/values";
import { createOwnBrowser } from "./ownBrowser";
import { showPage } from "./showPage";
import { textsOf } from "./textsOf";

declare const PRODUCT_VERSION: string;

/**
 * A page from the site map has no `Xrm`, and its parent's is not for it; the platform's script ClientGlobalContext.js.aspx, which the page loads before this one,
 * gives the context alone (learn.microsoft.com/power-apps/developer/model-driven-apps/clientapi/reference/getglobalcontext-clientglobalcontext.js.aspx).
 */
interface WithContext {
  readonly GetGlobalContext?: () => {
    getClientUrl(): string;
    readonly userSettings: { readonly languageId: number; readonly userId: string };
  };
}

const context = (window as unknown as WithContext).GetGlobalContext?.();
const now = () => Date.now();
const userId = context && guid(context.userSettings.userId);
const place = document.getElementById("diagnostics");
if (place) {
  showPage(place, {
    texts: textsOf(context?.userSettings.languageId ?? 1033),
    client: createClient((url, init) => fetch(url, init), context?.getClientUrl()),
    version: PRODUCT_VERSION,
    now,
    ownBrowser: userId === undefined ? null : createOwnBrowser(userId, openChannel(userId), createPresence(window), now),
    copy: (text) => navigator.clipboard.writeText(text),
    report,
  });
}

// Marks this file as a module: without it the bundler takes it for CommonJS, and wraps every file of the bundle.
export {};
