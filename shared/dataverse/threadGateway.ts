/** The thread's server: Dataverse, through its Web API. */
import { ignore } from "../domain/failure";
import type { ThreadMessage } from "../domain/message";
import type { OlderFrom, Texts, ThreadGateway } from "../thread/threadPorts";
import type { ApiAnswer, ApiClient, ApiRequest } from "./client";
import { linkRights } from "./linkRights";
import { markRead } from "./markRead";
import * as MESSAGE from "./names/message";
import * as SESSION from "./names/session";
import { WITH_NAMES_AND_TABLES, WITH_NAMES } from "./queries";
import { readViewerProfile } from "./readViewerProfile";
import { arrival, dateOf, isRow, numberOf, rowOf, rowsOf, statusOf, textOf } from "./rows";
import type { Row } from "./rows";
import {
  changedTextsQuery,
  dismissalMarkQuery,
  routeQuery,
  sessionEventsQuery,
  textsQuery,
  threadHeadQuery,
  unreadTimesQuery,
} from "./threadQueries";
import { dismissalMarkOf, sessionEventOf, threadHeadOf, threadMessageOf } from "./threadRows";
import { createServerClock } from "./serverClock";
import { dateTime, guid } from "./values";

/** The times of so many unread messages are read: few conversations have more, and of those the first and the last do. */
const MOST_UNREAD = 200;

/**
 * @param userId who looks at the thread
 * @param browserNow see {@link Browser.now} (shared/inbox/ports.ts)
 */
export function createThreadGateway(send: ApiClient, userId: string, browserNow: () => number): ThreadGateway {
  const me = guid(userId);
  const { client, now: serverNow } = createServerClock(send, browserNow);
  const get = (path: string, headers: ApiRequest["headers"] = WITH_NAMES_AND_TABLES) => client({ method: "GET", path, headers });

  return {
    readProfile: () => readViewerProfile(client, me, linkRights),

    async readHead(sessionId, mayBeNew) {
      const [{ body, now }, unread, routes, dismissals] = await Promise.all([
        get(threadHeadQuery(sessionId)),
        get(unreadTimesQuery(sessionId, "first", MOST_UNREAD), {}),
        get(routeQuery(me, sessionId), {}).catch(ignore("denied")),
        mayBeNew ? get(dismissalMarkQuery(me, sessionId), {}) : null,
      ]);
      const row = rowOf(body, SESSION.id, guid(sessionId));
      const rows = rowsOf(unread.body);
      const count = (isRow(unread.body) && numberOf(unread.body, "@odata.count")) || rows.length;
      const rest = count > rows.length ? rowsOf((await get(unreadTimesQuery(sessionId, "last", 1))).body) : [];
      const times = [...rows, ...rest].map((one) => ({
        id: textOf(one, MESSAGE.id),
        at: arrival(one, MESSAGE.receivedOn, "createdon") ?? now,
      }));
      // What was received first need not have been stored first.
      times.sort((one, other) => one.at - other.at);
      return threadHeadOf(row, {
        firstUnread: times[0] ?? null,
        unread: count,
        newestUnreadAt: times[times.length - 1]?.at ?? now,
        // Only a new conversation is dismissed; one that has been given back meanwhile is asked about with the next refresh.
        dismissal: dismissals && statusOf(row[SESSION.status]) === "new" ? dismissalMarkOf(rowsOf(dismissals.body)) : null,
        route: (routes && rowsOf(routes.body)[0]) ?? {},
        userId: me,
        now,
      });
    },

    async readTexts(sessionId, from, most) {
      const known = from?.known ?? [];
      // One more than is shown says that there are more.
      return textsOf(await get(textsQuery(sessionId, from?.receivedOn ?? null, most + known.length + 1), WITH_NAMES), known, most);
    },

    async readChanged(sessionId, since, most) {
      return textsOf(await get(changedTextsQuery(sessionId, since, most + 1), WITH_NAMES), [], most);
    },

    async readEvents(sessionId) {
      const { body } = await get(sessionEventsQuery(sessionId), WITH_NAMES);
      return rowsOf(body)
        .flatMap((row) => sessionEventOf(row) ?? [])
        .reverse();
    },

    markRead: (sessionId, ids) => markRead(client, { sessionId, userId: me }, ids, dateTime(serverNow())),
  };
}

/** The texts of an answer without those that are known. Two texts of one second may lie on two pages: the next one begins at that second again. */
function textsOf({ body, now }: ApiAnswer, known: readonly string[], most: number): Texts {
  const rows = rowsOf(body).filter((row) => !known.includes(textOf(row, MESSAGE.id)));
  const shown = rows.slice(0, most);
  const hasMore = rows.length > most;
  return {
    items: shown.flatMap((row): ThreadMessage | readonly [] => threadMessageOf(row) ?? []),
    hasMore,
    older: hasMore ? olderFrom(shown, known) : null,
    now,
  };
}

function olderFrom(shown: readonly Row[], known: readonly string[]): OlderFrom | null {
  const last = shown[shown.length - 1];
  const receivedOn = last ? dateOf(last, MESSAGE.receivedOn) : null;
  if (receivedOn === null) return null;
  const ofThatMoment = shown.filter((row) => dateOf(row, MESSAGE.receivedOn) === receivedOn).map((row) => textOf(row, MESSAGE.id));
  const isSameMoment = ofThatMoment.length === shown.length;
  return { receivedOn, known: isSameMoment ? [...known, ...ofThatMoment] : ofThatMoment };
}
