/** The part of the actions' server that is about one session: who owns it, and how that changes. */
import type { ActionGateway } from "../inbox/ports";
import { batchOf, changeSetOf, firstBodyOf, MOST_IN_BATCH } from "./batch";
import type { ApiAnswer, ApiClient, ApiRequest } from "./client";
import { eventRequest } from "./eventRequest";
import { ACTIVE, bound, INACTIVE, lookupValue, SESSION_STATUS } from "./names";
import * as CONTACT_NUMBER from "./names/contactNumber";
import * as MESSAGE from "./names/message";
import * as SESSION from "./names/session";
import { CHANGED_BY, givenColumns, readSinceQuery, sessionPath, sessionQuery, unreadMessagesQuery } from "./queries";
import { readOnRequest } from "./readOnRequest";
import { arrival, blocks, dateOf, displayName, etagOf, givenOf, isRow, ownerOf, rowOf, rowsOf, statusOf, textOf } from "./rows";
import { dateTime, guid } from "./values";

/** What it works with. */
export interface SessionGatewayParts {
  readonly client: ApiClient;
  /** Reads with the names of lookups. */
  readonly get: (path: string) => Promise<ApiAnswer>;
  /** The viewer's id. */
  readonly me: string;
  /** The server's clock, as Dataverse writes it. */
  readonly serverNow: () => string;
}

/** Makes it. */
export function createSessionGateway(parts: SessionGatewayParts): Pick<ActionGateway, "readSession" | "claim" | "giveBack"> {
  const { client, get, me, serverNow } = parts;
  return {
    async readSession(sessionId) {
      const answer = await get(sessionQuery(sessionId));
      const row = rowOf(answer.body, SESSION.id, guid(sessionId));
      const contactNumber = row[SESSION.contactNumber];
      const ownerRow = row["owninguser"];
      const status = statusOf(row[SESSION.status]);
      // Who waits, and since when, only matters for taking over. All are read: the one that was received first need not be the one that was stored first.
      const unread = status === "accepted" ? rowsOf((await get(unreadMessagesQuery(sessionId))).body) : [];
      return {
        etag: etagOf(answer),
        status,
        owner: ownerOf(row, "_ownerid_value", "_owninguser_value", isRow(ownerRow) && ownerRow["isdisabled"]),
        blocked: isRow(contactNumber) && blocks(contactNumber, "statecode", CONTACT_NUMBER.blockedUntil, answer.now),
        oldestUnreadAt: Math.min(answer.now, ...unread.map((one) => arrival(one, MESSAGE.receivedOn, "createdon") ?? answer.now)),
        now: answer.now,
        isActive: row["statecode"] === ACTIVE.statecode,
        acceptedOn: dateOf(row, SESSION.acceptedOn),
        acceptedBy: textOf(row, lookupValue(SESSION.acceptedBy)),
        given: givenOf(row, givenColumns()),
        changedBy: { id: textOf(row, CHANGED_BY), name: displayName(row, CHANGED_BY) },
      };
    },

    async claim(sessionId, { etag, status, owner, oldestUnreadAt, now: readAt }) {
      const at = serverNow();
      const session: ApiRequest = {
        method: "PATCH",
        path: `${sessionPath(sessionId)}?$select=statecode`,
        headers: { "If-Match": etag, Prefer: "return=representation" },
        body: {
          ...ACTIVE,
          [SESSION.status]: SESSION_STATUS.accepted,
          [SESSION.acceptedOn]: at,
          [bound(SESSION.acceptedBy)]: `/systemusers(${me})`,
          [bound("ownerid")]: `/systemusers(${me})`,
        },
      };
      const event =
        status === "accepted"
          ? eventRequest(sessionId, "takenOver", at, owner.kind === "user" ? owner.id : "", readAt - oldestUnreadAt)
          : eventRequest(sessionId, "accepted", at);
      const { body, now } = await client(changeSetOf([session, event]));
      // A platform that answers the change set without the row leaves the claim undecided: who claims reads again, and finds it.
      const row = rowOf(firstBodyOf(body), SESSION.id, guid(sessionId));
      return { etag: etagOf({ body: row, etag: null }), at: now };
    },

    async giveBack(sessionId, before, { etag, at }, as = "givenBack") {
      const session: ApiRequest = {
        method: "PATCH",
        path: sessionPath(sessionId),
        headers: { "If-Match": etag },
        body: {
          ...(before.isActive ? ACTIVE : INACTIVE),
          [SESSION.status]: SESSION_STATUS[before.status === "new" ? "new" : "accepted"],
          [SESSION.acceptedOn]: before.acceptedOn && dateTime(before.acceptedOn),
          [bound(SESSION.acceptedBy)]: before.acceptedBy ? `/systemusers(${guid(before.acceptedBy)})` : null,
          [bound("ownerid")]: `/${before.owner.kind === "team" ? "teams" : "systemusers"}(${guid(before.owner.id)})`,
        },
      };
      const unreadAgain = async () =>
        rowsOf((await get(readSinceQuery(sessionId, me, at))).body).map((row) => readOnRequest(textOf(row, MESSAGE.id), null));
      const event = eventRequest(sessionId, as, serverNow(), as === "givenBack" ? me : "");
      await client(changeSetOf([session, event, ...(await unreadAgain())].slice(0, MOST_IN_BATCH)));
      // What there was no room for, and what the conversation's form has marked meanwhile.
      const late = await unreadAgain();
      for (let from = 0; from < late.length; from += MOST_IN_BATCH) await client(batchOf(late.slice(from, from + MOST_IN_BATCH)));
    },
  };
}
