/** The name of a session that is made by hand, as the gateway would call it: the contact or the number, then the business number. */
import type { ApiClient } from "../shared/dataverse/client";
import { lookupValue } from "../shared/dataverse/names";
import * as CONTACT_NUMBER from "../shared/dataverse/names/contactNumber";
import * as SESSION from "../shared/dataverse/names/session";
import { contactNumberPath, WITH_NAMES } from "../shared/dataverse/queries";
import { displayName, rowOf } from "../shared/dataverse/rows";
import { guid } from "../shared/dataverse/values";
import { inBackground, unlessClosed } from "./background";
import { firstWords } from "../shared/domain/firstWords";
import type { FormTools } from "./formTools";

const MAX_LENGTH = 200;

/** Fills in the name whenever one of the numbers changes, until the user has given a name of their own. */
export function nameSession(form: Xrm.FormContext, { client, report }: Pick<FormTools, "client" | "report">): void {
  const name = form.getAttribute<Xrm.Attributes.StringAttribute>(SESSION.name);
  const number = form.getAttribute<Xrm.Attributes.LookupAttribute>(SESSION.contactNumber);
  const business = form.getAttribute<Xrm.Attributes.StringAttribute>(SESSION.businessNumber);
  if (!name || !number || !business) return;
  // A column that is locked on the form is otherwise not sent.
  name.setSubmitMode("always");
  /** The last name that this script has given. */
  let given = "";
  const giveName = (contact: string): void => {
    if ((name.getValue() ?? "") !== given) return;
    const to = business.getValue();
    const end = to ? `, ${to}` : "";
    given = contact === "" ? "" : firstWords(contact, MAX_LENGTH - end.length) + end;
    name.setValue(given);
  };
  /** The number serves as the name until the server has said whose it is, and where it cannot say. */
  const giveCustomersName = async (contactNumberId: string): Promise<void> => {
    const customer = await readCustomer(client, contactNumberId);
    unlessClosed(form, () => {
      if (customer !== "" && number.getValue()?.[0]?.id === contactNumberId) giveName(customer);
    });
  };
  const onChange = (): void => {
    const chosen = number.getValue()?.[0];
    giveName(chosen?.name ?? "");
    if (chosen) inBackground(giveCustomersName(chosen.id), report);
  };
  number.addOnChange(onChange);
  business.addOnChange(onChange);
  // A form that was opened from a contact number has it filled in.
  onChange();
}

/**
 * The name of the contact or account of a contact number; empty where there is none.
 * @throws RequestFailed
 */
async function readCustomer(client: ApiClient, contactNumberId: string): Promise<string> {
  const customer = lookupValue(CONTACT_NUMBER.customer);
  const path = `${contactNumberPath(contactNumberId)}?$select=${customer}`;
  const { body } = await client({ method: "GET", path, headers: WITH_NAMES });
  return displayName(rowOf(body, CONTACT_NUMBER.id, guid(contactNumberId)), customer);
}
