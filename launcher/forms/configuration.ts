/** The configuration's script: where another record applies, this one says that it has no effect, and which one has. */
import { createClient } from "../../shared/dataverse/client";
import { configurationQuery, guid } from "../../shared/dataverse/queries";
import { rowsOf, textOf } from "../../shared/dataverse/rows";
import { platform } from "../platform";
import { hasNoEffect } from "./texts";

const NOTIFICATION = "msgn_hasnoeffect";
const WARNING = "WARNING";

/** Form OnLoad handler of the configuration's main form. Asks again whenever the row has been read anew, as after a save. */
export function onLoad(event: Xrm.Events.EventContext): void {
  const form = event.getFormContext();
  const context = platform()?.Utility.getGlobalContext();
  if (!context) return;
  const client = createClient((url, init) => fetch(url, init), context.getClientUrl());
  const look = (): void => {
    const id = form.data.entity.getId();
    void client({ method: "GET", path: configurationQuery("msgn_name") }).then(
      ({ body }) => {
        const applies = rowsOf(body)[0];
        if (!applies || (id !== "" && guid(textOf(applies, "msgn_configurationid")) === guid(id))) {
          form.ui.clearFormNotification(NOTIFICATION);
        } else {
          const text = hasNoEffect(context.userSettings.languageId, textOf(applies, "msgn_name"));
          form.ui.setFormNotification(text, WARNING, NOTIFICATION);
        }
      },
      // Only a hint: without it the list still shows which record is the oldest.
      () => undefined,
    );
  };
  look();
  form.data.addOnLoad(look);
}
