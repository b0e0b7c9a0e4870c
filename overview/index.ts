/** The web resource `msgn_/overview.js`: the script of the figures in the dashboard *Messaging Overview*. */
import { report } from "../shared/browser/report";
import { createClient } from "../shared/dataverse/client";
import { createAppLinks } from "./appLinks";
import type { AppNavigation } from "./appLinks";
import { overviewTextsOf } from "./overviewTextsOf";
import { readFiguresOfNow, readNumberFigures } from "./readFigures";
import { showOverview } from "./showOverview";
import { createWatch } from "./watch";

/** What the platform gives a web resource in a dashboard: its context by the script ClientGlobalContext.js.aspx, and the app's client API at the frame around it. */
interface WithPlatform {
  readonly GetGlobalContext?: () => {
    getClientUrl(): string;
    getCurrentAppUrl?(): string;
    readonly userSettings: { readonly languageId: number };
  };
}
interface WithParent {
  readonly parent: { readonly Xrm?: { readonly Navigation?: AppNavigation } };
}

/** Of the frame around this one, as documented for pages of web resources; undefined where that is of another origin, or no app. */
function appNavigation(): AppNavigation | undefined {
  try {
    const { parent } = window as unknown as WithParent;
    return parent.Xrm?.Navigation;
  } catch {
    return undefined;
  }
}

const context = (window as unknown as WithPlatform).GetGlobalContext?.();
const clientUrl = context?.getClientUrl() ?? "";
const client = createClient((url, init) => fetch(url, init), clientUrl);
const links = createAppLinks(context?.getCurrentAppUrl?.() ?? `${clientUrl}/main.aspx`, appNavigation(), (address) => {
  window.open(address, "_top");
});

const place = document.getElementById("overview");
if (place) {
  const watch = createWatch({
    readNow: () => readFiguresOfNow(client),
    readNumbers: (now) => readNumberFigures(client, now),
    makePage: (refresh) => showOverview(place, { texts: overviewTextsOf(context?.userSettings.languageId ?? 1033), links, refresh }),
    isVisible: () => document.visibilityState !== "hidden",
    random: Math.random,
    later(task, ms) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    report,
  });
  document.addEventListener("visibilitychange", watch.visibilityChanged);
}
