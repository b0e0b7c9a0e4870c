/** What is written stays while the app is open, wherever the agent goes meanwhile. */
import { createWindowAnswers } from "../../../shared/thread/windowAnswers";
import { createWorld } from "../inbox/laboratory";
import { createAnswerServer, openAnswers, SESSION } from "./answerServer";

const OTHER = SESSION.replace(/1$/, "2");

function setUp() {
  const world = createWorld();
  const server = createAnswerServer();
  const windowAnswers = createWindowAnswers();
  const made: ReturnType<typeof openAnswers>[] = [];
  const open = (sessionId = SESSION) =>
    windowAnswers.lease(sessionId, () => {
      const opened = openAnswers(server, world);
      made.push(opened);
      return opened.answers;
    });
  return { world, server, windowAnswers, made, open };
}

it("keeps a draft per conversation when the form goes, and gives it back", () => {
  const { open, made } = setUp();
  const first = open();
  first.answers.write("Dear Jane");
  first.release();
  const other = open(OTHER);
  expect(other.answers.getSnapshot().draft).toBe("");
  expect(open().answers.getSnapshot().draft).toBe("Dear Jane");
  expect(made).toHaveLength(2);
});

it("shows one draft in two places of one window", () => {
  const { open } = setUp();
  expect(open().answers).toBe(open().answers);
});

it("goes on writing a text when the form has gone, and lets go of it when it is written", async () => {
  const { open, world, server, windowAnswers, made } = setUp();
  const lease = open();
  lease.answers.write("Hello");
  lease.answers.send();
  lease.release();
  expect(windowAnswers.isNeeded()).toBe(true);
  await world.settle();
  expect([server.rows.size, windowAnswers.isNeeded()]).toEqual([1, false]);
  open();
  expect(made).toHaveLength(2);
});

it("lets go of a conversation in which nothing is written, once nobody uses it", () => {
  const { open, made } = setUp();
  const [one, two] = [open(), open()];
  one.release();
  one.release();
  const three = open();
  expect(three.answers).toBe(two.answers);
  two.release();
  three.release();
  expect(open().answers).not.toBe(two.answers);
  expect(made).toHaveLength(2);
});
