/** The open panel's server: Dataverse, through its Web API. */
import { ignore } from "../domain/failure";
import { wordsOf } from "../domain/mediaMark";
import { isInForce } from "../domain/numberBlock";
import type { BlockedNumber, Fate, PanelGateway, Part } from "../inbox/panelPorts";
import type { ApiClient } from "./client";
import { lookupValue } from "./names";
import * as CONTACT_NUMBER from "./names/contactNumber";
import * as DISMISSAL from "./names/dismissal";
import * as MESSAGE from "./names/message";
import * as SESSION from "./names/session";
import { blockedQuery } from "./blockedQuery";
import { fatesQuery, newestTextsQuery, ownDismissalsQuery, unreadTextsQuery } from "./panelQueries";
import { MORE_ROWS, OWNER, WITH_NAMES } from "./queries";
import { readContactNumber } from "./readContactNumber";
import { arrival, blockOf, blocks, dateOf, displayName, etagOf, isRow, ownerOf, rowsOf, statusOf, textOf } from "./rows";
import type { Row } from "./rows";
import { guid, isGuid } from "./values";
import { writeBlock } from "./writeBlock";

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
        text: textIn(row),
        file: wordsOf("", textOf(row, MESSAGE.media)),
      }));
      // In the order in which they arrived: a gateway whose clock is ahead does not change it.
      return { items: texts.sort((a, b) => a.at - b.at), hasMore };
    },

    async readFates(sessionIds) {
      const fates = new Map<string, Fate>();
      for (let at = 0; at < sessionIds.length; at += MOST_FATES) {
        const path = fatesQuery(sessionIds.slice(at, at + MOST_FATES));
        const { body, now } = await client({ method: "GET", path, headers: WITH_NAMES });
        for (const row of rowsOf(body)) fates.set(textOf(row, SESSION.id), fateOf(row, now));
      }
      return fates;
    },

    async readBlockedNumbers(words, page) {
      const ask = (hasNames: boolean) => client({ method: "GET", path: blockedQuery(words, page, hasNames), headers: WITH_NAMES });
      // Who may not read contacts or accounts finds numbers by their digits all the same.
      const { body, now } = (words ? await ask(true).catch(ignore("denied")) : undefined) ?? (await ask(false));
      const items = rowsOf(body).flatMap((row) => blockedOf(row, now) ?? []);
      return { items, hasMore: isRow(body) && body[MORE_ROWS] === true };
    },

    readContactNumber: (contactNumberId) => readContactNumber(client, contactNumberId),
    setBlocked: (contactNumberId, block, etag) => writeBlock(client, contactNumberId, block, etag),

    async restore(sessionId) {
      const { body } = await client({ method: "GET", path: ownDismissalsQuery(sessionId) });
      for (const row of rowsOf(body)) {
        // Removed already, in another tab: that is what was wanted.
        const path = `${DISMISSAL.set}(${guid(textOf(row, DISMISSAL.id))})`;
        await client({ method: "DELETE", path }).catch(ignore("gone"));
      }
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
        if (!known || made > known.made) found.set(session, { made, text: textIn(row) });
      }
      return new Map([...found].map(([id, { text }]) => [id, text]));
    },
  };
}

/** A message's words, or what stands in their place. */
export const textIn = (row: Row): string => wordsOf(textOf(row, MESSAGE.body), textOf(row, MESSAGE.media));

/** Null for a number whose block has ended by now (server's clock, ms), and for a row that cannot be understood. */
function blockedOf(row: Row, now: number): BlockedNumber | null {
  const block = blockOf(row);
  const id = textOf(row, CONTACT_NUMBER.id);
  if (!block || !isGuid(id) || !isInForce(block.until, now)) return null;
  return {
    id,
    etag: etagOf({ body: row, etag: null }),
    phoneNumber: textOf(row, CONTACT_NUMBER.phoneNumber),
    customerName: displayName(row, lookupValue(CONTACT_NUMBER.customer)),
    block,
    blockedByName: displayName(row, lookupValue(CONTACT_NUMBER.blockedBy)),
  };
}

function partOf<Item>(items: readonly Item[], most: number): Part<Item> {
  return { items: items.slice(0, most), hasMore: items.length > most };
}

function fateOf(row: Row, now: number): Fate {
  const number = row[SESSION.contactNumber];
  if (isRow(number) && blocks(number, "statecode", CONTACT_NUMBER.blockedUntil, now)) {
    return { kind: "blocked", by: displayName(number, lookupValue(CONTACT_NUMBER.blockedBy)) };
  }
  const owner = ownerOf(row, OWNER, "_owninguser_value", false);
  return statusOf(row[SESSION.status]) === "accepted" && owner.kind === "user"
    ? { kind: "owned", by: owner.name }
    : { kind: "other", by: "" };
}
