import type { ContactNumberState } from "../inbox/ports";
import type { ApiClient } from "./client";
import * as CONTACT_NUMBER from "./names/contactNumber";
import { contactNumberQuery } from "./queries";
import { blockOf, etagOf, rowOf } from "./rows";
import { guid } from "./values";

/** What a contact number's row notes of a block, and the server's clock then. @throws RequestFailed */
export async function readContactNumber(client: ApiClient, contactNumberId: string): Promise<ContactNumberState> {
  const answer = await client({ method: "GET", path: contactNumberQuery(contactNumberId) });
  const row = rowOf(answer.body, CONTACT_NUMBER.id, guid(contactNumberId));
  return { etag: etagOf(answer), block: blockOf(row), now: answer.now };
}
