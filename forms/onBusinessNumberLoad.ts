/**
 * The business number's script: a number is entered once, in the one form that gateways find it in, and stays; and the form says which idle timeout counts where
 * the number has none of its own.
 */
import * as BUSINESS_NUMBER from "../shared/dataverse/names/businessNumber";
import * as CONFIGURATION from "../shared/dataverse/names/configuration";
import { configurationQuery } from "../shared/dataverse/queries";
import { numberOf, rowsOf } from "../shared/dataverse/rows";
import { inBackground, unlessClosed } from "./background";
import { checkNumber } from "./checkNumber";
import { formText } from "./formText";
import type { FormTools } from "./formTools";
import { isNew, unlock } from "./newRow";

const CONFIGURED = "MessageNotification.configuredTimeout";

/** Form OnLoad handler of the business number's main form. */
export function onBusinessNumberLoad(form: Xrm.FormContext, { languageId, client, report }: FormTools): void {
  if (isNew(form)) {
    // Sessions name the number itself: with another number the row would be another one's.
    unlock(form, [BUSINESS_NUMBER.phoneNumber]);
    checkNumber(form, BUSINESS_NUMBER.phoneNumber, languageId);
  }
  const sayWhatCounts = async (): Promise<void> => {
    const { body } = await client({ method: "GET", path: configurationQuery(CONFIGURATION.idleTimeoutMinutes) });
    const [row = {}] = rowsOf(body);
    const minutes = String(numberOf(row, CONFIGURATION.idleTimeoutMinutes) ?? 0);
    unlessClosed(form, () => form.ui.setFormNotification(formText(languageId, "configuredTimeout", minutes), "INFO", CONFIGURED));
  };
  inBackground(sayWhatCounts(), report);
}
