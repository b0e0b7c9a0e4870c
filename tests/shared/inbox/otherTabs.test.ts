/** Several tabs of one user: what another one did, before and after the server has heard of it. */
import { ben } from "../sessions";
import { jane, setUp } from "./openTab";

it("tells the other tabs when it acts, and when the server has done it", async () => {
  const { inbox, world } = await setUp(jane);
  const heard: string[] = [];
  world.tab(ben.id).channel.listen(({ type }) => heard.push(type));
  await inbox.perform("dismiss", jane.id);
  expect(heard.slice(0, 2)).toEqual(["begun", "done"]);
});

it("asks for itself when a tab whose clock is ahead has a list: it may be older than what is known here", async () => {
  const { inbox, server, unread, world } = await setUp(jane);
  const other = world.tab(ben.id);
  const old = await server.gatewayOf(ben, other).readInbox();
  await world.advance(3_000);
  await inbox.perform("dismiss", jane.id);
  await world.advance(100);
  other.channel.post({ type: "reading", reading: { ...old, sentAt: old.sentAt + 3_600_000 } });
  expect(unread()).toBe(0);
  await world.advance(1_500);
  expect(unread()).toBe(0);
  server.sessions.set(jane.id, { ...jane, unread: 5, newestUnreadAt: jane.newestUnreadAt + 1_000 });
  other.channel.post({ type: "reading", reading: { ...old, sentAt: old.sentAt + 3_600_000 } });
  await world.advance(1_500);
  expect(unread()).toBe(5);
});

describe.each(["dismiss", "block"] as const)("a %s in another tab", (action) => {
  const act = async () => {
    const one = await setUp(jane);
    const other = one.world.tab(ben.id);
    other.channel.post({
      type: "begun",
      action,
      sessionId: jane.id,
      contactNumberId: jane.contactNumberId,
      mark: { upTo: jane.newestUnreadAt, count: jane.unread },
    });
    /** Asks the server, which has not heard of it. */
    const unreadAfter = async (ms: number) => {
      await one.world.advance(ms);
      one.inbox.navigated("history");
      await one.world.settle();
      return one.unread();
    };
    return { other, unread: one.unread, unreadAfter };
  };

  it("shows at once, and stays so while the server has not heard of it yet", async () => {
    const { unread, unreadAfter } = await act();
    expect(unread()).toBe(0);
    expect(await unreadAfter(3_000)).toBe(0);
  });

  it("is the server's to tell once it is through", async () => {
    const { other, unreadAfter } = await act();
    other.channel.post({ type: "done", sessionId: jane.id });
    expect(await unreadAfter(3_000)).toBe(2);
  });

  it("is forgotten after ten seconds when nothing more is heard: the tab may have been closed", async () => {
    expect(await (await act()).unreadAfter(11_000)).toBe(2);
  });
});
