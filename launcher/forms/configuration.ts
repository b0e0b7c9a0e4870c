/** The configuration's script: says where a record has no effect, and refuses apps that there are not. */
import { createClient } from "../../shared/dataverse/client";
import { configurationQuery, guid } from "../../shared/dataverse/queries";
import { rowsOf, textOf } from "../../shared/dataverse/rows";
import { appNames } from "../apps";
import { platform } from "../platform";
import { isNew } from "./form";
import { say } from "./texts";

const NOTIFICATION = "msgn_hasnoeffect";

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
  const checkApps = (): void => {
    void read("appmodules?$select=uniquename&$orderby=uniquename").then((rows) => {
      const known = rows.map((row) => textOf(row, "uniquename"));
      const unknown = appNames(apps?.getValue()).find((name) => !known.some((one) => one.toLowerCase() === name));
      if (unknown === undefined) field?.clearNotification(NOTIFICATION);
      else field?.setNotification(say(languageId, "unknownApp", unknown, known.join(", ")), NOTIFICATION);
    }, ignored);
  };
  apps?.addOnChange(checkApps);
  if (apps?.getValue()) checkApps();
}
