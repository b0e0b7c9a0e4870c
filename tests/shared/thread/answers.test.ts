/** Sending an answer: at once on the screen, once on the server, and never lost. */
import { RequestFailed } from "../../../shared/domain/failure";
import { setUpAnswers, SESSION } from "./answerServer";
import { takeReports } from "../inbox/laboratory";

const offline = () => new RequestFailed("offline", { mayBeDone: true });
const MINUTE = 60_000;

it("empties the box and shows the text as queued, before the server has answered", async () => {
  const { say, draft, pending, world, texts } = setUpAnswers();
  say(" Good morning\n");
  expect([draft(), pending()]).toEqual(["", ["Good morning queued"]]);
  await world.settle();
  expect(texts()).toEqual(["Good morning"]);
});

it("sends once, however often Send is pressed", async () => {
  const { answers, world, texts } = setUpAnswers();
  answers.write("Hello");
  answers.send();
  answers.send();
  answers.send();
  await world.settle();
  expect(texts()).toEqual(["Hello"]);
});

it.each(["", "  \n", "Hi {customer}", "a".repeat(1601)])("keeps in the box what cannot be sent as it is: %j", async (text) => {
  const { say, draft, pending, world, server } = setUpAnswers();
  say(text);
  await world.settle();
  expect([draft(), pending(), server.calls]).toEqual([text, [], []]);
});

it("keeps the text in the box where the browser has no network, and says so; the next key takes the word away", async () => {
  const { say, answers, draft, problem, tab, server, world } = setUpAnswers();
  tab.goOffline();
  say("Hello");
  await world.advance(MINUTE);
  expect([draft(), problem(), server.calls]).toEqual(["Hello", { about: "kept", why: "offline" }, []]);
  answers.write("Hello!");
  expect(problem()).toBeNull();
});

it("sends once where the answer is lost: the next try goes to the same row", async () => {
  const { say, pending, server, world, texts } = setUpAnswers();
  server.after = () => {
    server.after = () => undefined;
    throw offline();
  };
  say("Hello");
  await world.advance(MINUTE);
  expect([texts(), pending(), server.calls]).toEqual([["Hello"], ["Hello queued"], ["queue", "queue"]]);
});

it("shows a text that is refused because of what it met on the server as one that failed, and can go back into the box", async () => {
  const { say, answers, pending, server, world } = setUpAnswers();
  server.before = () => {
    throw new RequestFailed("stale");
  };
  say("Hello");
  await world.advance(MINUTE);
  expect([pending(), server.calls]).toEqual([["Hello failed failed"], ["queue"]]);
  const [message] = answers.getSnapshot().pending;
  expect(message && answers.standingOf(message)).toBe("mayBeEdited");
});

it.each(["denied", "signin", "gone"] as const)(
  "does not repeat what was refused (%s): the text stays, and can go back into the box",
  async (kind) => {
    const { say, answers, pending, draft, server, world } = setUpAnswers();
    server.before = () => {
      throw new RequestFailed(kind);
    };
    say("Hello");
    await world.advance(MINUTE);
    expect([pending(), server.calls]).toEqual([[`Hello failed ${kind}`], ["queue"]]);
    const [message] = answers.getSnapshot().pending;
    if (!message) throw new Error("It is lost.");
    expect(answers.standingOf(message)).toBe("mayBeEdited");
    answers.write("And more");
    answers.edit(message.id);
    expect([draft(), pending()]).toEqual(["And more\nHello", []]);
  },
);

it("does not let a text go back into the box that may have been written: it would be sent twice", async () => {
  const { say, answers, pending, server, world } = setUpAnswers();
  server.before = () => {
    throw new RequestFailed("failed");
  };
  say("Hello");
  await world.advance(MINUTE);
  const [message] = answers.getSnapshot().pending;
  if (!message) throw new Error("It is lost.");
  expect(answers.standingOf(message)).toBe("plain");
  answers.edit(message.id);
  expect(pending()).toEqual(["Hello failed failed"]);
});

it("lets go of a text once the server's list has it", async () => {
  const { say, answers, pending, read, world } = setUpAnswers();
  say("Hello");
  await world.settle();
  answers.follow([]);
  expect(pending()).toEqual(["Hello queued"]);
  read();
  expect(pending()).toEqual([]);
});

it("reports a bug, and keeps the text", async () => {
  const { say, pending, server, world } = setUpAnswers();
  const bug = new TypeError("a bug");
  server.before = () => {
    throw bug;
  };
  say("Hello");
  await world.advance(MINUTE);
  expect(pending()).toEqual(["Hello failed failed"]);
  expect(new Set(takeReports())).toEqual(new Set([bug]));
});

it("tells the other tabs that the server has a text, and when something begins and ends that would be lost with the box", async () => {
  const { say, answers, told, world } = setUpAnswers();
  const heard: string[] = [];
  answers.onWritten(() => heard.push("written"));
  answers.write("H");
  answers.write("Hi");
  expect(told).toEqual([{ type: "draft", sessionId: SESSION, hasDraft: true }]);
  say("Hello");
  expect(told).toHaveLength(1);
  await world.settle();
  expect(told.slice(1)).toEqual([
    { type: "answered", sessionId: SESSION },
    { type: "draft", sessionId: SESSION, hasDraft: false },
  ]);
  expect(heard).toEqual(["written"]);
});

it("gives the same snapshot until something changes, and the same texts while only the draft does", async () => {
  const { say, answers, world } = setUpAnswers();
  say("Hello");
  await world.settle();
  const { pending } = answers.getSnapshot();
  expect(answers.getSnapshot()).toBe(answers.getSnapshot());
  answers.write("more");
  expect(answers.getSnapshot().pending).toBe(pending);
});

it("leaves no timer and no listener behind", async () => {
  const { say, answers, server, tab, world } = setUpAnswers();
  server.before = () => {
    throw offline();
  };
  say("Hello");
  await world.settle();
  answers.destroy();
  await world.settle();
  expect([tab.pendingTimers(), tab.watchers()]).toEqual([0, 0]);
});
