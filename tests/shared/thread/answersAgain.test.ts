/** Texts that the server has: sent again, checked, and never twice by accident. */
import { RequestFailed } from "../../../shared/domain/failure";
import { takeReports } from "../inbox/laboratory";
import { openAnswers, setUpAnswers } from "./answerServer";

/** A text that the gateway has tried to send, and the list that shows it. */
async function setUpSent(delivery: "failed" | "unconfirmed", error = "") {
  const scene = setUpAnswers();
  scene.say("Hello");
  await scene.world.settle();
  const { id } = scene.listed("Hello");
  scene.server.deliver(id, delivery, error);
  scene.read();
  scene.server.calls.length = 0;
  return { ...scene, message: () => scene.listed("Hello") };
}

it("lets a text that has failed wait to be sent once more, busy until the list shows that", async () => {
  const { answers, message, read, world, server } = await setUpSent("failed", "30003: Unreachable");
  const failed = message();
  answers.sendAgain(failed);
  answers.sendAgain(failed);
  expect(answers.standingOf(failed)).toBe("busy");
  await world.settle();
  expect([message().delivery, server.calls]).toEqual(["queued", ["sendAgain"]]);
  expect(answers.standingOf(failed)).toBe("busy");
  read();
  expect(answers.standingOf(message())).toBe("plain");
});

it("sends a failed text once more where two tabs press Send Again, and tells nobody that the other was quicker", async () => {
  const { answers, message, read, world, server, problem } = await setUpSent("failed");
  const other = openAnswers(server, world);
  other.read();
  const failed = message();
  answers.sendAgain(failed);
  other.answers.sendAgain(failed);
  await world.settle();
  expect([server.rows.size, message().delivery, problem(), other.problem()]).toEqual([1, "queued", null, null]);
  read();
  expect(other.answers.standingOf(failed)).toBe("plain");
});

it("says why a text was not sent again or checked, and lets it be tried again", async () => {
  const { answers, message, world, server, problem } = await setUpSent("failed");
  server.before = () => {
    throw new RequestFailed("denied");
  };
  answers.sendAgain(message());
  await world.settle();
  expect([problem(), answers.standingOf(message())]).toEqual([{ about: "notSentAgain", why: "denied" }, "plain"]);
});

it("asks nothing while the browser has no network, and says so", async () => {
  const { answers, message, tab, world, server, problem } = await setUpSent("unconfirmed");
  tab.goOffline();
  answers.check(message());
  await world.settle();
  expect([problem(), server.calls]).toEqual([{ about: "notChecked", why: "offline" }, []]);
});

it("has checked what became of a text", async () => {
  const { answers, message, world } = await setUpSent("unconfirmed");
  answers.check(message());
  await world.settle();
  expect(message().delivery).toBe("sending");
});

it("sends a text of which nobody knows as another one, once, however often and in however many tabs that is asked for", async () => {
  const { answers, message, read, world, server, texts } = await setUpSent("unconfirmed");
  const other = openAnswers(server, world);
  other.read();
  const first = message();
  answers.sendAgain(first);
  answers.sendAgain(first);
  other.answers.sendAgain(first);
  expect(answers.standingOf(first)).toBe("isSentAgain");
  await world.settle();
  expect(texts()).toEqual(["Hello", "Hello"]);
  read();
  answers.sendAgain(first);
  await world.settle();
  expect([texts(), answers.standingOf(first)]).toEqual([["Hello", "Hello"], "isSentAgain"]);
});

it("tells the thread to ask the server, also where nobody knows what became of the question", async () => {
  const { answers, message, world, server } = await setUpSent("failed");
  let heard = 0;
  answers.onWritten(() => heard++);
  server.after = () => {
    throw new RequestFailed("offline", { mayBeDone: true });
  };
  answers.sendAgain(message());
  await world.settle();
  expect([heard, message().delivery]).toEqual([1, "queued"]);
});

it("reports a bug in asking about a text, lets it be asked again, and tells the agent of no failure of the server's", async () => {
  const { answers, message, world, server, problem } = await setUpSent("failed");
  const bug = new TypeError("a bug");
  server.before = () => {
    throw bug;
  };
  answers.sendAgain(message());
  await world.settle();
  expect([takeReports(), problem(), answers.standingOf(message())]).toEqual([[bug], null, "plain"]);
});

it("gives the templates that are in use just now: they are asked for each time", async () => {
  const { answers, server } = setUpAnswers();
  const template = { id: "t1", name: "Ready", body: "Hi {customer}", languageCode: "en" };
  server.templates = [template];
  expect(await answers.readTemplates()).toEqual([template]);
  server.templates = [];
  expect(await answers.readTemplates()).toEqual([]);
});
