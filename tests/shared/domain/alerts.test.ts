import { isQuiet, newsBetween } from "../../../shared/domain/alerts";
import { MINUTE, NOON, session } from "../sessions";

const jane = session();

it("is news when a session was not on the list before", () => {
  expect(newsBetween([], [jane])).toEqual([jane]);
});

it("is news when a session has a newer message, or more of them", () => {
  const newer = session({ newestUnreadAt: NOON });
  const more = session({ unread: 2 });
  expect(newsBetween([jane], [newer])).toEqual([newer]);
  expect(newsBetween([jane], [more])).toEqual([more]);
});

it("is no news when nothing changed, or messages were read", () => {
  expect(newsBetween([jane], [jane])).toEqual([]);
  expect(newsBetween([session({ unread: 3 })], [jane])).toEqual([]);
  expect(newsBetween([jane], [])).toEqual([]);
});

it("leaves an agent in peace until the time they set, and no longer", () => {
  const settings = { sound: true, desktop: true, quietUntil: NOON };
  expect([isQuiet(settings, NOON - MINUTE), isQuiet(settings, NOON), isQuiet({ ...settings, quietUntil: null }, 0)]).toEqual([
    true,
    false,
    false,
  ]);
});
