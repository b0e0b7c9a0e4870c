/** How a text gets to the server: when it is tried again, for how long, and in which order. */
import { RequestFailed } from "../../../shared/domain/failure";
import { setUpAnswers } from "./answerServer";

const offline = () => new RequestFailed("offline", { mayBeDone: true });
const MINUTE = 60_000;

it("tries again as soon as the network is back, within a minute", async () => {
  const { say, pending, server, tab, world, texts } = setUpAnswers();
  server.before = () => {
    tab.goOffline();
    throw offline();
  };
  say("Hello");
  await world.advance(20_000);
  expect([texts(), pending()]).toEqual([[], ["Hello queued"]]);
  server.before = () => undefined;
  tab.goOnline();
  await world.settle();
  expect(texts()).toEqual(["Hello"]);
});

it("waits as long as a busy server asks, and sends once", async () => {
  const { say, server, world, texts } = setUpAnswers();
  server.before = () => {
    throw new RequestFailed("throttled", { retryAfter: 30_000 });
  };
  say("Hello");
  await world.advance(29_000);
  server.before = () => undefined;
  expect(server.calls).toHaveLength(1);
  await world.advance(2_000);
  expect([texts(), server.calls]).toEqual([["Hello"], ["queue", "queue"]]);
});

it("waits a second before it asks a busy server again that does not say how long", async () => {
  const { say, server, world, texts } = setUpAnswers();
  server.before = () => {
    server.before = () => undefined;
    throw new RequestFailed("throttled");
  };
  say("Hello");
  await world.advance(900);
  expect(texts()).toEqual([]);
  await world.advance(200);
  expect([texts(), server.calls]).toEqual([["Hello"], ["queue", "queue"]]);
});

it("does not try sooner because the agent looks at another tab and comes back", async () => {
  const { say, server, tab, world } = setUpAnswers();
  server.before = () => {
    throw new RequestFailed("throttled", { retryAfter: 30_000 });
  };
  say("Hello");
  await world.settle();
  tab.hide();
  tab.show();
  await world.advance(20_000);
  expect(server.calls).toHaveLength(1);
});

it("says that it was the browser that had no network, where that lasts for a minute", async () => {
  const { say, pending, server, tab, world } = setUpAnswers();
  server.before = () => {
    tab.goOffline();
    throw offline();
  };
  say("Hello");
  await world.advance(2 * MINUTE);
  expect(pending()).toEqual(["Hello failed offline"]);
});

it("gives up after a minute, keeps the text, and sends it once when the agent presses Send Again", async () => {
  const { say, answers, pending, server, tab, world, texts } = setUpAnswers();
  server.before = () => {
    throw offline();
  };
  say("Hello");
  await world.advance(2 * MINUTE);
  expect([pending(), texts(), tab.pendingTimers()]).toEqual([["Hello failed unreachable"], [], 0]);
  server.before = () => undefined;
  const [message] = answers.getSnapshot().pending;
  if (!message) throw new Error("It is lost.");
  answers.sendAgain(message);
  answers.sendAgain(message);
  expect(pending()).toEqual(["Hello queued"]);
  await world.settle();
  expect([texts(), [...server.rows.keys()]]).toEqual([["Hello"], [message.id]]);
});

it("keeps the order: a text waits for the one before it, and goes when that has failed", async () => {
  const { say, pending, server, world, texts } = setUpAnswers();
  server.before = (_, answer) => {
    if (answer?.text === "one") throw offline();
  };
  say("one");
  say("two");
  await world.advance(20_000);
  expect([texts(), pending()]).toEqual([[], ["one queued", "two queued"]]);
  await world.advance(MINUTE);
  expect([texts(), pending()]).toEqual([["two"], ["one failed unreachable", "two queued"]]);
});
