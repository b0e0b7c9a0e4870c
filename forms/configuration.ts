/** The configuration's script: says where a record has no effect, and refuses apps that there are not. */
import { createClient } from "../shared/dataverse/client";
import { configurationQuery } from "../shared/dataverse/queries";
import { guid } from "../shared/dataverse/values";
import { rowsOf, textOf } from "../shared/dataverse/rows";
import { appNames } from "../shared/dataverse/appNames";
import { platform } from "../launcher/platform";
import { isNew } from "./form";
import { say } from "./texts";

const NOTIFICATION = "msgn_hasnoeffect";
const UNKNOWN_APPS = "msgn_unknownapps";

/** Form OnLoad handler of the configuration's main form. */
export function onLoad(event: Xrm.Events.EventContext): void {
  const form = event.getFormContext();
  const context = platform()?.Utility.getGlobalContext();
  if (!context) return;
  const { languageId } = context.userSettings;
  const client = createClient((url, init) => fetch(url, init), context.getClientUrl());
  // Only hints: without an answer the list still shows which record is the oldest, and what is entered is taken.
  const read = (path: string) => client({ method: "GET", path }).then(({ body }) => rowsOf(body));
  const ignored = () => undefined;

  /** Also after a save, and when the row has been read anew. */
  const sayWhatApplies = (): void => {
    void read(configurationQuery("msgn_name")).then(([applies]) => {
      const id = form.data.entity.getId();
      if (applies && id !== "" && guid(textOf(applies, "msgn_configurationid")) === guid(id)) form.ui.clearFormNotification(NOTIFICATION);
      else if (applies) form.ui.setFormNotification(say(languageId, "hasNoEffect", textOf(applies, "msgn_name")), "WARNING", NOTIFICATION);
      else if (!isNew(form)) form.ui.setFormNotification(say(languageId, "noneActive"), "WARNING", NOTIFICATION);
    }, ignored);
  };
  sayWhatApplies();
  form.data.addOnLoad(sayWhatApplies);

  const apps = form.getAttribute<Xrm.Attributes.StringAttribute>("msgn_apps");
  const field = form.getControl<Xrm.Controls.StandardControl>("msgn_apps");
  /** What is wrong with the apps that are entered; null: nothing. */
  const wrongApps = async (): Promise<string | null> => {
    const known = (await read("appmodules?$select=uniquename&$orderby=uniquename")).map((row) => textOf(row, "uniquename"));
    const unknown = appNames(apps?.getValue()).filter((name) => !known.some((one) => one.toLowerCase() === name));
    return unknown.length === 0 ? null : say(languageId, "unknownApp", unknown.join(", "), known.join(", "));
  };
  // What is entered now can be refused. An app that is gone must not keep an administrator from changing the other settings.
  apps?.addOnChange(() => {
    form.ui.clearFormNotification(UNKNOWN_APPS);
    void wrongApps().then((wrong) => {
      if (wrong === null) field?.clearNotification(UNKNOWN_APPS);
      else field?.setNotification(wrong, UNKNOWN_APPS);
    }, ignored);
  });
  void wrongApps().then((wrong) => {
    if (wrong !== null) form.ui.setFormNotification(wrong, "WARNING", UNKNOWN_APPS);
  }, ignored);
}
