import { messageOf } from "./complain";
import { Dialogs } from "./dialogs/dialogs";
import { ScriptLoader } from "./form/scriptLoader";
import type { Page } from "./navigation/address";
import type { Router } from "./navigation/router";
import { SidePanes } from "./panes/sidePanes";
import type { Session } from "./session/session";
import { WebApiError } from "./webapi/webApiClient";

/** The running app: what its parts share. */
export interface Shell {
  readonly session: Session;
  readonly router: Router;
  readonly panes: SidePanes;
  readonly dialogs: Dialogs;
  /** Scripts of the main window. */
  readonly scripts: ScriptLoader;
}

/** Puts the parts together. */
export function makeShell(session: Session, router: Router): Shell {
  return { session, router, panes: new SidePanes(session.temper), dialogs: new Dialogs(), scripts: new ScriptLoader(document) };
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
 * The first page: the site map's first entry that the user may see.
 * @throws Error when there is none
 */
export function firstPage(entries: readonly { readonly page: Page }[]): Page {
  const first = entries[0];
  if (first === undefined) throw new Error("Your roles do not let you see anything in this app.");
  return first.page;
}
