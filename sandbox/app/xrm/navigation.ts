import type { AlertStrings, ConfirmStrings, ErrorOptions } from "../dialogs/dialogs";
import type { Page } from "../navigation/address";
import { addressOf, plainId } from "../navigation/address";
import { pageOfInput } from "../panes/sidePanes";
import type { PaneInput } from "../panes/sidePanes";
import type { Shell } from "../shell";
import { strict } from "../strict";

/** What `openForm` takes. */
export interface FormOptions {
  readonly entityName?: string;
  readonly entityId?: string;
  readonly formId?: string;
  readonly openInNewWindow?: boolean;
}

const formOptionNames = new Set(["entityName", "entityId", "formId", "openInNewWindow"]);

/** `Xrm.Navigation`; code components get the same. */
export interface ClientNavigation {
  readonly openForm: (options: FormOptions, parameters?: object) => Promise<{ savedEntityReference: unknown[] }>;
  readonly navigateTo: (input: PaneInput, options?: { readonly target?: number }) => Promise<void>;
  readonly openAlertDialog: (strings: AlertStrings, size?: object) => Promise<void>;
  readonly openConfirmDialog: (strings: ConfirmStrings, size?: object) => Promise<{ confirmed: boolean }>;
  readonly openErrorDialog: (options: ErrorOptions) => Promise<void>;
  readonly openUrl: (url: string) => void;
}

/** Makes the client API's navigation for this app. */
export function clientNavigation(shell: Shell): ClientNavigation {
  return {
    openForm: async (options, parameters) => {
      if (parameters !== undefined && Object.keys(parameters).length > 0)
        throw new Error("The sandbox does not support openForm with parameters.");
      const page = formPage(options);
      if (options.openInNewWindow === true) window.open(addressOf(page, shell.session.appId), "_blank", "noopener");
      else await shell.router.go(page);
      return { savedEntityReference: [] };
    },
    navigateTo: async (input, options) => {
      if ((options?.target ?? 1) !== 1) throw new Error("The sandbox does not support navigateTo with a dialog (target 2).");
      await shell.router.go(pageOfInput(input));
    },
    openAlertDialog: (strings) => shell.dialogs.alert(strings),
    openConfirmDialog: (strings) => shell.dialogs.confirm(strings),
    openErrorDialog: (options) => shell.dialogs.error(options),
    openUrl: (url) => {
      window.open(url, "_blank", "noopener");
    },
  };
}

function formPage(options: FormOptions): Page {
  const unknown = Object.keys(options).filter((name) => !formOptionNames.has(name));
  if (unknown.length > 0) throw new Error(`The sandbox does not support the openForm options ${unknown.join(", ")}.`);
  const { entityName, entityId, formId } = options;
  if (entityName === undefined) throw new Error("openForm needs an entityName.");
  return {
    pageType: "entityrecord",
    entityName,
    ...(entityId === undefined || entityId === "" ? {} : { entityId: plainId(entityId) }),
    ...(formId === undefined || formId === "" ? {} : { formId: plainId(formId) }),
  };
}

/** `Xrm.Navigation`. */
export function xrmNavigation(shell: Shell): object {
  return strict(clientNavigation(shell), "Xrm.Navigation");
}
