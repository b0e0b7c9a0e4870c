import { isNotified } from "../../../shared/domain/isNotified";
import { ana, ben, frontDesk } from "../sessions";

const service = "7ea40000-0000-0000-0000-000000000001";
const sales = "7ea40000-0000-0000-0000-000000000002";

/** Ben, who is in Service, and not in Front Desk. */
const viewer = { userId: ben.id, teams: new Set([service]) };

it.each([
  ["a number without a team", null, ana, true],
  ["a number of their team", service, ana, true],
  ["a number of another team", sales, ana, false],
  ["a number of another team, in a conversation that they own", sales, ben, true],
  ["a number of another team, in a conversation that a team owns to which they do not belong", sales, frontDesk, false],
  ["a number of another team, in a conversation that their team owns", sales, { id: service, kind: "team" as const }, true],
  // Ids of users and teams are never the same, but nobody is notified by mistake where they are.
  [
    "a number of another team, in a conversation of a user who has the id of their team",
    sales,
    { id: service, kind: "user" as const },
    false,
  ],
])("notifies an agent of messages to %s: %s, %s, %s", (_, team, owner, expected) => {
  expect(isNotified({ team, owner }, viewer)).toBe(expected);
});

it("notifies a user without any team of what belongs to none, and of their own", () => {
  const alone = { userId: ben.id, teams: new Set<string>() };
  expect(isNotified({ team: null, owner: ana }, alone)).toBe(true);
  expect(isNotified({ team: service, owner: ana }, alone)).toBe(false);
  expect(isNotified({ team: service, owner: ben }, alone)).toBe(true);
});
