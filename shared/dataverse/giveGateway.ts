/** The server of giving a conversation away: Dataverse, through its Web API. */
import { ignore } from "../domain/failure";
import type { Given } from "../domain/session";
import type { FoundReceivers, GiveGateway, Receiver } from "../thread/givePorts";
import { changeSetOf } from "./batch";
import type { ApiClient, ApiRequest } from "./client";
import { eventRequest } from "./eventRequest";
import { ACTIVE, bound, DELIVERY_STATUS, GIVE_PRIVILEGES, INACTIVE, INBOUND, OUTBOUND, SESSION_STATUS } from "./names";
import * as MESSAGE from "./names/message";
import * as SESSION from "./names/session";
import * as EVENT from "./names/sessionEvent";
import { privilegeDepths } from "./privilegeDepths";
import { privilegesQuery, sessionPath, sessionTerm, WITH_NAMES } from "./queries";
import { readOnRequest } from "./readOnRequest";
import { colleaguesQuery, MOST_RECEIVERS, teammatesQuery, teamsQuery } from "./receiverQueries";
import { dateOf, rowsOf, textOf } from "./rows";
import type { Row } from "./rows";
import { createServerClock } from "./serverClock";
import { createSessionGateway } from "./sessionGateway";
import { dateTime, dateTimeOrNull, fitting, guid } from "./values";

/** How many characters the columns of an event take. */
const MOST_NAME = 160;
const MOST_NOTE = 200;

/**
 * @param userId who gives
 * @param browserNow see {@link Browser.now} (shared/inbox/ports.ts)
 */
export function createGiveGateway(send: ApiClient, userId: string, browserNow: () => number): GiveGateway {
  const me = guid(userId);
  const { client, now } = createServerClock(send, browserNow);
  const get = (path: string) => client({ method: "GET", path, headers: WITH_NAMES });
  const serverNow = () => dateTime(now());
  const { readSession } = createSessionGateway({ client, get, me, serverNow });

  const read = async (query: string, kind: Receiver["kind"]): Promise<readonly Receiver[]> =>
    rowsOf((await get(query)).body).map((row) => receiverOf(row, kind));

  return {
    readSession,

    async findReceivers(words) {
      // Who may not read teams, as with a copy of the role from before, finds colleagues all the same.
      const unlessDenied = (found: Promise<readonly Receiver[]>) => found.catch(ignore("denied"));
      const [teammates, teams, colleagues] = await Promise.all([
        words === "" ? unlessDenied(read(teammatesQuery(me), "user")) : [],
        unlessDenied(read(teamsQuery(words), "team")),
        read(colleaguesQuery(me, words), "user"),
      ]);
      return { ...together(teammates ?? [], teams ?? [], colleagues), isWithoutTeams: teams === undefined };
    },

    async readNewestText(sessionId) {
      const filter = encodeURIComponent(`${sessionTerm(sessionId)} and ${MESSAGE.direction} eq ${INBOUND}`);
      const order = `${MESSAGE.receivedOn} desc,${MESSAGE.sequence} desc`;
      const [row] = rowsOf((await get(`${MESSAGE.set}?$select=${MESSAGE.readOn}&$filter=${filter}&$orderby=${order}&$top=1`)).body);
      return row ? { id: textOf(row, MESSAGE.id), readOn: dateOf(row, MESSAGE.readOn) } : null;
    },

    async hasUnsentAnswer(sessionId) {
      const queued = `${MESSAGE.direction} eq ${OUTBOUND} and ${MESSAGE.deliveryStatus} eq ${DELIVERY_STATUS.queued}`;
      const filter = encodeURIComponent(`${sessionTerm(sessionId)} and ${queued}`);
      return rowsOf((await get(`${MESSAGE.set}?$select=${MESSAGE.id}&$filter=${filter}&$top=1`)).body).length > 0;
    },

    async give(sessionId, { before, to, note, unreadAgain }) {
      const at = dateTime(before.now);
      const given: Given = { byId: me, by: "", at: before.now, note: fitting(note, MOST_NOTE) };
      const isNew = before.status === "new";
      const session: ApiRequest = {
        method: "PATCH",
        path: sessionPath(sessionId),
        headers: { "If-Match": before.etag },
        body: {
          ...ACTIVE,
          ...givenColumns(given),
          ...(isNew && { [SESSION.acceptedOn]: at, [bound(SESSION.acceptedBy)]: `/systemusers(${me})` }),
          [SESSION.status]: SESSION_STATUS.accepted,
          [bound("ownerid")]: ownerPath(to),
        },
      };
      const { owner } = before;
      const event = eventRequest(sessionId, "given", at, owner.kind === "user" ? owner.id : "");
      const told = { [EVENT.toName]: fitting(to.name, MOST_NAME), [EVENT.note]: given.note };
      const noted: ApiRequest = { ...event, body: { ...(event.body as Row), ...told } };
      // The session last: once it is in another business unit, whoever has given it away may append nothing to it (docs/reading-rights.md).
      await client(changeSetOf([noted, ...(unreadAgain ? [readOnRequest(unreadAgain.id, null)] : []), session]));
    },

    async mayGive({ before, unreadAgain }) {
      const { ofSession, besides, ofMessage } = GIVE_PRIVILEGES;
      const depths = privilegeDepths((await get(privilegesQuery(me, [...ofSession, ...besides, ofMessage]))).body);
      const reachesOthers = (name: string) => depths.has(name) && depths.get(name) !== "Basic";
      const has = (name: string) => depths.has(name);
      return (
        // The rows of one's own teams are one's own, and which these are is not known here.
        besides.every(has) &&
        ofSession.every(before.owner.id === me || before.owner.kind === "team" ? has : reachesOthers) &&
        (!unreadAgain || reachesOthers(ofMessage))
      );
    },

    async takeBack(sessionId, { before, to, unreadAgain }, etag) {
      const session: ApiRequest = {
        method: "PATCH",
        path: sessionPath(sessionId),
        headers: { "If-Match": etag },
        body: {
          ...(before.isActive ? ACTIVE : INACTIVE),
          ...givenColumns(before.given),
          [SESSION.acceptedOn]: dateTimeOrNull(before.acceptedOn),
          [bound(SESSION.acceptedBy)]: before.acceptedBy ? `/systemusers(${guid(before.acceptedBy)})` : null,
          [SESSION.status]: SESSION_STATUS[before.status === "new" ? "new" : "accepted"],
          [bound("ownerid")]: ownerPath(before.owner),
        },
      };
      const event = eventRequest(sessionId, "takenBack", serverNow(), to.kind === "user" ? to.id : "");
      const readAgain = unreadAgain ? [readOnRequest(unreadAgain.id, dateTimeOrNull(unreadAgain.readOn))] : [];
      await client(changeSetOf([session, event, ...readAgain]));
    },
  };
}

const ownerPath = ({ kind, id }: Pick<Receiver, "kind" | "id">) => `/${kind === "team" ? "teams" : "systemusers"}(${guid(id)})`;

function givenColumns(given: Given | null): Row {
  return {
    [bound(SESSION.givenBy)]: given?.byId ? `/systemusers(${guid(given.byId)})` : null,
    [SESSION.givenOn]: given && dateTime(given.at),
    [SESSION.givenNote]: given?.note || null,
  };
}

function receiverOf(row: Row, kind: Receiver["kind"]): Receiver {
  return kind === "team"
    ? { id: textOf(row, "teamid"), name: textOf(row, "name"), kind }
    : { id: textOf(row, "systemuserid"), name: textOf(row, "fullname"), kind };
}

/** Each once, those of the first lists first. */
function together(...lists: readonly (readonly Receiver[])[]): Omit<FoundReceivers, "isWithoutTeams"> {
  const shown = new Map(lists.flatMap((list) => list.slice(0, MOST_RECEIVERS)).map((receiver) => [receiver.id, receiver]));
  return { items: [...shown.values()], hasMore: lists.some((list) => list.length > MOST_RECEIVERS) };
}
