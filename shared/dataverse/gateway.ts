/** The inbox's server: Dataverse, through its Web API. */
import type { InboxSession } from "../domain/session";
import { ignore } from "../domain/failure";
import type { InboxGateway, InboxReading, Profile } from "../inbox/ports";
import type { ApiClient } from "./client";
import { bound, lookupValue } from "./names";
import * as AGENT_SETTING from "./names/agentSetting";
import * as CONTACT_NUMBER from "./names/contactNumber";
import * as DISMISSAL from "./names/dismissal";
import * as MESSAGE from "./names/message";
import { writeOwnRow } from "./ownRow";
import { CONFIGURATION_COLUMNS, profileOf, SETTINGS_COLUMNS, settingsColumns } from "./profile";
import {
  agentSettingQuery,
  configurationQuery,
  contactNumberQuery,
  dismissalsQuery,
  inboxFallbackQuery,
  inboxQuery,
  MORE_ROWS,
  OWNER,
  previewQuery,
  privilegesQuery,
  sessionPath,
  waitingSessionsQuery,
  WITH_NAMES,
} from "./queries";
import { dateTime, fitting, guid } from "./values";
import { blockOf, etagOf, isRow, privilegeNames, readSessions, rowOf, rowsOf, textOf, withoutBlocked } from "./rows";
import { createSessionGateway } from "./sessionGateway";
import type { Row } from "./rows";
import { writeBlock } from "./writeBlock";

/** Dataverse's code for "more rows than an aggregate may read". */
const AGGREGATE_LIMIT = "0x8004e023";

/**
 * @param userId whose inbox it is
 * @param browserNow stamps when a request was sent, see InboxReading
 */
export function createGateway(send: ApiClient, userId: string, browserNow: () => number, userName = ""): InboxGateway {
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
    const rows = withoutBlocked(rowsOf(body), now);
    const sessions = readSessions(rows);
    const hasMore = !counted || isPart(body);
    return {
      sessions: hasMore ? [...sessions, ...(await readOthers(sessions))] : sessions,
      now,
      // A row that cannot be understood is more than what is shown, too.
      isLowerBound: hasMore || sessions.length < rows.length,
      sentAt,
    };
  }

  /** The sessions that the first answer has no room for: a flood of messages from one number must not hide all the others. */
  async function readOthers(known: readonly InboxSession[]): Promise<readonly InboxSession[]> {
    const others: InboxSession[] = [];
    const ids = new Set(known.map(({ id }) => id));
    for (let page = 1; ; page++) {
      // Without this answer the list holds the sessions that are known already.
      const answer = await get(waitingSessionsQuery(me, page)).catch(ignore("failed"));
      for (const session of answer ? readSessions(withoutBlocked(rowsOf(answer.body), answer.now)) : []) {
        // Rows move from page to page while they are read.
        if (!ids.has(session.id)) others.push(session);
        ids.add(session.id);
      }
      if (!answer || !isPart(answer.body)) return others;
    }
  }

  /** The agent's own row, where there is one. */
  async function readSettings(): Promise<Row | undefined> {
    const [row] = rowsOf((await get(agentSettingQuery(me, SETTINGS_COLUMNS))).body);
    return row && rowOf(row, OWNER, me);
  }

  async function readProfile(): Promise<Profile> {
    const [privileges, configurations, settings] = await Promise.all([
      get(privilegesQuery(me)),
      get(configurationQuery(CONFIGURATION_COLUMNS)),
      // No row yet, or no right to one: the configuration alone counts.
      readSettings().catch(ignore("denied")),
    ]);
    return profileOf(me, privilegeNames(privileges.body), rowsOf(configurations.body)[0], settings);
  }

  return {
    readInbox,
    readProfile,
    ...createSessionGateway({ client, get, me, serverNow }),

    async readPreviews(sessions) {
      const { body } = await get(previewQuery(sessions));
      return new Map(rowsOf(body).map((row) => [textOf(row, lookupValue(MESSAGE.session)), textOf(row, MESSAGE.body)]));
    },

    async writeDismissal(sessionId, mark, subject) {
      const find = async () => rowsOf((await get(dismissalsQuery(me, sessionId))).body).map((row) => textOf(row, DISMISSAL.id));
      const own = await find();
      const kept =
        mark &&
        (await writeOwnRow(client, DISMISSAL.set, own[0], {
          // A count without end is null in JSON, as in the row that it was read from.
          columns: { [DISMISSAL.name]: fitting(subject), [DISMISSAL.upTo]: dateTime(mark.upTo), [DISMISSAL.count]: mark.count },
          atFirst: { [bound(DISMISSAL.session)]: `/${sessionPath(sessionId)}` },
          about: [me, sessionId],
          find: async () => (await find())[0],
        }));
      for (const id of own) {
        // Removed already, in another tab: that is what was wanted.
        if (id !== kept) await client({ method: "DELETE", path: `${DISMISSAL.set}(${guid(id)})` }).catch(ignore("gone"));
      }
    },

    async writeSettings(changes) {
      const find = async () => {
        const row = await readSettings();
        return row && textOf(row, AGENT_SETTING.id);
      };
      await writeOwnRow(client, AGENT_SETTING.set, await find(), {
        columns: settingsColumns(changes),
        atFirst: { [AGENT_SETTING.name]: fitting(userName) },
        about: [me],
        find,
      });
    },

    async readContactNumber(contactNumberId) {
      const answer = await get(contactNumberQuery(contactNumberId));
      const row = rowOf(answer.body, CONTACT_NUMBER.id, guid(contactNumberId));
      return {
        etag: etagOf(answer),
        block: blockOf(row),
        now: answer.now,
      };
    },

    setBlocked: (contactNumberId, block, etag) => writeBlock(client, contactNumberId, block, etag),
  };
}

/** Whether there are more rows than the answer holds. */
const isPart = (body: unknown) => isRow(body) && (body[MORE_ROWS] === true || "@odata.nextLink" in body);
