/** The configuration's script: says where a record has no effect, and refuses apps that do not exist and phone columns that are none. */
import { wrongPhoneColumns } from "../shared/domain/phoneColumns";
import { appNames } from "../shared/dataverse/appNames";
import * as CONFIGURATION from "../shared/dataverse/names/configuration";
import { configurationQuery } from "../shared/dataverse/queries";
import { rowsOf, textOf } from "../shared/dataverse/rows";
import type { Row } from "../shared/dataverse/rows";
import { guid } from "../shared/dataverse/values";
import { inBackground, unlessClosed } from "./background";
import { isNew } from "./newRow";
import { formText } from "./formText";
import type { FormTools } from "./formTools";

const NO_EFFECT = "MessageNotification.noEffect";
const UNKNOWN_APPS = "MessageNotification.unknownApps";
const UNKNOWN_COLUMNS = "MessageNotification.unknownColumns";
const APPS_QUERY = "appmodules?$select=uniquename&$orderby=uniquename";

/**
 * Form OnLoad handler of the configuration's main form. All that it says are hints: where the server does not answer, the list of records
 * still shows which is the oldest, and apps are taken as they are entered.
 */
export function onConfigurationLoad(form: Xrm.FormContext, { languageId, client, report }: FormTools): void {
  const read = async (path: string): Promise<readonly Row[]> => rowsOf((await client({ method: "GET", path })).body);

  const sayWhatApplies = async (): Promise<void> => {
    const [applies] = await read(configurationQuery(CONFIGURATION.name));
    unlessClosed(form, () => showWhatApplies(form, languageId, applies));
  };
  const sayWhatAppliesLater = (): void => inBackground(sayWhatApplies(), report);
  sayWhatAppliesLater();
  // Also after a save, and when the row has been read anew.
  form.data.addOnLoad(sayWhatAppliesLater);

  checkPhoneColumns(form, languageId);

  const apps = form.getAttribute<Xrm.Attributes.StringAttribute>(CONFIGURATION.apps);
  const field = form.getControl<Xrm.Controls.StandardControl>(CONFIGURATION.apps);
  if (!apps || !field) return;
  /** @param show gets what is wrong with the apps that are entered by then; null: nothing */
  const checkApps = async (show: (wrong: string | null) => void): Promise<void> => {
    const known = (await read(APPS_QUERY)).map((row) => textOf(row, "uniquename"));
    unlessClosed(form, () => show(wrongApps(apps.getValue(), known, languageId)));
  };
  const refuse = (wrong: string | null): void => {
    if (wrong === null) field.clearNotification(UNKNOWN_APPS);
    else field.setNotification(wrong, UNKNOWN_APPS);
  };
  const warn = (wrong: string | null): void => {
    if (wrong !== null) form.ui.setFormNotification(wrong, "WARNING", UNKNOWN_APPS);
  };
  // What is entered now can be refused. An app that was deleted must not keep an administrator from changing the other settings.
  apps.addOnChange(() => {
    form.ui.clearFormNotification(UNKNOWN_APPS);
    inBackground(checkApps(refuse), report);
  });
  inBackground(checkApps(warn), report);
}

/** Refuses what is entered now; of what was there before the form only says what is wrong with it, as of apps. */
function checkPhoneColumns(form: Xrm.FormContext, languageId: number): void {
  const columns = form.getAttribute<Xrm.Attributes.StringAttribute>(CONFIGURATION.phoneColumns);
  const field = form.getControl<Xrm.Controls.StandardControl>(CONFIGURATION.phoneColumns);
  const wrong = (): string => {
    const found = wrongPhoneColumns(columns?.getValue() ?? "").join(", ");
    return found && formText(languageId, "unknownColumns", found);
  };
  const before = wrong();
  if (before) form.ui.setFormNotification(before, "WARNING", UNKNOWN_COLUMNS);
  columns?.addOnChange(() => {
    form.ui.clearFormNotification(UNKNOWN_COLUMNS);
    const now = wrong();
    if (now) field?.setNotification(now, UNKNOWN_COLUMNS);
    else field?.clearNotification(UNKNOWN_COLUMNS);
  });
}

/** @param applies the record that has an effect; undefined: none has */
function showWhatApplies(form: Xrm.FormContext, languageId: number, applies: Row | undefined): void {
  if (!applies && isNew(form)) return;
  if (!applies) form.ui.setFormNotification(formText(languageId, "noneActive"), "WARNING", NO_EFFECT);
  else if (!isNew(form) && textOf(applies, CONFIGURATION.id).toLowerCase() === guid(form.data.entity.getId())) {
    form.ui.clearFormNotification(NO_EFFECT);
  } else {
    form.ui.setFormNotification(formText(languageId, "hasNoEffect", textOf(applies, CONFIGURATION.name)), "WARNING", NO_EFFECT);
  }
}

/** What to say of apps that do not exist; null where all do. */
function wrongApps(entered: string | null, known: readonly string[], languageId: number): string | null {
  const unknown = appNames(entered).filter((name) => !known.some((one) => one.toLowerCase() === name));
  return unknown.length === 0 ? null : formText(languageId, "unknownApp", unknown.join(", "), known.join(", "));
}
