/** An answer from a card: what the agent saw when they sent it is read once the server has the answer, and nothing else is. */
import { RequestFailed } from "../../../shared/domain/failure";
import { createCardAnswer } from "../../../shared/thread/cardAnswer";
import type { CardAnswered } from "../../../shared/thread/cardAnswer";
import { createWindowAnswers } from "../../../shared/thread/windowAnswers";
import { createWorld } from "../inbox/laboratory";
import { NOON } from "../sessions";
import { createAnswerServer, openAnswers, SESSION } from "./answerServer";

const text = (id: string, at = NOON) => ({ id, at, text: "Hello?", file: "" });
const by = { sessionId: SESSION, userId: "ana", userName: "Ana Ruiz" };

function setUp() {
  const world = createWorld();
  const server = createAnswerServer();
  const windowAnswers = createWindowAnswers();
  const opened = openAnswers(server, world);
  const lease = () => windowAnswers.lease(SESSION, () => opened.answers);
  const marked: (readonly string[])[] = [];
  const answered: CardAnswered[] = [];
  const refusals: RequestFailed[] = [];
  const view = { seen: [text("1"), text("2", NOON + 1_000)] };
  const card = createCardAnswer({
    by,
    lease: lease(),
    gateway: {
      markRead(session, user, ids) {
        const refusal = refusals.shift();
        if (refusal) return Promise.reject(refusal);
        expect([session, user]).toEqual([SESSION, "ana"]);
        marked.push(ids);
        return Promise.resolve();
      },
    },
    browser: opened.tab,
    seen: () => view.seen,
    onAnswered: (one) => void answered.push(one),
  });
  const send = (words: string) => {
    card.answers.write(words);
    card.answers.send();
  };
  return { ...opened, world, server, windowAnswers, lease, card, view, marked, answered, refusals, send };
}

it("marks what was seen read once the answer is stored, not before", async () => {
  const { send, world, server, marked, answered } = setUp();
  let let_go = () => {};
  server.before = () => new Promise<void>((resolve) => (let_go = resolve));
  send("Yes.");
  await world.settle();
  expect([marked, answered]).toEqual([[], []]);
  let_go();
  await world.settle();
  expect(marked).toEqual([["1", "2"]]);
  expect(answered).toEqual([{ mark: { upTo: NOON + 1_000, count: 2 }, isDone: true }]);
});

it("leaves unread what came between the press and the answer", async () => {
  const { send, world, view, marked } = setUp();
  send("Yes.");
  view.seen = [...view.seen, text("3", NOON + 2_000)];
  await world.settle();
  expect(marked).toEqual([["1", "2"]]);
});

it("marks nothing where nothing was seen, and tells that the answer is stored", async () => {
  const { send, world, view, marked, answered } = setUp();
  view.seen = [];
  send("Yes.");
  await world.settle();
  expect([marked, answered]).toEqual([[], [{ mark: null, isDone: true }]]);
});

it("is one answer where it is pressed twice", async () => {
  const { card, world, server, marked } = setUp();
  card.answers.write("Yes.");
  card.answers.send();
  card.answers.send();
  await world.settle();
  expect([server.rows.size, marked]).toEqual([1, [["1", "2"]]]);
});

it("is one answer where the server's was lost on the way", async () => {
  const { send, world, server, marked } = setUp();
  server.after = () => {
    server.after = () => undefined;
    throw new RequestFailed("offline");
  };
  send("Yes.");
  await world.advance(5_000);
  expect([server.rows.size, marked]).toEqual([1, [["1", "2"]]]);
});

it("knows by the list of a conversation beside it that a text is stored whose answer was lost", async () => {
  const { send, world, server, read, marked } = setUp();
  server.after = () => {
    throw new RequestFailed("offline");
  };
  send("Yes.");
  await world.settle();
  expect(marked).toEqual([]);
  read();
  await world.settle();
  expect(marked).toEqual([["1", "2"]]);
});

it("marks nothing while the server refuses the answer, nor when it goes back into the box", async () => {
  const { send, card, world, server, marked, answered, draft } = setUp();
  server.before = () => {
    throw new RequestFailed("denied");
  };
  send("Yes.");
  await world.settle();
  const [failed] = card.answers.getSnapshot().pending;
  card.answers.edit(failed?.id ?? "");
  await world.settle();
  expect([draft(), marked, answered]).toEqual(["Yes.", [], []]);
});

it("marks when a refused answer is sent again", async () => {
  const { send, card, world, server, marked } = setUp();
  server.before = () => {
    throw new RequestFailed("denied");
  };
  send("Yes.");
  await world.settle();
  server.before = () => undefined;
  const [failed] = card.answers.getSnapshot().pending;
  if (failed) card.answers.sendAgain(failed);
  await world.settle();
  expect(marked).toEqual([["1", "2"]]);
});

it("says so while the texts cannot be marked, and tries again", async () => {
  const { send, card, world, marked, answered, refusals } = setUp();
  refusals.push(new RequestFailed("offline"), new RequestFailed("failed"));
  send("Yes.");
  await world.settle();
  expect([card.isUnmarked(), answered]).toEqual([true, []]);
  await world.advance(10_000);
  expect([card.isUnmarked(), marked, answered.length]).toEqual([false, [["1", "2"]], 1]);
});

it("does not ask again where the server says that it is not allowed", async () => {
  const { send, card, world, marked, refusals } = setUp();
  refusals.push(new RequestFailed("denied"));
  send("Yes.");
  await world.advance(600_000);
  expect([card.isUnmarked(), marked]).toEqual([true, []]);
});

it("is not done while something else is written", async () => {
  const { send, card, world, answered } = setUp();
  send("Yes.");
  card.answers.write("And");
  await world.settle();
  expect(answered).toMatchObject([{ isDone: false }]);
});

it("leaves alone what a conversation beside it sends", async () => {
  const { say, world, marked, answered } = setUp();
  say("From beside");
  await world.settle();
  expect([marked, answered]).toEqual([[], []]);
});

it("sees what was sent through when the card has gone, and then lets go of it", async () => {
  const { send, card, world, windowAnswers, marked, lease } = setUp();
  send("Yes.");
  card.release();
  const other = lease();
  expect(other.answers.getSnapshot().pending).toHaveLength(1);
  other.release();
  await world.settle();
  expect([marked, windowAnswers.isNeeded()]).toEqual([[["1", "2"]], false]);
});

it("tells which conversations of the window have a draft", () => {
  const { card, windowAnswers } = setUp();
  const seen: (readonly string[])[] = [];
  windowAnswers.subscribe(() => void seen.push([...windowAnswers.getDrafts()]));
  card.answers.write("Dear");
  card.answers.write("Dear Jane");
  const drafts = windowAnswers.getDrafts();
  card.answers.write("Dear Jane,");
  expect(windowAnswers.getDrafts()).toBe(drafts);
  card.answers.write("");
  expect(seen).toEqual([[SESSION], []]);
});
