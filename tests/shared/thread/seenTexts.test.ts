/** What of a conversation is marked read, by whom, and when. In front of the sandbox's Dataverse. */
import { openThread } from "./openThread";
import { idsOf, NUMBER, setThreadScene } from "./threadScene";

const scene = setThreadScene();

describe("what the owner has seen", () => {
  it("is marked read, a moment later and in one request, and the agent's tabs hear of it; the rest stays unread", async () => {
    const { thread, world, pass } = await openThread(scene.dataverse, "ana", scene.history(3));
    const heard: unknown[] = [];
    world.tab("ana").channel.listen((message) => heard.push(message));
    const [first = "", second = ""] = idsOf(thread.getSnapshot());
    thread.inView([first]);
    thread.inView([first, second]);
    expect(scene.unread()).toBe(3);
    await pass(400);
    expect(scene.unread()).toBe(1);
    expect(scene.dataverse.asked.filter((path) => path.includes("$batch"))).toHaveLength(1);
    expect(heard).toEqual([{ type: "read", sessionId: thread.getSnapshot().head?.session.id }]);
    expect(thread.getSnapshot().messages.map(({ isUnread }) => isUnread)).toEqual([false, false, true]);
  });

  it("is not marked while the tab is hidden, and is when it is shown", async () => {
    const { thread, tab, pass } = await openThread(scene.dataverse, "ana", scene.history(1));
    tab.hide();
    thread.inView(idsOf(thread.getSnapshot()));
    await pass(1_000);
    expect(scene.unread()).toBe(1);
    tab.show();
    await pass(400);
    expect(scene.unread()).toBe(0);
  });

  it("is marked also when the form goes away at once", async () => {
    const { thread } = await openThread(scene.dataverse, "ana", scene.history(1));
    thread.inView(idsOf(thread.getSnapshot()));
    await thread.destroy();
    expect(scene.unread()).toBe(0);
  });

  it("is tried again with the next refresh where it could not be marked", async () => {
    let isCut = true;
    const { thread, pass } = await openThread(
      scene.dataverse,
      "ana",
      scene.history(1),
      (fetch) => (url, init) => (isCut && init.method === "POST" ? Promise.reject(new TypeError("cut")) : fetch(url, init)),
    );
    thread.inView(idsOf(thread.getSnapshot()));
    await pass(400);
    expect(scene.unread()).toBe(1);
    isCut = false;
    await pass(61_000);
    expect(scene.unread()).toBe(0);
  });

  it("is marked again where the server says that it is unread all the same", async () => {
    const { thread, pass } = await openThread(scene.dataverse, "ana", scene.history(1));
    const [id = ""] = idsOf(thread.getSnapshot());
    thread.inView([id]);
    await pass(400);
    scene.dataverse.system("PATCH", `msgn_messages(${id})`, { msgn_readon: null });
    thread.retry();
    await pass(400);
    expect(scene.unread()).toBe(0);
  });

  it("is marked after that what comes into view while a request is under way: never two at once, none twice", async () => {
    let letGo = () => {};
    let isFirst = true;
    const asked: (readonly string[])[] = [];
    const { thread, pass } = await openThread(scene.dataverse, "ana", scene.history(2), undefined, (real) => ({
      async markRead(session, ids) {
        asked.push(ids);
        if (isFirst) await new Promise<void>((resolve) => (letGo = resolve));
        isFirst = false;
        return real.markRead(session, ids);
      },
    }));
    const [first = "", second = ""] = idsOf(thread.getSnapshot());
    thread.inView([first]);
    await pass(400);
    thread.inView([first, second]);
    await pass(400);
    expect(asked).toEqual([[first]]);
    letGo();
    await pass(0);
    expect([asked, scene.unread()]).toEqual([[[first], [second]], 0]);
  });

  it.each(["ben", "mia"] as const)("is not marked for %s, who only looks", async (login) => {
    const { thread, pass } = await openThread(scene.dataverse, login, scene.history(1));
    thread.inView(idsOf(thread.getSnapshot()));
    await pass(1_000);
    expect(scene.unread()).toBe(1);
  });

  it("leaves the line above what was new where it was; it moves once all was read and something new has come", async () => {
    const { thread, pass } = await openThread(scene.dataverse, "ana", scene.history(2));
    const [first = ""] = idsOf(thread.getSnapshot());
    expect(thread.getSnapshot().unreadFrom).toBe(first);
    thread.inView(idsOf(thread.getSnapshot()));
    await pass(400);
    thread.retry();
    await pass(0);
    expect(thread.getSnapshot().unreadFrom).toBe(first);
    scene.dataverse.text(NUMBER);
    thread.retry();
    await pass(0);
    expect(thread.getSnapshot().unreadFrom).toBe(idsOf(thread.getSnapshot())[2]);
  });
});
