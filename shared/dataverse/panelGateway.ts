/** The open panel's server: Dataverse, through its Web API. */
import type { Fate, PanelGateway, Part } from "../inbox/panelPorts";
import type { ApiClient } from "./client";
import { INACTIVE, lookupValue } from "./names";
import * as CONTACT_NUMBER from "./names/contactNumber";
import * as MESSAGE from "./names/message";
import * as SESSION from "./names/session";
import { fatesQuery, newestTextsQuery, unreadTextsQuery } from "./panelQueries";
import { OWNER, WITH_NAMES } from "./queries";
import { arrival, dateOf, displayName, isRow, ownerOf, rowsOf, statusOf, textOf } from "./rows";
import type { Row } from "./rows";

/** How many unread messages of one conversation are read at once. */
export const MOST_TEXTS = 200;

/** Of how many unread messages a search reads the texts: as many as one answer of Dataverse holds. */
export const MOST_SEARCHED = 5000;
/** About as many as a request's address can name. */
const MOST_FATES = 50;

/** Makes it. */
export function createPanelGateway(client: ApiClient): PanelGateway {
  return {
    async readUnreadTexts(sessionId) {
      // One more than is shown says that there are more.
      const { body, now } = await client({ method: "GET", path: unreadTextsQuery(sessionId, MOST_TEXTS + 1) });
      const { items, hasMore } = partOf(rowsOf(body), MOST_TEXTS);
      const texts = items.map((row) => ({
        id: textOf(row, MESSAGE.id),
        at: arrival(row, MESSAGE.receivedOn, "createdon") ?? now,
        text: textOf(row, MESSAGE.body),
      }));
      // In the order in which they arrived: a gateway whose clock is ahead does not change it.
      return { items: texts.sort((a, b) => a.at - b.at), hasMore };
    },

    async readFates(sessionIds) {
      const { body } = await client({ method: "GET", path: fatesQuery(sessionIds.slice(0, MOST_FATES)), headers: WITH_NAMES });
      return new Map(rowsOf(body).map((row) => [textOf(row, SESSION.id), fateOf(row)]));
    },

    async readNewestTexts(sessions) {
      const newest = new Map(sessions.map(({ id, newestUnreadAt }) => [id, newestUnreadAt]));
      // No message arrived before it was received, nor before the first of these.
      const { body } = await client({ method: "GET", path: newestTextsQuery(Math.min(...newest.values()), MOST_SEARCHED) });
      const found = new Map<string, { readonly made: number; readonly text: string }>();
      for (const row of rowsOf(body)) {
        const session = textOf(row, lookupValue(MESSAGE.session));
        const made = dateOf(row, "createdon") ?? 0;
        const at = newest.get(session);
        if (at !== dateOf(row, MESSAGE.receivedOn) && at !== made) continue;
        // Of several that arrived at that moment the one that was stored last, as a preview has it; the rows come last stored first.
        const known = found.get(session);
        if (!known || made > known.made) found.set(session, { made, text: textOf(row, MESSAGE.body) });
      }
      return new Map([...found].map(([id, { text }]) => [id, text]));
    },
  };
}

function partOf<Item>(items: readonly Item[], most: number): Part<Item> {
  return { items: items.slice(0, most), hasMore: items.length > most };
}

function fateOf(row: Row): Fate {
  const number = row[SESSION.contactNumber];
  if (isRow(number) && number["statecode"] === INACTIVE.statecode) {
    return { kind: "blocked", by: displayName(number, lookupValue(CONTACT_NUMBER.blockedBy)) };
  }
  const owner = ownerOf(row, OWNER, "_owninguser_value", false);
  return statusOf(row[SESSION.status]) === "accepted" && owner.kind === "user"
    ? { kind: "owned", by: owner.name }
    : { kind: "other", by: "" };
}
