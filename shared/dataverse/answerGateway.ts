/** The server of answering: Dataverse, through its Web API. */
import { ignore, RequestFailed } from "../domain/failure";
import { firstWords } from "../domain/firstWords";
import type { Template } from "../domain/templateText";
import type { AnswerGateway, NewAnswer } from "../thread/answerPorts";
import type { ApiClient } from "./client";
import { derivedId } from "./derivedId";
import { bound, DELIVERY_STATUS, lookupValue, OUTBOUND } from "./names";
import * as MESSAGE from "./names/message";
import * as TEMPLATE from "./names/template";
import { sessionPath } from "./queries";
import { rowOf, rowsOf, textOf } from "./rows";
import type { Row } from "./rows";
import type { ServerClock } from "./serverClock";
import { dateTime, guid } from "./values";

/** How many characters the column with a message's name takes. */
const MOST_NAME = 100;

const messagePath = (id: string) => `${MESSAGE.set}(${guid(id)})`;

/** Makes it. */
export function createAnswerGateway({ client, now, learn }: ServerClock): AnswerGateway {
  const change = async (id: string, etag: string, body: Row) => {
    await client({ method: "PATCH", path: messagePath(id), headers: { "If-Match": etag }, body });
  };
  return {
    newId: () => crypto.randomUUID(),
    idAfter: (id) => derivedId(id),
    serverNow: now,

    async queue(answer) {
      const { id, sessionId, text, segments } = answer;
      await learn();
      const made = await client({
        method: "PATCH",
        path: messagePath(id),
        headers: { "If-None-Match": "*" },
        body: {
          [MESSAGE.name]: firstWords(text, MOST_NAME),
          [MESSAGE.body]: text,
          [MESSAGE.direction]: OUTBOUND,
          [MESSAGE.deliveryStatus]: DELIVERY_STATUS.queued,
          [MESSAGE.segments]: segments,
          [MESSAGE.receivedOn]: dateTime(now()),
          [bound(MESSAGE.session)]: `/${sessionPath(sessionId)}`,
        },
      }).catch(ignore("stale"));
      // There is a row of that id: an earlier try of this one, whose answer was lost.
      if (!made) await expectWritten(client, answer);
    },

    // What is empty here is as it is in a message that was never tried.
    sendAgain: (id, etag) =>
      change(id, etag, {
        [MESSAGE.deliveryStatus]: DELIVERY_STATUS.queued,
        [MESSAGE.deliveryError]: null,
        [MESSAGE.sendingSince]: null,
        [MESSAGE.providerId]: null,
      }),

    check: (id, etag) => change(id, etag, { [MESSAGE.deliveryStatus]: DELIVERY_STATUS.sending, [MESSAGE.sendingSince]: null }),

    async readTemplates() {
      const columns = [TEMPLATE.name, TEMPLATE.body, TEMPLATE.language].join();
      const path = `${TEMPLATE.set}?$select=${columns}&$filter=statecode%20eq%200&$orderby=${TEMPLATE.name}`;
      return rowsOf((await client({ method: "GET", path })).body).map(templateOf);
    },
  };
}

/**
 * Anybody can make a row under an id that can be reckoned out: what is there must be this text, of this conversation.
 * @throws RequestFailed where it is not
 */
async function expectWritten(client: ApiClient, { id, sessionId, text }: NewAnswer): Promise<void> {
  const session = lookupValue(MESSAGE.session);
  const { body } = await client({ method: "GET", path: `${messagePath(id)}?$select=${MESSAGE.body},${session}` });
  const row = rowOf(body, MESSAGE.id, guid(id));
  if (textOf(row, MESSAGE.body) !== text || textOf(row, session) !== guid(sessionId)) {
    throw new RequestFailed("failed", { detail: "another message has its id" });
  }
}

function templateOf(row: Row): Template {
  return {
    id: textOf(row, TEMPLATE.id),
    name: textOf(row, TEMPLATE.name),
    body: textOf(row, TEMPLATE.body),
    languageCode: textOf(row, TEMPLATE.language),
  };
}
