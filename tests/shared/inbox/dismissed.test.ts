/** What the viewer has dismissed, as the snapshot tells the panel, and how a restored one comes back. */
import { ben, NOON, numberBlock } from "../sessions";
import { createWorld } from "./laboratory";
import { jane, omar, openTab, setUp } from "./openTab";
import { createServer } from "./server";

it("is what has no message since the viewer dismissed it, newest first, and is not counted", async () => {
  const { inbox, server, unread, world } = await setUp(jane, omar);
  const dismissed = () => inbox.getSnapshot().dismissed.map(({ id }) => id);
  expect(dismissed()).toEqual([]);
  await inbox.perform("dismiss", omar.id);
  await inbox.perform("dismiss", jane.id);
  await world.settle();
  const byTime = [jane, omar].sort((a, b) => b.newestUnreadAt - a.newestUnreadAt).map(({ id }) => id);
  expect([dismissed(), unread()]).toEqual([byTime, 0]);
  await world.advance(3_000);
  server.sessions.set(jane.id, { ...jane, unread: jane.unread + 1, newestUnreadAt: NOON });
  inbox.navigated("history");
  await world.settle();
  expect(dismissed()).toEqual([omar.id]);
});

it("is gone once a colleague has accepted it, or its number is blocked", async () => {
  const { inbox, server, world } = await setUp(jane, omar);
  await inbox.perform("dismiss", jane.id);
  await inbox.perform("dismiss", omar.id);
  server.sessions.set(jane.id, { ...jane, status: "accepted" });
  server.blocked.set(omar.contactNumberId, numberBlock());
  await world.advance(3_000);
  inbox.navigated("history");
  await world.settle();
  expect(inbox.getSnapshot().dismissed).toEqual([]);
});

it("stays the same list, of the same objects, while nothing about it changes", async () => {
  const { inbox, world } = await setUp(jane, omar);
  await inbox.perform("dismiss", jane.id);
  await world.settle();
  const { dismissed } = inbox.getSnapshot();
  await world.advance(3_000);
  inbox.navigated("history");
  await world.settle();
  expect(inbox.getSnapshot().dismissed).toBe(dismissed);
});

it("is on the list again in every tab at once when the panel has restored it", async () => {
  const world = createWorld();
  const server = createServer(jane);
  const tabs = [await openTab(server, world), await openTab(server, world)] as const;
  await tabs[0].inbox.perform("dismiss", jane.id);
  await world.settle();
  // By what the open panel has of its own.
  await server.gatewayOf(ben, tabs[0].tab).writeDismissal(jane.id, null, "");
  tabs[0].inbox.changed(jane.id);
  await world.settle();
  for (const { inbox, unread } of tabs) expect([unread(), inbox.getSnapshot().dismissed]).toEqual([2, []]);
  // What was dismissed is dismissed no more: there is nothing to undo.
  expect(tabs[0].notices()).toEqual([]);
});

it("takes Undo of a block away where the panel has unblocked its number, and only of that one", async () => {
  const { inbox, notices, world } = await setUp(jane, omar);
  await inbox.perform("block", jane.id);
  await inbox.perform("block", omar.id);
  await world.settle();
  inbox.changed(jane.contactNumberId);
  expect(notices().map(({ kind, subject }) => [kind, subject])).toEqual([["blocked", omar.phoneNumber]]);
});

it("knows whether the viewer may block, once that has been read", async () => {
  const { inbox } = await setUp(jane);
  expect(inbox.getSnapshot().mayBlock).toBe(true);
});
