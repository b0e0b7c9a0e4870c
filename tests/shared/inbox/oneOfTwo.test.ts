/** What is done to one session leaves the other as it is. */
import { RequestFailed } from "../../../shared/domain/failure";
import { ben } from "../sessions";
import { jane, omar, openTab, setUp } from "./openTab";
import type { Call } from "./server";

/** Both sessions, and the next request of this kind that is not answered before `answer` is called. */
async function setUpWaiting(waitingFor: Call) {
  const one = await setUp(jane, omar);
  let answer = () => {};
  let isFirst = true;
  one.server.before = (call) => {
    if (call !== waitingFor || !isFirst) return undefined;
    isFirst = false;
    return new Promise<void>((resolve) => (answer = resolve));
  };
  return { ...one, answer: () => answer() };
}

it("keeps a session on the list, pending and not counted, while its Accept can still be lost", async () => {
  const { inbox, answer, unread, world } = await setUpWaiting("claim");
  const done = inbox.perform("accept", jane.id);
  await world.settle();
  const cards = inbox.getSnapshot().notifications.map(({ session: { id }, pending }) => [id, pending]);
  expect(cards).toEqual([
    [jane.id, "accept"],
    [omar.id, null],
  ]);
  expect(unread()).toBe(1);
  answer();
  await done;
  expect(inbox.getSnapshot().notifications.map(({ session: { id } }) => id)).toEqual([omar.id]);
});

it("takes a second press on the same session for none while the first is on its way, and a press on the other one for its own", async () => {
  const { inbox, server, answer, world } = await setUpWaiting("writeDismissal");
  const done = inbox.perform("dismiss", jane.id);
  await world.settle();
  await inbox.perform("dismiss", jane.id);
  await inbox.perform("dismiss", omar.id);
  answer();
  await done;
  expect(server.calls.filter((call) => call === "writeDismissal")).toHaveLength(2);
});

it("blocks one number only", async () => {
  const { inbox, shown } = await setUp(jane, omar);
  const done = inbox.perform("block", jane.id);
  expect(shown()).toEqual([omar.phoneNumber]);
  await done;
  expect(shown()).toEqual([omar.phoneNumber]);
});

it("undoes the dismissal whose Undo was pressed, and keeps the other's", async () => {
  const { inbox, notices, shown, world } = await setUp(jane, omar);
  await inbox.perform("dismiss", jane.id);
  await inbox.perform("dismiss", omar.id);
  const [janes, omars] = notices();
  await inbox.undo(omars?.id ?? 0);
  await world.settle();
  expect(shown()).toEqual([omar.phoneNumber]);
  expect(notices()).toEqual([janes]);
});

it("keeps a dismissal that is on its way when the server refuses the other one", async () => {
  const { inbox, server, answer, shown, world } = await setUpWaiting("writeDismissal");
  const done = inbox.perform("dismiss", jane.id);
  await world.settle();
  server.before = (call) => {
    if (call === "writeDismissal") throw new RequestFailed("denied");
  };
  await inbox.perform("dismiss", omar.id);
  expect(shown()).toEqual([omar.phoneNumber]);
  answer();
  await done;
});

it("names the session whose Undo failed", async () => {
  const { inbox, server, notices } = await setUp(jane, omar);
  await inbox.perform("dismiss", jane.id);
  await inbox.perform("dismiss", omar.id);
  server.before = (call) => {
    if (call === "writeDismissal") throw new RequestFailed("offline");
  };
  await inbox.undo(notices()[1]?.id ?? 0);
  expect(notices().map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
    "dismissed Jane Doe",
    "dismissed +15550101",
    "unreachable +15550101",
  ]);
});

it("closes the notice that was closed, and keeps the other", async () => {
  const { inbox, notices } = await setUp(jane, omar);
  await inbox.perform("dismiss", jane.id);
  await inbox.perform("dismiss", omar.id);
  const [janes, omars] = notices();
  inbox.closeNotice(janes?.id ?? 0);
  expect(notices()).toEqual([omars]);
});

it("shows the one again that another tab took back, not the other one", async () => {
  const { inbox, server, world } = await setUp(jane, omar);
  const second = await openTab(server, world);
  for (const { id, contactNumberId, newestUnreadAt, unread } of [jane, omar])
    second.tab.channel.post({
      type: "begun",
      action: "dismiss",
      sessionId: id,
      contactNumberId,
      mark: { upTo: newestUnreadAt, count: unread },
    });
  expect(inbox.getSnapshot().notifications).toEqual([]);
  await world.advance(10);
  second.tab.channel.post({ type: "takenBack", sessionId: omar.id });
  await world.settle();
  expect(inbox.getSnapshot().notifications.map(({ session: { id } }) => id)).toEqual([omar.id]);
});

it("asks the server again when another script has marked a session's messages read", async () => {
  const { server, unread, world } = await setUp(jane, omar);
  await world.advance(3_000);
  server.sessions.set(jane.id, { ...jane, unread: 0 });
  world.tab(ben.id).channel.post({ type: "read", sessionId: jane.id });
  await world.settle();
  expect(unread()).toBe(1);
});

it("counts the messages of the session that another form opened again when only the other one was marked read", async () => {
  const { inbox, unread, world } = await setUp(jane, omar);
  await inbox.perform("accept", jane.id);
  await inbox.perform("accept", omar.id);
  world.tab(ben.id).channel.post({ type: "read", sessionId: omar.id });
  await world.advance(3_000);
  inbox.navigated("history");
  await world.settle();
  // Omar's form says that it is through, and the server still counts one: believed. Jane's is still at it.
  expect(unread()).toBe(1);
});
