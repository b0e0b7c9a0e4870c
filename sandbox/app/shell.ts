import type { App } from "../model";
import { messageOf } from "./complain";
import { Dialogs } from "./dialogs/dialogs";
import { ScriptLoader } from "./form/scriptLoader";
import { makeLook } from "./look/look";
import type { Look } from "./look/look";
import type { Page } from "./navigation/address";
import type { Router } from "./navigation/router";
import { SidePanes } from "./panes/sidePanes";
import { BundleLoader } from "./pcf/bundleLoader";
import { QuickCreate } from "./quickCreate/quickCreate";
import type { Session } from "./session/session";
import { WebApiError } from "./webapi/webApiClient";

/** The running app: what its parts share. */
export interface Shell {
  readonly session: Session;
  readonly router: Router;
  readonly panes: SidePanes;
  readonly dialogs: Dialogs;
  readonly quickCreate: QuickCreate;
  /** Scripts of the main window. */
  readonly scripts: ScriptLoader;
  readonly look: Look;
  /** Bundles of code components in the main window. */
  readonly bundles: BundleLoader;
}

/** Puts the parts together. */
export function makeShell(session: Session, router: Router, look = makeLook("classic")): Shell {
  const scripts = new ScriptLoader(document);
  const bundles = new BundleLoader(session.model.controls, scripts, session.temper);
  return {
    session,
    router,
    panes: new SidePanes(session.temper),
    dialogs: new Dialogs(),
    quickCreate: new QuickCreate(),
    scripts,
    bundles,
    look,
  };
}

/** Shows what went wrong in a dialog; resolves when the user has closed it. */
export function showError(shell: Shell, error: unknown): Promise<void> {
  if (error instanceof WebApiError) {
    const details = [error.status === 0 ? "" : `HTTP ${error.status}`, error.code].filter((part) => part !== "").join(", ");
    return shell.dialogs.error({ message: error.message, ...(details === "" ? {} : { details }) });
  }
  return shell.dialogs.error({ message: messageOf(error) });
}

/**
 * The first page: the site map's first entry that the user may see; where the app has no entry at all, the page that says so.
 * @throws Error when there are entries, and the user may see none of them
 */
export function firstPage(entries: readonly { readonly page: Page }[], { areas }: Pick<App, "areas">): Page {
  const first = entries[0];
  if (first !== undefined) return first.page;
  const isEmpty = areas.every((area) => area.groups.every((group) => group.subAreas.length === 0));
  if (isEmpty) return { pageType: "about" };
  throw new Error("Your roles do not let you see anything in this app.");
}
