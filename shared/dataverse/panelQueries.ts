/**
 * What only the open panel asks, as addresses below the Web API's root. Values are escaped here and nowhere else.
 * Of every function that takes an id: @throws Error where that is no GUID (`guid`), before it becomes part of an address.
 */
import * as MESSAGE from "./names/message";
import { sessionTerm, unreadTerms } from "./queries";

/** The unread messages of one session with their texts, the oldest first, at most so many. */
export function unreadTextsQuery(sessionId: string, most: number): string {
  const filter = encodeURIComponent(`${sessionTerm(sessionId)} and ${unreadTerms()}`);
  const columns = [MESSAGE.body, MESSAGE.receivedOn, "createdon"].join();
  return `${MESSAGE.set}?$select=${columns}&$orderby=${MESSAGE.receivedOn},${MESSAGE.sequence}&$filter=${filter}&$top=${most}`;
}
