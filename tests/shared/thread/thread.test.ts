/** The thread's store: what it shows, and how it grows. In front of the sandbox's Dataverse. */
import { MINUTE } from "../sessions";
import { openThread } from "./openThread";
import { idsOf, NUMBER, setThreadScene, textsOf } from "./threadScene";

const scene = setThreadScene();

describe("what a thread shows", () => {
  it("is the texts, the oldest first, and whom they are with", async () => {
    const { thread } = await openThread(scene.dataverse, "ana", scene.history(3));
    const { phase, head, isMine, older } = thread.getSnapshot();
    expect([phase, head?.session.phoneNumber, isMine, older]).toEqual(["ready", NUMBER, true, "none"]);
    expect(textsOf(thread.getSnapshot())).toEqual(["Message 1", "Message 2", "Message 3"]);
  });

  it("keeps its objects where a refresh brings nothing new", async () => {
    const { thread, pass } = await openThread(scene.dataverse, "ben", scene.history(3));
    const before = thread.getSnapshot();
    thread.retry();
    await pass(0);
    expect(thread.getSnapshot().messages).toBe(before.messages);
    expect(thread.getSnapshot().events).toBe(before.events);
  });

  it("loads the newest twenty, and older ones when the reader comes near them, none twice", async () => {
    const { thread, pass } = await openThread(scene.dataverse, "ben", scene.history(120));
    // Nobody has read any: the reader begins at the oldest one.
    expect(idsOf(thread.getSnapshot())).toHaveLength(120);
    for (const id of idsOf(thread.getSnapshot()))
      scene.dataverse.system("PATCH", `msgn_messages(${id})`, { msgn_readon: "2026-01-01T00:00:00Z" });
    const later = await openThread(scene.dataverse, "ben", thread.getSnapshot().head?.session.id ?? "");
    expect(textsOf(later.thread.getSnapshot())[0]).toBe("Message 101");
    later.thread.loadOlder();
    later.thread.loadOlder();
    expect(later.thread.getSnapshot().older).toBe("loading");
    await later.pass(0);
    expect([textsOf(later.thread.getSnapshot())[0], later.thread.getSnapshot().older]).toEqual(["Message 81", "idle"]);
    for (let page = 0; page < 4; page += 1) {
      later.thread.loadOlder();
      await later.pass(0);
    }
    expect(new Set(idsOf(later.thread.getSnapshot())).size).toBe(120);
    expect(later.thread.getSnapshot().older).toBe("none");
    await pass(0);
  });

  it("pages through texts that all came in one second", async () => {
    let session = "";
    for (let count = 0; count < 130; count += 1) session = scene.dataverse.text(NUMBER, scene.ownedBy("ana"));
    scene.readAll();
    const { thread, pass } = await openThread(scene.dataverse, "ben", session);
    for (let page = 0; page < 6; page += 1) {
      thread.loadOlder();
      await pass(0);
    }
    expect(textsOf(thread.getSnapshot())).toEqual(Array.from({ length: 130 }, (_, at) => `Message ${at + 1}`));
  });

  it("says that older texts could not be loaded, and loads them when asked again", async () => {
    const id = scene.history(60);
    scene.readAll();
    let isCut = false;
    const { thread, pass } = await openThread(
      scene.dataverse,
      "ana",
      id,
      (fetch) => (url, init) => (isCut ? Promise.reject(new TypeError("cut")) : fetch(url, init)),
    );
    isCut = true;
    thread.loadOlder();
    await pass(0);
    expect(thread.getSnapshot().older).toBe("failed");
    isCut = false;
    thread.loadOlder();
    await pass(0);
    expect(textsOf(thread.getSnapshot())).toHaveLength(40);
  });

  it.each([
    ["denied", 403],
    ["gone", 404],
  ])("is nothing where the server says %s", async (phase, status) => {
    const { thread } = await openThread(
      scene.dataverse,
      "ana",
      scene.history(1),
      (fetch) => (url, init) => (url.includes("msgn_sessions(") ? Promise.resolve(new Response("{}", { status })) : fetch(url, init)),
    );
    expect([thread.getSnapshot().phase, thread.getSnapshot().messages]).toEqual([phase, []]);
  });

  it("is nothing any more once the conversation was deleted", async () => {
    const id = scene.history(1);
    const { thread, pass } = await openThread(scene.dataverse, "ana", id);
    scene.dataverse.system("DELETE", `msgn_sessions(${id})`);
    thread.retry();
    await pass(0);
    expect(thread.getSnapshot().phase).toBe("gone");
  });

  it("says that it could not be read, and is there when it can", async () => {
    let isCut = true;
    const { thread, pass } = await openThread(
      scene.dataverse,
      "ana",
      scene.history(1),
      (fetch) => (url, init) => (isCut ? Promise.reject(new TypeError("cut")) : fetch(url, init)),
    );
    expect([thread.getSnapshot().phase, thread.getSnapshot().problem?.kind]).toEqual(["failed", "unreachable"]);
    isCut = false;
    thread.retry();
    await pass(0);
    expect([thread.getSnapshot().phase, thread.getSnapshot().problem]).toEqual(["ready", null]);
  });

  it("says that the browser has no network where the agent tries again without one, and keeps the texts", async () => {
    let isCut = false;
    const { thread, tab, pass } = await openThread(
      scene.dataverse,
      "ana",
      scene.history(1),
      (fetch) => (url, init) => (isCut ? Promise.reject(new TypeError("cut")) : fetch(url, init)),
    );
    tab.goOffline();
    isCut = true;
    thread.retry();
    await pass(0);
    expect([thread.getSnapshot().problem?.kind, thread.getSnapshot().messages.length]).toEqual(["offline", 1]);
  });

  it("keeps the texts when the browser goes offline, and says so; is stale after two intervals without an answer", async () => {
    const { thread, tab, pass } = await openThread(scene.dataverse, "ana", scene.history(1));
    tab.goOffline();
    expect([thread.getSnapshot().phase, thread.getSnapshot().problem?.kind]).toEqual(["ready", "offline"]);
    tab.hide();
    tab.goOnline();
    await pass(3 * MINUTE);
    expect(thread.getSnapshot().problem?.kind).toBe("reconnecting");
    tab.show();
    await pass(10_000);
    expect(thread.getSnapshot().problem).toBeNull();
  });
});

describe("a thread grows", () => {
  it("by itself, after the refresh interval", async () => {
    const { thread, pass } = await openThread(scene.dataverse, "ben", scene.history(2));
    scene.dataverse.text(NUMBER);
    await pass(61_000);
    expect(textsOf(thread.getSnapshot())).toEqual(["Message 1", "Message 2", "Message 3"]);
  });

  it("at once when the inbox of a tab knows of something new, and asks nothing where it does not", async () => {
    const id = scene.history(1);
    const { thread, world, pass } = await openThread(scene.dataverse, "ben", id);
    const inbox = world.tab("ben");
    const { head } = thread.getSnapshot();
    if (!head) throw new Error("no head");
    await pass(10);
    scene.dataverse.asked.length = 0;
    const reading = { sessions: [head.session], now: scene.dataverse.now, isLowerBound: false, sentAt: world.now() };
    inbox.channel.post({ type: "reading", reading });
    await pass(0);
    expect(scene.dataverse.asked).toEqual([]);
    scene.dataverse.text(NUMBER);
    inbox.channel.post({ type: "reading", reading: { ...reading, sessions: [{ ...head.session, unread: 2 }] } });
    await pass(0);
    expect(textsOf(thread.getSnapshot())).toEqual(["Message 1", "Message 2"]);
  });

  it("asks four questions for a refresh: the head, whose it is, what is unread, the texts", async () => {
    const { thread, pass } = await openThread(scene.dataverse, "ben", scene.history(2));
    scene.dataverse.asked.length = 0;
    thread.retry();
    await pass(0);
    expect(scene.dataverse.asked).toHaveLength(4);
  });

  it("begins anew where more has come than one question tells", async () => {
    const { thread, pass } = await openThread(scene.dataverse, "ben", scene.history(2));
    scene.dataverse.now += 5 * MINUTE;
    for (let count = 0; count < 60; count += 1) scene.dataverse.text(NUMBER);
    scene.readAll();
    thread.retry();
    await pass(0);
    const texts = textsOf(thread.getSnapshot());
    expect([texts[0], texts[texts.length - 1], thread.getSnapshot().older]).toEqual(["Message 43", "Message 62", "idle"]);
  });
});

it.each<[string, boolean]>([
  ["an answer", false],
  ["a failure", true],
])("does not change any more once it has ended, though %s comes after that", async (_, isCut) => {
  const id = scene.history(60);
  scene.readAll();
  const waiting: (() => void)[] = [];
  let isSlow = false;
  const { thread, pass } = await openThread(scene.dataverse, "ben", id, (fetch) => async (url, init) => {
    if (!isSlow) return fetch(url, init);
    await new Promise<void>((resolve) => waiting.push(resolve));
    if (isCut) throw new TypeError("cut");
    return fetch(url, init);
  });
  isSlow = true;
  thread.retry();
  thread.loadOlder();
  await thread.destroy();
  const before = thread.getSnapshot();
  isSlow = false;
  for (const arrive of waiting) arrive();
  await pass(0);
  expect(waiting.length).toBeGreaterThan(1);
  expect(thread.getSnapshot()).toBe(before);
  expect(before.older).toBe("loading");
});

it("ends without a trace: no timer, no listener, no request", async () => {
  const { thread, tab, pass } = await openThread(scene.dataverse, "ana", scene.history(1));
  await thread.destroy();
  scene.dataverse.asked.length = 0;
  await pass(10 * MINUTE);
  expect([scene.dataverse.asked, tab.pendingTimers(), tab.watchers()]).toEqual([[], 0, 0]);
});
