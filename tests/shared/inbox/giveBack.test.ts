/** Give Back: for ten seconds Accept and Assign to Me can be undone, if nobody has changed the session since. */
import { RequestFailed } from "../../../shared/domain/failure";
import type { FailureKind } from "../../../shared/domain/failure";
import { ana, ben, gatewayUser, MINUTE, NOON, session } from "../sessions";
import { jane, openTab, setUp } from "./openTab";

const idle = session({ status: "accepted", owner: ana, oldestUnreadAt: NOON - 20 * MINUTE });
const kinds = ({ notices }: Pick<Awaited<ReturnType<typeof setUp>>, "notices">) =>
  notices().map(({ kind, by, canUndo }) => [kind, by, canUndo]);

/** Ben has accepted, and the conversation's form has marked the two messages read. */
async function accepted() {
  const one = await setUp(jane);
  await one.inbox.perform("accept", jane.id);
  one.server.sessions.set(jane.id, { ...jane, status: "accepted", owner: ben, unread: 0 });
  one.server.marked.set(jane.id, 2);
  one.world.tab(ben.id).channel.post({ type: "read", sessionId: jane.id });
  await one.world.settle();
  const giveBack = () => one.inbox.undo(one.notices()[0]?.id ?? 0);
  return { ...one, giveBack };
}

it.each([
  ["accept", jane, "accepted"],
  ["assign", idle, "assigned"],
] as const)("is offered after %s for ten seconds", async (action, shown, kind) => {
  const one = await setUp(shown);
  await one.inbox.perform(action, shown.id);
  expect(kinds(one)).toEqual([[kind, "", true]]);
  await one.world.advance(9_999);
  expect(kinds(one)).toHaveLength(1);
  await one.world.advance(1);
  expect(kinds(one)).toEqual([]);
});

it("is offered while the conversation is still being opened, and where it did not open: it is the viewer's all the same", async () => {
  const one = await setUp(jane);
  const tab = await openTab(one.server, one.world, ben, () => Promise.resolve(false));
  await tab.inbox.perform("accept", jane.id);
  expect(tab.notices()).toMatchObject([{ kind: "accepted", canUndo: true }]);
});

it("stays while pointer or focus is on it, and ten seconds after", async () => {
  const { inbox, notices, world } = await accepted();
  inbox.holdNotice(notices()[0]?.id ?? 0, true);
  await world.advance(60_000);
  expect(notices()).toHaveLength(1);
  inbox.holdNotice(notices()[0]?.id ?? 0, false);
  await world.advance(9_999);
  expect(notices()).toHaveLength(1);
  await world.advance(1);
  expect(notices()).toEqual([]);
});

it("restores owner and status, counts the messages again, and leads to the notification", async () => {
  const { giveBack, inbox, notices, server, unread, world } = await accepted();
  expect(unread()).toBe(0);
  await giveBack();
  await world.settle();
  expect(server.sessions.get(jane.id)).toEqual(jane);
  expect([unread(), notices()]).toEqual([2, []]);
  expect(inbox.getSnapshot().notifications[0]).toMatchObject({ actions: ["accept", "dismiss", "block"], pending: null });
  expect(inbox.getSnapshot().leadTo).toBe(jane.id);
});

it("gives a session that was taken over back to its owner, who is offered it as before", async () => {
  const { inbox, notices, server, world } = await setUp(idle);
  const anas = await openTab(server, world, ana);
  await inbox.perform("assign", idle.id);
  await inbox.undo(notices()[0]?.id ?? 0);
  await world.advance(3_000);
  anas.inbox.navigated("history");
  await world.settle();
  expect(anas.inbox.getSnapshot().notifications).toMatchObject([{ session: idle, actions: ["view"] }]);
});

it("shows it in the viewer's other tabs at once", async () => {
  const { giveBack, server, world, ...one } = await accepted();
  const other = await openTab(server, world);
  expect(other.unread()).toBe(0);
  await giveBack();
  await world.settle();
  expect([one.unread(), other.unread()]).toEqual([2, 2]);
});

it("is offered in the tab that claimed, and in no other", async () => {
  const { inbox, server, world } = await setUp(jane);
  const other = await openTab(server, world);
  await inbox.perform("accept", jane.id);
  await world.settle();
  expect(other.notices()).toEqual([]);
});

it("changes nothing where a colleague has taken the session since, and says who", async () => {
  const one = await accepted();
  const anas = one.server.gatewayOf(ana, one.world.tab(ana.id));
  await anas.claim(jane.id, await anas.readSession(jane.id));
  await one.giveBack();
  await one.world.settle();
  expect(one.server.sessions.get(jane.id)).toMatchObject({ owner: ana, status: "accepted" });
  expect(kinds(one)).toEqual([["changedBy", "Ana Ruiz", false]]);
});

it("changes nothing where the viewer has changed it, or nobody knows who has", async () => {
  const one = await accepted();
  one.server.touch(jane.id);
  await one.giveBack();
  expect(one.server.sessions.get(jane.id)).toMatchObject({ owner: ben, status: "accepted" });
  expect(kinds(one)).toEqual([["changed", "", false]]);
});

it.each(["offline", "failed"] as const)("recognises a write as done whose answer was lost (%s)", async (kind) => {
  const one = await accepted();
  one.server.after = (call) => {
    if (call === "giveBack") throw new RequestFailed(kind);
  };
  await one.giveBack();
  await one.world.settle();
  expect([kinds(one), one.unread(), one.server.sessions.get(jane.id)?.owner]).toEqual([[], 2, gatewayUser]);
});

it.each<[FailureKind, string]>([
  ["offline", "unreachable"],
  ["failed", "failed"],
  ["throttled", "failed"],
])("stays where the write did not arrive (%s), says so, and works when it is pressed again", async (kind, notice) => {
  const one = await accepted();
  one.server.before = (call) => {
    if (call === "giveBack") throw new RequestFailed(kind);
  };
  await one.giveBack();
  expect(kinds(one)).toEqual([
    ["accepted", "", true],
    [notice, "", false],
  ]);
  one.server.before = () => undefined;
  await one.giveBack();
  await one.world.settle();
  expect(one.server.sessions.get(jane.id)?.owner).toEqual(gatewayUser);
});

it("stays where nobody can tell what became of the write", async () => {
  const one = await accepted();
  one.server.before = (call) => {
    if (call === "giveBack" || call === "readSession") throw new RequestFailed("offline");
  };
  await one.giveBack();
  expect(kinds(one)[0]).toEqual(["accepted", "", true]);
});

it.each<[FailureKind, string]>([
  ["denied", "denied"],
  ["gone", "gone"],
])("is not offered again where the server refuses it (%s)", async (kind, notice) => {
  const one = await accepted();
  one.server.before = (call) => {
    if (call === "giveBack") throw new RequestFailed(kind);
  };
  await one.giveBack();
  expect(kinds(one)).toEqual([[notice, "", false]]);
});

it("writes once, however often it is pressed", async () => {
  const one = await accepted();
  let arrive = () => {};
  one.server.before = (call) => (call === "giveBack" ? new Promise<void>((resolve) => (arrive = resolve)) : undefined);
  const first = one.giveBack();
  await one.giveBack();
  expect(one.notices()).toHaveLength(1);
  arrive();
  await first;
  expect(one.server.calls.filter((call) => call === "giveBack")).toHaveLength(1);
});

it("can be accepted by a colleague at once, and by the viewer again", async () => {
  const { giveBack, inbox, server, world } = await accepted();
  await giveBack();
  await world.settle();
  await inbox.perform("accept", jane.id);
  expect(server.sessions.get(jane.id)).toMatchObject({ owner: ben, status: "accepted" });
});
