/** When a thread asks the server because something has happened elsewhere. In front of the sandbox's Dataverse. */
import type { ChannelMessage, InboxReading } from "../../../shared/inbox/ports";
import { markOf } from "../../../shared/domain/unread";
import type { ThreadHead } from "../../../shared/thread/threadPorts";
import { ben } from "../sessions";
import { openThread } from "./openThread";
import type { OpenThread } from "./openThread";
import { setThreadScene } from "./threadScene";

const scene = setThreadScene();

interface Opened extends OpenThread {
  readonly head: ThreadHead;
  /** Whether the server has been asked since it was opened. */
  hasAsked(): Promise<boolean>;
}

async function open(): Promise<Opened> {
  const opened = await openThread(scene.dataverse, "ben", scene.history(1));
  const { head } = opened.thread.getSnapshot();
  if (!head) throw new Error("no head");
  // What comes in the moment of the first answer would be as old as that.
  await opened.pass(3_000);
  scene.dataverse.asked.length = 0;
  const hasAsked = async () => {
    await opened.pass(0);
    return scene.dataverse.asked.length > 0;
  };
  return { ...opened, head, hasAsked };
}

/** Another tab of the same agent says this. */
const say = ({ world }: OpenThread, message: ChannelMessage) => world.tab("ben").channel.post(message);

it.each(["answered", "read", "done", "takenBack"] as const)(
  "asks when another tab says that something was done (%s) about its conversation, not about another one",
  async (type) => {
    const opened = await open();
    say(opened, { type, sessionId: "50000000-0000-0000-0000-000000000009" });
    expect(await opened.hasAsked()).toBe(false);
    say(opened, { type, sessionId: opened.head.session.id });
    expect(await opened.hasAsked()).toBe(true);
  },
);

it("asks when another tab says that its number was unblocked: then the number's id is told", async () => {
  const opened = await open();
  say(opened, { type: "takenBack", sessionId: opened.head.session.contactNumberId });
  expect(await opened.hasAsked()).toBe(true);
});

it.each<[string, (head: ThreadHead) => ChannelMessage]>([
  [
    "something has only begun",
    ({ session }) => ({
      type: "begun",
      action: "assign",
      sessionId: session.id,
      contactNumberId: session.contactNumberId,
      mark: markOf(session),
    }),
  ],
  ["there is a draft", ({ session }) => ({ type: "draft", sessionId: session.id, hasDraft: true })],
  ["settings were changed", () => ({ type: "settings", settings: {} })],
])("asks nothing when another tab says that %s", async (_, messageOf) => {
  const opened = await open();
  say(opened, messageOf(opened.head));
  expect(await opened.hasAsked()).toBe(false);
});

describe("a list that another tab has read", () => {
  const listOf = ({ world, head }: Opened, change: Partial<InboxReading> = {}): InboxReading => ({
    sessions: [head.session],
    now: scene.dataverse.now,
    isLowerBound: false,
    sentAt: world.now(),
    ...change,
  });

  it.each<[string, (head: ThreadHead) => InboxReading["sessions"]]>([
    ["more is unread", ({ session }) => [{ ...session, unread: 2 }]],
    ["something newer is unread", ({ session }) => [{ ...session, newestUnreadAt: session.newestUnreadAt + 1_000 }]],
    ["it is new again", ({ session }) => [{ ...session, status: "new" }]],
    ["it is somebody else's", ({ session }) => [{ ...session, owner: ben }]],
    ["it is not on the list any more", () => []],
  ])("is a reason to ask where %s", async (_, sessions) => {
    const opened = await open();
    say(opened, { type: "reading", reading: listOf(opened, { sessions: sessions(opened.head) }) });
    expect(await opened.hasAsked()).toBe(true);
  });

  it("is none where it says what is known, nor where it is older than that", async () => {
    const opened = await open();
    say(opened, { type: "reading", reading: listOf(opened) });
    say(opened, { type: "reading", reading: listOf(opened, { sessions: [], sentAt: 0 }) });
    expect(await opened.hasAsked()).toBe(false);
  });
});

it("asks when its box has written something", async () => {
  const opened = await open();
  opened.thread.changed();
  expect(await opened.hasAsked()).toBe(true);
});
