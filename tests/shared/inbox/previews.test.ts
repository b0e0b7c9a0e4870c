import { RequestFailed } from "../../../shared/domain/failure";
import type { InboxSession } from "../../../shared/domain/session";
import { session } from "../sessions";
import { setUp } from "./openTab";

const many = Array.from({ length: 120 }, (_, place) =>
  session({ id: `s${String(place).padStart(3, "0")}`, contactNumberId: `c${place}`, newestUnreadAt: 1_000_000 - place * 1_000 }),
);

it("asks for nothing while the panel is closed", async () => {
  const { server, inbox, world } = await setUp(...many);
  inbox.wantPreviews(["s001"]);
  await world.settle();
  expect(server.calls).not.toContain("readPreviews");
});

it("asks with one request for what the opened panel shows first, and again with one for what is scrolled into view", async () => {
  const { server, inbox, world } = await setUp(...many);
  inbox.setPanelOpen(true);
  await world.settle();
  const known = () =>
    inbox
      .getSnapshot()
      .notifications.filter(({ preview }) => preview !== null)
      .map(({ session: { id } }) => id);
  expect(known()).toHaveLength(50);
  inbox.wantPreviews(["s100", "s101"]);
  await world.settle();
  expect(known().slice(50)).toEqual(["s100", "s101"]);
  expect(server.calls.filter((call) => call === "readPreviews")).toHaveLength(2);
});

it("asks no more for what it has", async () => {
  const { server, inbox, world } = await setUp(...many.slice(0, 3));
  inbox.setPanelOpen(true);
  await world.advance(3_000);
  inbox.navigated("history");
  await world.settle();
  inbox.wantPreviews(["s000", "s001"]);
  await world.settle();
  expect(server.calls.filter((call) => call === "readPreviews")).toHaveLength(1);
});

it("forgets the previews of sessions that are gone: one that comes back is asked for anew", async () => {
  const { server, inbox, world } = await setUp(...many.slice(0, 2));
  const [first, second, third] = many;
  const refreshWith = async (...sessions: readonly (InboxSession | undefined)[]) => {
    server.sessions.clear();
    for (const session of sessions) if (session) server.sessions.set(session.id, session);
    server.calls.length = 0;
    await world.advance(3_000);
    inbox.navigated("history");
    await world.settle();
    return server.calls.filter((call) => call === "readPreviews").length;
  };
  inbox.setPanelOpen(true);
  await world.settle();
  expect(await refreshWith(second, third)).toBe(1);
  expect(await refreshWith(second, third)).toBe(0);
  expect(await refreshWith(first, second, third)).toBe(1);
});

it("goes without previews that cannot be had: the list is right all the same", async () => {
  const { server, inbox, world } = await setUp(...many.slice(0, 3));
  server.before = (call) => {
    if (call === "readPreviews") throw new RequestFailed("failed");
  };
  inbox.setPanelOpen(true);
  await world.advance(3_000);
  inbox.navigated("history");
  await world.settle();
  expect(inbox.getSnapshot()).toMatchObject({ problem: null, unread: 3 });
});
