/** What is under way when the inbox is destroyed: its answer comes, and starts nothing. */
import { jane, setUp } from "./openTab";
import type { Call } from "./server";

/** A tab whose request of this kind is not answered before `answer` is called. */
async function setUpWaiting(waitingFor: Call) {
  const one = await setUp(jane);
  let answer = () => {};
  one.server.before = (call) => (call === waitingFor ? new Promise<void>((resolve) => (answer = resolve)) : undefined);
  return { ...one, answer: () => answer() };
}

it.each([
  ["dismiss", "writeDismissal"],
  ["block", "setBlocked"],
] as const)("starts no timer for the Undo of a %s that is answered afterwards, and tells nobody", async (action, call) => {
  const { inbox, answer, tab, world } = await setUpWaiting(call);
  const done = inbox.perform(action, jane.id);
  await world.settle();
  inbox.destroy();
  const before = inbox.getSnapshot().notices;
  answer();
  await done;
  expect([tab.pendingTimers(), inbox.getSnapshot().notices]).toEqual([0, before]);
});

it("starts no timer for an Undo that the pointer leaves afterwards", async () => {
  const { inbox, notices, tab } = await setUp(jane);
  await inbox.perform("dismiss", jane.id);
  const id = notices()[0]?.id ?? 0;
  inbox.holdNotice(id, true);
  inbox.destroy();
  inbox.holdNotice(id, false);
  expect(tab.pendingTimers()).toBe(0);
});

it("leaves no timer behind when an Accept is answered after it", async () => {
  const { inbox, answer, tab, world } = await setUpWaiting("claim");
  const accepted = inbox.perform("accept", jane.id);
  await world.settle();
  inbox.destroy();
  answer();
  await accepted;
  await world.settle();
  expect(tab.pendingTimers()).toBe(0);
});
