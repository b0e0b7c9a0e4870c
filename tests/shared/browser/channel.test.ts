import { openChannel } from "../../../shared/browser/channel";
import type { ChannelMessage } from "../../../shared/inbox/ports";
import { ana, ben } from "../sessions";

const soon = () => new Promise((resolve) => setTimeout(resolve, 50));
const message: ChannelMessage = { type: "read", sessionId: "s1" };
const real = globalThis.BroadcastChannel;

afterEach(() => {
  globalThis.BroadcastChannel = real;
});

it("carries a message to the other tabs of the same user, and to nobody else", async () => {
  const [tab, other, stranger] = [openChannel(ana.id), openChannel(ana.id), openChannel(ben.id)];
  const heard: [string, ChannelMessage][] = [];
  tab.listen((said) => heard.push(["tab", said]));
  const stop = other.listen((said) => heard.push(["other", said]));
  stranger.listen((said) => heard.push(["stranger", said]));
  tab.post(message);
  await soon();
  expect(heard).toEqual([["other", message]]);
  stop();
  tab.post(message);
  await soon();
  expect(heard).toHaveLength(1);
  for (const channel of [tab, other, stranger]) channel.close();
});

it("passes over messages that it does not know: another version of the product may send them", async () => {
  const tab = openChannel(ana.id);
  const heard: ChannelMessage[] = [];
  tab.listen((said) => heard.push(said));
  const later = new BroadcastChannel(`msgn_MessageNotification:4:${ana.id}`);
  for (const said of [null, "x", {}, { type: 7 }, { type: "teleported" }]) later.postMessage(said);
  // It is the channel that it listens to.
  later.postMessage(message);
  await soon();
  expect(heard).toEqual([message]);
  later.close();
  tab.close();
});

it("says nothing more once it is closed, and does not fail: an action may end after its control is gone", () => {
  const tab = openChannel(ana.id);
  tab.close();
  expect(() => tab.post(message)).not.toThrow();
});

it.each([
  ["is missing", undefined],
  [
    "is refused",
    function () {
      throw new DOMException("denied", "SecurityError");
    },
  ],
])("leaves each tab on its own where the channel %s", (_, replacement) => {
  globalThis.BroadcastChannel = replacement as unknown as typeof BroadcastChannel;
  const tab = openChannel(ana.id);
  tab.post(message);
  tab.listen(() => undefined)();
  expect(() => tab.close()).not.toThrow();
});
