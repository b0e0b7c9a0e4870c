/** The server of answering in a card: Dataverse, through its Web API. */
import { closedBecause } from "../domain/closedBecause";
import { RequestFailed } from "../domain/failure";
import type { CardAnswerGateway } from "../thread/cardAnswerPorts";
import { markRead } from "./markRead";
import { ACTIVE } from "./names";
import * as CONTACT_NUMBER from "./names/contactNumber";
import * as SESSION from "./names/session";
import { OWNER, sessionPath } from "./queries";
import { blocks, dateOf, isRow, ownerOf, rowOf, statusOf, textOf } from "./rows";
import type { ServerClock } from "./serverClock";
import { dateTime, guid } from "./values";

/** Makes it. */
export function createCardAnswerGateway({ client, now: serverNow }: ServerClock): CardAnswerGateway {
  return {
    async markRead(sessionId, userId, ids) {
      // It may be tried long after the answer was sent: what the next owner has read meanwhile is theirs.
      const { body } = await client({ method: "GET", path: `${sessionPath(sessionId)}?$select=${OWNER}` });
      if (textOf(rowOf(body, SESSION.id, guid(sessionId)), OWNER) !== guid(userId)) throw new RequestFailed("denied");
      await markRead(client, { sessionId, userId }, ids, dateTime(serverNow()));
    },

    async readClosedBecause(sessionId, userId) {
      const number = `${SESSION.contactNumber}($select=statecode,${CONTACT_NUMBER.blockedUntil},${CONTACT_NUMBER.optedOutOn})`;
      const columns = [SESSION.status, "statecode", OWNER, "_owninguser_value"].join();
      const { body, now } = await client({ method: "GET", path: `${sessionPath(sessionId)}?$select=${columns}&$expand=${number}` });
      const row = rowOf(body, SESSION.id, guid(sessionId));
      const expanded = row[SESSION.contactNumber];
      const contact = isRow(expanded) ? expanded : {};
      const owner = ownerOf(row, OWNER, "_owninguser_value", false);
      return closedBecause({
        status: statusOf(row[SESSION.status]),
        isMine: owner.kind === "user" && owner.id === guid(userId),
        isOptedOut: dateOf(contact, CONTACT_NUMBER.optedOutOn) !== null,
        isActive: row["statecode"] === ACTIVE.statecode,
        isBlocked: blocks(contact, "statecode", CONTACT_NUMBER.blockedUntil, now),
      });
    },
  };
}
