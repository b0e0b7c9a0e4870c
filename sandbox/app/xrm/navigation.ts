import type { Temper } from "../../model";
import type { AlertStrings, ConfirmStrings, ErrorOptions } from "../dialogs/dialogs";
import { addressOf } from "../navigation/address";
import type { RecordPage } from "../navigation/address";
import { pageOfInput, recordPage } from "../navigation/pageOfInput";
import type { PageInput } from "../navigation/pageOfInput";
import type { EntityReference } from "../quickCreate/quickCreate";
import type { Pane } from "../panes/sidePanes";
import type { Shell } from "../shell";
import { strict } from "../strict";

/** What `openForm` takes. */
export interface FormOptions {
  readonly entityName?: string;
  readonly entityId?: string;
  readonly formId?: string;
  readonly openInNewWindow?: boolean;
  /** A form for a new row over the page, which stays; parameters are filled in. */
  readonly useQuickCreateForm?: boolean;
}

const formOptionNames = new Set(["entityName", "entityId", "formId", "openInNewWindow", "useQuickCreateForm"]);

/** `Xrm.Navigation`; code components get the same. */
export interface ClientNavigation {
  readonly openForm: (options: FormOptions, parameters?: object) => Promise<{ savedEntityReference: EntityReference[] }>;
  readonly navigateTo: (input: PageInput, options?: { readonly target?: number }) => Promise<void>;
  readonly openAlertDialog: (strings: AlertStrings, size?: object) => Promise<void>;
  readonly openConfirmDialog: (strings: ConfirmStrings, size?: object) => Promise<{ confirmed: boolean }>;
  readonly openErrorDialog: (options: ErrorOptions) => Promise<void>;
  readonly openUrl: (url: string) => void;
}

/**
 * Makes the client API's navigation for this app.
 * @param pane where the code component is that it is made for; undefined for components in the main area and for scripts, whose `Xrm` is
 *   the window's: whether a component's form opens in its own pane is up to the temper
 */
export function clientNavigation(shell: Shell, pane?: Pane): ClientNavigation {
  const { temper } = shell.session;
  return {
    openForm: async (options, parameters) => {
      if (options.useQuickCreateForm === true) return quickCreate(shell, options, { ...parameters });
      if (parameters !== undefined && Object.keys(parameters).length > 0)
        throw new Error("The sandbox does not support openForm with parameters.");
      const page = formPage(options, temper);
      if (options.openInNewWindow === true) window.open(addressOf(page, shell.session.appId), "_blank", "noopener");
      else if (pane !== undefined && temper.openFormFromPane === "pane") shell.panes.navigate(pane, page);
      else await shell.router.go(page);
      return { savedEntityReference: [] };
    },
    navigateTo: async (input, options) => {
      if ((options?.target ?? 1) !== 1) throw new Error("The sandbox does not support navigateTo with a dialog (target 2).");
      await shell.router.go(pageOfInput(input, temper));
    },
    openAlertDialog: (strings) => shell.dialogs.alert(strings),
    openConfirmDialog: (strings) => shell.dialogs.confirm(strings),
    openErrorDialog: (options) => shell.dialogs.error(options),
    openUrl: (url) => {
      window.open(url, "_blank", "noopener");
    },
  };
}

/** Resolves when the form is closed; without a reference where nothing was saved. */
async function quickCreate(
  shell: Shell,
  options: FormOptions,
  parameters: Readonly<Record<string, unknown>>,
): Promise<{ savedEntityReference: EntityReference[] }> {
  const { entityName, entityId } = options;
  if (entityName === undefined) throw new Error("openForm needs an entityName.");
  if (entityId !== undefined) throw new Error("A quick create form is for a new row: it takes no entityId.");
  const saved = await shell.quickCreate.open(shell.session.table(entityName), parameters);
  return { savedEntityReference: saved === undefined ? [] : [saved] };
}

function formPage(options: FormOptions, temper: Temper): RecordPage {
  const unknown = Object.keys(options).filter((name) => !formOptionNames.has(name));
  if (unknown.length > 0) throw new Error(`The sandbox does not support the openForm options ${unknown.join(", ")}.`);
  const { entityName } = options;
  if (entityName === undefined) throw new Error("openForm needs an entityName.");
  return recordPage({ ...options, entityName }, temper);
}

/** `Xrm.Navigation`. */
export function xrmNavigation(shell: Shell): object {
  return strict(clientNavigation(shell), "Xrm.Navigation");
}
