/** The inbox's server: Dataverse, through its Web API. */
import type { InboxSession } from "../domain/session";
import { ignore } from "../domain/failure";
import type { InboxGateway, InboxReading } from "../inbox/ports";
import { mapAnew, shareById } from "../domain/sharing";
import type { Mapped } from "../domain/sharing";
import type { ApiAnswer, ApiClient } from "./client";
import * as AGENT_SETTING from "./names/agentSetting";
import { AGGREGATE_LIMIT, inboxFallbackQuery, inboxQuery, MORE_ROWS, waitingSessionsQuery, WITH_NAMES } from "./queries";
import { readProfile } from "./readProfile";
import { readSettings } from "./readSettings";
import { fitting, guid } from "./values";
import type { Row } from "./rows";
import { readRow, readSessions, withoutBlocked } from "./inboxRows";
import type { ReadRow } from "./inboxRows";
import { isRow, rowsOf, textOf } from "./rows";

/** Whoever may not read business numbers is taken not to for so long (ms): a refresh then costs one request, and a role that is given counts soon. */
const ROLES_AGE = 600_000;

/**
 * @param userId whose inbox it is
 * @param browserNow stamps when a request was sent, see InboxReading
 */
export function createGateway(client: ApiClient, userId: string, browserNow: () => number): InboxGateway {
  const me = guid(userId);
  const get = (path: string) => client({ method: "GET", path, headers: WITH_NAMES });

  /** Until then (browser time, ms) the roles are taken not to let the user read business numbers. */
  let unroutedUntil = 0;
  const mayRoute = () => browserNow() >= unroutedUntil;

  /** An organization's own roles may not know business numbers yet: then everyone is told of everything, as where no number has a team. */
  async function ask(query: (userId: string, isRouted: boolean) => string): Promise<ApiAnswer> {
    const routed = mayRoute() ? await get(query(me, true)).catch(ignore("denied")) : null;
    if (routed) return routed;
    const answer = await get(query(me, false));
    unroutedUntil = browserNow() + ROLES_AGE;
    return answer;
  }

  /** The rows of the last answer, and what was read of them. */
  let answered: Mapped<Row, ReadRow> = { from: [], to: [] };

  async function readInbox(): Promise<InboxReading> {
    const sentAt = browserNow();
    const counted = await ask(inboxQuery).catch(ignore(AGGREGATE_LIMIT));
    const { body, now } = counted ?? (await ask(inboxFallbackQuery));
    // Most of an answer says what the one before it said: those rows stay the same objects, and so do their sessions.
    answered = mapAnew(
      answered,
      shareById(answered.from, rowsOf(body), ({ session }) => session),
      readRow,
    );
    const rows = withoutBlocked(answered.to, now);
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
      const answer = await get(waitingSessionsQuery(me, page, mayRoute())).catch(ignore("failed"));
      for (const session of answer ? readSessions(withoutBlocked(rowsOf(answer.body).map(readRow), answer.now)) : []) {
        // Rows move from page to page while they are read.
        if (!ids.has(session.id)) others.push(session);
        ids.add(session.id);
      }
      if (!answer || !isPart(answer.body)) return others;
    }
  }

  return {
    readInbox,
    readProfile: () => readProfile(client, me),

    async noteList(line) {
      const row = await readSettings(client, me);
      if (!row) return;
      const path = `${AGENT_SETTING.set}(${guid(textOf(row, AGENT_SETTING.id))})`;
      await client({ method: "PATCH", path, headers: { "If-Match": "*" }, body: { [AGENT_SETTING.lastList]: fitting(line, 400) } });
    },
  };
}

/** Whether there are more rows than the answer holds. */
const isPart = (body: unknown) => isRow(body) && (body[MORE_ROWS] === true || "@odata.nextLink" in body);
