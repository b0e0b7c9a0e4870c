/** The open panel's server: Dataverse, through its Web API. */
import type { PanelGateway, Part } from "../inbox/panelPorts";
import type { ApiClient } from "./client";
import * as MESSAGE from "./names/message";
import { unreadTextsQuery } from "./panelQueries";
import { arrival, rowsOf, textOf } from "./rows";

/** How many unread messages of one conversation are read at once. */
export const MOST_TEXTS = 200;

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
  };
}

function partOf<Item>(items: readonly Item[], most: number): Part<Item> {
  return { items: items.slice(0, most), hasMore: items.length > most };
}
