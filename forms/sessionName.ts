/** The name of a session that is made by hand, as the gateway would call it: the contact or the number, then the business number. */
import type { ApiClient } from "../shared/dataverse/client";
import { CONTACT_NUMBER } from "../shared/dataverse/names";
import { WITH_NAMES } from "../shared/dataverse/queries";
import { guid } from "../shared/dataverse/values";
import { isRow, textOf } from "../shared/dataverse/rows";
import { firstWords } from "./firstWords";

const MAX_LENGTH = 200;
const CUSTOMER = "_msgn_customerid_value@OData.Community.Display.V1.FormattedValue";

/** Fills in the name whenever one of the numbers changes, until the user has given a name of their own. */
export function nameSession(form: Xrm.FormContext, client: ApiClient): void {
  const name = form.getAttribute<Xrm.Attributes.StringAttribute>("msgn_name");
  const number = form.getAttribute<Xrm.Attributes.LookupAttribute>("msgn_contactnumberid");
  const business = form.getAttribute<Xrm.Attributes.StringAttribute>("msgn_businessnumber");
  if (!name || !number || !business) return;
  // What is locked on the form would not be sent otherwise.
  name.setSubmitMode("always");
  let given = "";
  const fill = (contact: string): void => {
    if ((name.getValue() ?? "") !== given) return;
    const to = business.getValue();
    const end = to ? `, ${to}` : "";
    given = contact === "" ? "" : firstWords(contact, MAX_LENGTH - end.length) + end;
    name.setValue(given);
  };
  const onChange = (): void => {
    const chosen = number.getValue()?.[0];
    fill(chosen?.name ?? "");
    if (!chosen) return;
    // The number serves as the name until the server has said whose it is, and where it cannot say.
    void readCustomer(client, chosen.id).then(
      (customer) => {
        if (customer !== "" && number.getValue()?.[0]?.id === chosen.id) fill(customer);
      },
      () => undefined,
    );
  };
  number.addOnChange(onChange);
  business.addOnChange(onChange);
  // A form that was opened from a contact number has it filled in.
  onChange();
}

/** The name of the contact or account of a contact number; empty where there is none. */
async function readCustomer(client: ApiClient, contactNumberId: string): Promise<string> {
  const path = `${CONTACT_NUMBER.set}(${guid(contactNumberId)})?$select=_msgn_customerid_value`;
  const { body } = await client({ method: "GET", path, headers: WITH_NAMES });
  return isRow(body) ? textOf(body, CUSTOMER) : "";
}
