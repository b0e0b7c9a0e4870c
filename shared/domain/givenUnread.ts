import type { Given, InboxSession } from "./session";

/**
 * That a conversation was given to its owner, while there is something unread of what it was given with; null once that has been read: what the customer writes later is
 * no news of the giver's. So nothing has to be cleared.
 */
export function givenUnread({ given, unread, oldestUnreadAt }: Pick<InboxSession, "given" | "unread" | "oldestUnreadAt">): Given | null {
  return given && unread > 0 && oldestUnreadAt <= given.at ? given : null;
}
