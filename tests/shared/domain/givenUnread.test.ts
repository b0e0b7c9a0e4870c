/** How long a card says "from Ana". */
import { givenUnread } from "../../../shared/domain/givenUnread";
import { ana, MINUTE, NOON } from "../sessions";

const given = { byId: ana.id, by: ana.name, at: NOON, note: "She waits for the part" };

it("says who gave a conversation, while something is unread that was there then", () => {
  expect(givenUnread({ given, unread: 2, oldestUnreadAt: NOON - MINUTE })).toBe(given);
  expect(givenUnread({ given, unread: 1, oldestUnreadAt: NOON })).toBe(given);
});

it("says no more once that has been read, whatever the customer writes later", () => {
  expect(givenUnread({ given, unread: 1, oldestUnreadAt: NOON + 1 })).toBeNull();
  // A thread that has nothing unread has the server's now there.
  expect(givenUnread({ given, unread: 0, oldestUnreadAt: NOON })).toBeNull();
});

it("says nothing of a conversation that nobody has given", () => {
  expect(givenUnread({ given: null, unread: 1, oldestUnreadAt: NOON })).toBeNull();
});
