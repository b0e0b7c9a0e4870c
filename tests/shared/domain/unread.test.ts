/** "A newer message": beyond what a viewer has dealt with. */
import { isBeyond, markOf } from "../../../shared/domain/unread";
import { NOON, session } from "../sessions";

const SECOND = 1_000;
const shown = session({ newestUnreadAt: NOON, unread: 3 });
const mark = markOf(shown);

describe("a session has a newer message than those that were shown", () => {
  it("when one has come later, though no more of them are unread: a colleague has read one", () => {
    expect(isBeyond({ ...shown, newestUnreadAt: NOON + SECOND }, mark)).toBe(true);
    expect(isBeyond({ ...shown, newestUnreadAt: NOON + SECOND, unread: 1 }, mark)).toBe(true);
  });

  it("when more of them are unread, though none has come later: one of the same second, or delivered late", () => {
    expect(isBeyond({ ...shown, unread: 4 }, mark)).toBe(true);
    expect(isBeyond({ ...shown, unread: 4, newestUnreadAt: NOON - SECOND }, mark)).toBe(true);
  });
});

it("has none while it is as it was shown", () => {
  expect(isBeyond(shown, mark)).toBe(false);
});

it("has none when some of what was shown has been read since", () => {
  expect(isBeyond({ ...shown, unread: 2 }, mark)).toBe(false);
  expect(isBeyond({ ...shown, unread: 2, newestUnreadAt: NOON - SECOND }, mark)).toBe(false);
});
