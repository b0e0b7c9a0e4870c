/** The thread's store: what it shows, how it grows, what it marks read. In front of the sandbox's Dataverse. */
import type { ThreadSnapshot } from "../../../shared/thread/threadSnapshot";
import { startDataverse } from "../../dataverse";
import type { Login, TestDataverse } from "../../dataverse";
import { MINUTE } from "../sessions";
import { openThread } from "./openThread";

const NUMBER = "+15550100";
const ACCEPTED = 864500001;
let dataverse: TestDataverse;

beforeEach(async () => {
  dataverse = await startDataverse();
});

afterEach(() => dataverse.close());

/** What makes a session this user's. */
const ownedBy = (login: Login) => ({
  session: { msgn_sessionstatus: ACCEPTED, "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})` },
});
const unread = () => dataverse.rows("msgn_messages?$select=msgn_messageid&$filter=msgn_readon eq null").length;
const textsOf = ({ messages }: ThreadSnapshot) => messages.map(({ text }) => text);
const idsOf = ({ messages }: ThreadSnapshot) => messages.map(({ id }) => id);

/** So many texts of one conversation that is Ana's, a second apart, the last one now. */
function history(count: number): string {
  let session = "";
  for (let left = count - 1; left >= 0; left -= 1) session = dataverse.text(NUMBER, { secondsAgo: left, ...ownedBy("ana") });
  return session;
}

describe("what a thread shows", () => {
  it("is the texts, the oldest first, and whom they are with", async () => {
    const { thread } = await openThread(dataverse, "ana", history(3));
    const { phase, head, isMine, older } = thread.getSnapshot();
    expect([phase, head?.session.phoneNumber, isMine, older]).toEqual(["ready", NUMBER, true, "none"]);
    expect(textsOf(thread.getSnapshot())).toEqual(["Message 1", "Message 2", "Message 3"]);
  });

  it("keeps its objects where a refresh brings nothing new", async () => {
    const { thread, pass } = await openThread(dataverse, "ben", history(3));
    const before = thread.getSnapshot();
    thread.retry();
    await pass(0);
    expect(thread.getSnapshot().messages).toBe(before.messages);
    expect(thread.getSnapshot().events).toBe(before.events);
  });

  it("loads the newest fifty, and older ones when the reader comes near them, none twice", async () => {
    const { thread, pass } = await openThread(dataverse, "ben", history(120));
    // Nobody has read any: the reader begins at the oldest one.
    expect(idsOf(thread.getSnapshot())).toHaveLength(120);
    for (const id of idsOf(thread.getSnapshot()))
      dataverse.system("PATCH", `msgn_messages(${id})`, { msgn_readon: "2026-01-01T00:00:00Z" });
    const later = await openThread(dataverse, "ben", thread.getSnapshot().head?.session.id ?? "");
    expect(textsOf(later.thread.getSnapshot())[0]).toBe("Message 71");
    later.thread.loadOlder();
    later.thread.loadOlder();
    expect(later.thread.getSnapshot().older).toBe("loading");
    await later.pass(0);
    expect([textsOf(later.thread.getSnapshot())[0], later.thread.getSnapshot().older]).toEqual(["Message 21", "idle"]);
    later.thread.loadOlder();
    await later.pass(0);
    expect(new Set(idsOf(later.thread.getSnapshot())).size).toBe(120);
    expect(later.thread.getSnapshot().older).toBe("none");
    await pass(0);
  });

  it("pages through texts that all came in one second", async () => {
    let session = "";
    for (let count = 0; count < 130; count += 1) session = dataverse.text(NUMBER, ownedBy("ana"));
    for (const { msgn_messageid: id } of dataverse.rows("msgn_messages?$select=msgn_messageid"))
      dataverse.system("PATCH", `msgn_messages(${String(id)})`, { msgn_readon: "2026-01-01T00:00:00Z" });
    const { thread, pass } = await openThread(dataverse, "ben", session);
    for (let page = 0; page < 3; page += 1) {
      thread.loadOlder();
      await pass(0);
    }
    expect(textsOf(thread.getSnapshot())).toEqual(Array.from({ length: 130 }, (_, at) => `Message ${at + 1}`));
  });

  it("says that older texts could not be loaded, and loads them when asked again", async () => {
    const id = history(60);
    for (const { msgn_messageid: text } of dataverse.rows("msgn_messages?$select=msgn_messageid"))
      dataverse.system("PATCH", `msgn_messages(${String(text)})`, { msgn_readon: "2026-01-01T00:00:00Z" });
    let isCut = false;
    const { thread, pass } = await openThread(
      dataverse,
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
    expect(textsOf(thread.getSnapshot())).toHaveLength(60);
  });

  it.each([
    ["denied", 403],
    ["gone", 404],
  ])("is nothing where the server says %s", async (phase, status) => {
    const { thread } = await openThread(
      dataverse,
      "ana",
      history(1),
      (fetch) => (url, init) => (url.includes("msgn_sessions(") ? Promise.resolve(new Response("{}", { status })) : fetch(url, init)),
    );
    expect([thread.getSnapshot().phase, thread.getSnapshot().messages]).toEqual([phase, []]);
  });

  it("is nothing any more once the conversation was deleted", async () => {
    const id = history(1);
    const { thread, pass } = await openThread(dataverse, "ana", id);
    dataverse.system("DELETE", `msgn_sessions(${id})`);
    thread.retry();
    await pass(0);
    expect(thread.getSnapshot().phase).toBe("gone");
  });

  it("says that it could not be read, and is there when it can", async () => {
    let isCut = true;
    const { thread, pass } = await openThread(
      dataverse,
      "ana",
      history(1),
      (fetch) => (url, init) => (isCut ? Promise.reject(new TypeError("cut")) : fetch(url, init)),
    );
    expect([thread.getSnapshot().phase, thread.getSnapshot().problem?.kind]).toEqual(["failed", "unreachable"]);
    isCut = false;
    thread.retry();
    await pass(0);
    expect([thread.getSnapshot().phase, thread.getSnapshot().problem]).toEqual(["ready", null]);
  });

  it("keeps the texts when the browser goes offline, and says so; is stale after two intervals without an answer", async () => {
    const { thread, tab, pass } = await openThread(dataverse, "ana", history(1));
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
    const { thread, pass } = await openThread(dataverse, "ben", history(2));
    dataverse.text(NUMBER);
    await pass(61_000);
    expect(textsOf(thread.getSnapshot())).toEqual(["Message 1", "Message 2", "Message 3"]);
  });

  it("at once when the inbox of a tab knows of something new, and asks nothing where it does not", async () => {
    const id = history(1);
    const { thread, world, pass } = await openThread(dataverse, "ben", id);
    const inbox = world.tab("ben");
    const { head } = thread.getSnapshot();
    if (!head) throw new Error("no head");
    await pass(10);
    dataverse.asked.length = 0;
    const reading = { sessions: [head.session], now: dataverse.now, isLowerBound: false, sentAt: world.now() };
    inbox.channel.post({ type: "reading", reading });
    await pass(0);
    expect(dataverse.asked).toEqual([]);
    dataverse.text(NUMBER);
    inbox.channel.post({ type: "reading", reading: { ...reading, sessions: [{ ...head.session, unread: 2 }] } });
    await pass(0);
    expect(textsOf(thread.getSnapshot())).toEqual(["Message 1", "Message 2"]);
  });

  it("asks three questions for a refresh", async () => {
    const { thread, pass } = await openThread(dataverse, "ben", history(2));
    dataverse.asked.length = 0;
    thread.retry();
    await pass(0);
    expect(dataverse.asked).toHaveLength(3);
  });

  it("begins anew where more has come than one question tells", async () => {
    const { thread, pass } = await openThread(dataverse, "ben", history(2));
    dataverse.now += 5 * MINUTE;
    for (let count = 0; count < 60; count += 1) dataverse.text(NUMBER);
    for (const { msgn_messageid: text } of dataverse.rows("msgn_messages?$select=msgn_messageid"))
      dataverse.system("PATCH", `msgn_messages(${String(text)})`, { msgn_readon: "2026-01-01T00:00:00Z" });
    thread.retry();
    await pass(0);
    const texts = textsOf(thread.getSnapshot());
    expect([texts[0], texts[texts.length - 1], thread.getSnapshot().older]).toEqual(["Message 13", "Message 62", "idle"]);
  });
});

describe("what the owner has seen", () => {
  it("is marked read, a moment later and in one request, and the agent's tabs hear of it; the rest stays unread", async () => {
    const { thread, world, pass } = await openThread(dataverse, "ana", history(3));
    const heard: unknown[] = [];
    world.tab("ana").channel.listen((message) => heard.push(message));
    const [first = "", second = ""] = idsOf(thread.getSnapshot());
    thread.inView([first]);
    thread.inView([first, second]);
    expect(unread()).toBe(3);
    await pass(400);
    expect(unread()).toBe(1);
    expect(dataverse.asked.filter((path) => path.includes("$batch"))).toHaveLength(1);
    expect(heard).toEqual([{ type: "read", sessionId: thread.getSnapshot().head?.session.id }]);
    expect(thread.getSnapshot().messages.map(({ isUnread }) => isUnread)).toEqual([false, false, true]);
  });

  it("is not marked while the tab is hidden, and is when it is shown", async () => {
    const { thread, tab, pass } = await openThread(dataverse, "ana", history(1));
    tab.hide();
    thread.inView(idsOf(thread.getSnapshot()));
    await pass(1_000);
    expect(unread()).toBe(1);
    tab.show();
    await pass(400);
    expect(unread()).toBe(0);
  });

  it("is marked also when the form goes away at once", async () => {
    const { thread } = await openThread(dataverse, "ana", history(1));
    thread.inView(idsOf(thread.getSnapshot()));
    await thread.destroy();
    expect(unread()).toBe(0);
  });

  it("is tried again with the next refresh where it could not be marked", async () => {
    let isCut = true;
    const { thread, pass } = await openThread(
      dataverse,
      "ana",
      history(1),
      (fetch) => (url, init) => (isCut && init.method === "POST" ? Promise.reject(new TypeError("cut")) : fetch(url, init)),
    );
    thread.inView(idsOf(thread.getSnapshot()));
    await pass(400);
    expect(unread()).toBe(1);
    isCut = false;
    await pass(61_000);
    expect(unread()).toBe(0);
  });

  it.each(["ben", "mia"] as const)("is not marked for %s, who only looks", async (login) => {
    const { thread, pass } = await openThread(dataverse, login, history(1));
    thread.inView(idsOf(thread.getSnapshot()));
    await pass(1_000);
    expect(unread()).toBe(1);
  });

  it("leaves the line above what was new where it was; it moves once all was read and something new has come", async () => {
    const { thread, pass } = await openThread(dataverse, "ana", history(2));
    const [first = ""] = idsOf(thread.getSnapshot());
    expect(thread.getSnapshot().unreadFrom).toBe(first);
    thread.inView(idsOf(thread.getSnapshot()));
    await pass(400);
    thread.retry();
    await pass(0);
    expect(thread.getSnapshot().unreadFrom).toBe(first);
    dataverse.text(NUMBER);
    thread.retry();
    await pass(0);
    expect(thread.getSnapshot().unreadFrom).toBe(idsOf(thread.getSnapshot())[2]);
  });
});

it("ends without a trace: no timer, no listener, no request", async () => {
  const { thread, tab, pass } = await openThread(dataverse, "ana", history(1));
  await thread.destroy();
  dataverse.asked.length = 0;
  await pass(10 * MINUTE);
  expect([dataverse.asked, tab.pendingTimers(), tab.watchers()]).toEqual([[], 0, 0]);
});
