/** The inbox's server: Dataverse, through its Web API. */
import type { InboxSession } from "../domain/session";
import { RequestFailed } from "../domain/failure";
import type { ClaimableSession, InboxGateway, InboxReading, Profile } from "../inbox/ports";
import type { ApiAnswer, ApiClient } from "./client";
import { ACTIVE, CONTACT_NUMBER, INACTIVE, SESSION, SESSION_STATUS } from "./names";
import { profileOf } from "./profile";
import {
  agentSettingPath,
  configurationQuery,
  contactNumberQuery,
  dismissalPath,
  inboxFallbackQuery,
  inboxQuery,
  previewQuery,
  privilegesQuery,
  sessionQuery,
  unreadMessagesQuery,
  waitingSessionsQuery,
  WITH_NAMES,
} from "./queries";
import { dateTime, guid, primaryName } from "./values";
import { dateOf, isRow, ownerOf, privilegeNames, readSessions, rowsOf, statusOf, textOf } from "./rows";

/** What the product reads of the configuration record. */
const CONFIGURATION =
  "msgn_idletimeoutminutes,msgn_refreshseconds,msgn_bubblecorner,msgn_floatingbubble,msgn_agentsmayblock,msgn_soundallowed,msgn_desktopallowed";
/** Dataverse's code for "more rows than an aggregate may read". */
const AGGREGATE_LIMIT = "0x8004e023";
/** An answer holds at most 5,000 rows; this annotation says that there are more. */
const MORE_ROWS = "@Microsoft.Dynamics.CRM.morerecords";

/**
 * @param userId whose inbox it is
 * @param browserNow stamps when a request was sent, see InboxReading
 */
export function createGateway(send: ApiClient, userId: string, browserNow: () => number): InboxGateway {
  const me = guid(userId);
  let clockOffset = Date.now() - browserNow();
  const client: ApiClient = async (request) => {
    const answer = await send(request);
    clockOffset = answer.now - browserNow();
    return answer;
  };
  /** What is written is stamped with the server's clock, as its last answer told it: an agent's clock may be hours off. */
  const serverNow = () => dateTime(browserNow() + clockOffset);
  const get = (path: string) => client({ method: "GET", path, headers: WITH_NAMES });

  async function readInbox(): Promise<InboxReading> {
    const sentAt = browserNow();
    const counted = await get(inboxQuery(me)).catch(ignore(AGGREGATE_LIMIT));
    const { body, now } = counted ?? (await get(inboxFallbackQuery(me)));
    const rows = rowsOf(body);
    const sessions = readSessions(rows);
    const hasMore = !counted || isPart(body);
    return {
      sessions: hasMore ? [...sessions, ...(await readOthers(sessions))] : sessions,
      now,
      // A row that cannot be understood is more than what is shown, too.
      lowerBound: hasMore || sessions.length < rows.length,
      sentAt,
    };
  }

  /** The sessions that the first answer has no room for: a flood of messages from one number must not hide all the others. */
  async function readOthers(known: readonly InboxSession[]): Promise<readonly InboxSession[]> {
    const others: InboxSession[] = [];
    const ids = new Set(known.map(({ id }) => id));
    for (let page = 1; ; page++) {
      // Where it cannot be had, the list is as long as without it.
      const answer = await get(waitingSessionsQuery(me, page)).catch(ignore("failed"));
      for (const session of answer ? readSessions(rowsOf(answer.body)) : []) {
        // Rows move from page to page while they are read.
        if (!ids.has(session.id)) others.push(session);
        ids.add(session.id);
      }
      if (!answer || !isPart(answer.body)) return others;
    }
  }

  async function readProfile(): Promise<Profile> {
    const [privileges, configurations, settings] = await Promise.all([
      get(privilegesQuery(me)),
      get(configurationQuery(CONFIGURATION)),
      // No row yet, or no right to one: the configuration alone counts.
      get(`${agentSettingPath(me)}?$select=msgn_bubblecorner,msgn_sound,msgn_desktopnotification,msgn_donotdisturbuntil`).catch(
        ignore("gone", "denied"),
      ),
    ]);
    const row = isRow(settings?.body) ? settings.body : undefined;
    return profileOf(me, privilegeNames(privileges.body), rowsOf(configurations.body)[0], row);
  }

  async function readSession(sessionId: string): Promise<ClaimableSession> {
    const answer = await get(sessionQuery(sessionId));
    const row = isRow(answer.body) ? answer.body : {};
    const contactNumber = row["msgn_contactnumberid"];
    const status = statusOf(row["msgn_sessionstatus"]);
    // Who waits, and since when, only matters for taking over.
    const [oldest] = status === "accepted" ? rowsOf((await get(`${unreadMessagesQuery(sessionId)}&$top=1`)).body) : [];
    return {
      etag: etagOf(answer),
      status,
      owner: ownerOf(row, "_ownerid_value", "_owninguser_value"),
      blocked: isRow(contactNumber) && contactNumber["statecode"] !== ACTIVE.statecode,
      oldestUnreadAt: oldest ? dateOf(oldest, "msgn_receivedon") : null,
      now: answer.now,
    };
  }

  return {
    readInbox,
    readProfile,
    readSession,

    async readPreviews(sessions) {
      const { body } = await get(previewQuery(sessions));
      return new Map(rowsOf(body).map((row) => [textOf(row, "_msgn_sessionid_value"), textOf(row, "msgn_body")]));
    },

    async claim(sessionId, etag) {
      await client({
        method: "PATCH",
        path: `${SESSION.set}(${guid(sessionId)})`,
        headers: { "If-Match": etag },
        body: {
          msgn_sessionstatus: SESSION_STATUS.accepted,
          msgn_acceptedon: serverNow(),
          "msgn_acceptedby@odata.bind": `/systemusers(${me})`,
          "ownerid@odata.bind": `/systemusers(${me})`,
        },
      });
    },

    async writeDismissal(sessionId, mark, subject) {
      const path = dismissalPath(sessionId, me);
      if (!mark) {
        // Removed already, in another tab: that is what was wanted.
        await client({ method: "DELETE", path }).catch(ignore("gone"));
        return;
      }
      await client({
        method: "PATCH",
        path,
        // A count without end is null in JSON, as in the row that it was read from.
        body: { msgn_name: primaryName(subject), msgn_dismissedupto: dateTime(mark.upTo), msgn_dismissedcount: mark.count },
      });
    },

    async readContactNumber(contactNumberId) {
      const answer = await get(contactNumberQuery(contactNumberId));
      const row = isRow(answer.body) ? answer.body : {};
      return { etag: etagOf(answer), active: row["statecode"] === ACTIVE.statecode, blockedBy: textOf(row, "_msgn_blockedby_value") };
    },

    async setBlocked(contactNumberId, blocked, etag) {
      const answer = await client({
        method: "PATCH",
        path: `${CONTACT_NUMBER.set}(${guid(contactNumberId)})?$select=statecode`,
        headers: { "If-Match": etag, Prefer: "return=representation" },
        body: blocked
          ? { ...INACTIVE, msgn_blockedon: serverNow(), "msgn_blockedby@odata.bind": `/systemusers(${me})` }
          : { ...ACTIVE, msgn_blockedon: null, "msgn_blockedby@odata.bind": null },
      });
      return etagOf(answer);
    },
  };
}

/** Whether there are more rows than the answer holds. */
const isPart = (body: unknown) => isRow(body) && (body[MORE_ROWS] === true || "@odata.nextLink" in body);

/** The etag of a row that was read or written, from the body (always there) or the header. */
function etagOf({ body, etag }: ApiAnswer): string {
  const value = (isRow(body) ? textOf(body, "@odata.etag") : "") || etag;
  if (!value) throw new RequestFailed("failed");
  return value;
}

/** Turns failures of these kinds, or with these codes (lower case), into undefined. */
function ignore(...kinds: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof RequestFailed && (kinds.includes(error.kind) || kinds.includes(error.code.toLowerCase()))) return undefined;
    throw error;
  };
}
