/** Several tabs of one user: what another one did, before and after the server has heard of it. */
import { ben } from "../sessions";
import { jane, setUp } from "./openTab";

describe.each(["dismiss", "block"] as const)("a %s in another tab", (action) => {
  const act = async () => {
    const one = await setUp(jane);
    const other = one.world.tab(ben.id);
    other.channel.post({
      type: "acted",
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
    other.channel.post({ type: "settled", sessionId: jane.id });
    expect(await unreadAfter(3_000)).toBe(2);
  });

  it("is forgotten after ten seconds when nothing more is heard: the tab may have been closed", async () => {
    expect(await (await act()).unreadAfter(11_000)).toBe(2);
  });
});
