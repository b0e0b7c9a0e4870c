/** The texts that the agent has opened: asked for when they are, and again only when there is something else to show. */
import { RequestFailed } from "../../../shared/domain/failure";
import type { Part, UnreadText } from "../../../shared/inbox/panelPorts";
import { createPeeks } from "../../../shared/inbox/peeks";
import { NOON, session } from "../sessions";
import { createWorld } from "./laboratory";

const jane = session();
const omar = session({ id: jane.id.replace(/1$/, "2") });
const text = (id: string): UnreadText => ({ id, at: NOON, text: `Text ${id}`, file: "" });
const part = (...ids: readonly string[]): Part<UnreadText> => ({ items: ids.map(text), hasMore: false });

/** Peeks whose every question waits for the test's answer. */
function setUp() {
  const asked: string[] = [];
  const answers: ((answer: Part<UnreadText> | Error) => void)[] = [];
  const bugs: unknown[] = [];
  const peeks = createPeeks(
    {
      readUnreadTexts: (id) => {
        asked.push(id);
        return new Promise((resolve, reject) => answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer))));
      },
    },
    (bug) => bugs.push(bug),
  );
  const get = ({ id }: { readonly id: string }) => peeks.getOpen().get(id) ?? null;
  const { settle } = createWorld();
  const answer = async (at: number, what: Part<UnreadText> | Error) => {
    answers[at]?.(what);
    await settle();
  };
  return { peeks, get, asked, bugs, answer };
}

it("asks once when it is opened, and shows what comes", async () => {
  const { peeks, get, asked, answer } = setUp();
  expect(get(jane)).toBeNull();
  peeks.open(jane);
  peeks.open(jane);
  expect(get(jane)).toMatchObject({ texts: null, isLoading: true, hasFailed: false });
  await answer(0, part("1"));
  expect(get(jane)).toMatchObject({ texts: part("1"), isLoading: false, hasFailed: false });
  expect(asked).toEqual([jane.id]);
});

it("asks again when a message has come, and shows the known ones meanwhile", async () => {
  const { peeks, get, asked, answer } = setUp();
  peeks.open(jane);
  await answer(0, part("1"));
  peeks.follow([{ ...jane, unread: 2, newestUnreadAt: NOON }]);
  expect(get(jane)).toMatchObject({ texts: part("1"), isLoading: true });
  await answer(1, part("1", "2"));
  expect(get(jane)).toMatchObject({ texts: part("1", "2"), isLoading: false });
  expect(asked).toHaveLength(2);
});

it("does not ask again while nothing has changed, whatever the list does", async () => {
  const { peeks, asked, answer } = setUp();
  peeks.open(jane);
  peeks.follow([{ ...jane }]);
  await answer(0, part("1"));
  peeks.follow([omar, { ...jane }]);
  expect(asked).toHaveLength(1);
});

it("shows the answer to the last question, in whatever order they come", async () => {
  const { peeks, get, answer } = setUp();
  peeks.open(jane);
  peeks.follow([{ ...jane, unread: 2 }]);
  await answer(1, part("1", "2"));
  await answer(0, part("1"));
  expect(get(jane)?.texts).toEqual(part("1", "2"));
});

it("says that the texts could not be had, and asks again on Retry", async () => {
  const { peeks, get, bugs, answer } = setUp();
  peeks.open(jane);
  await answer(0, new RequestFailed("offline"));
  expect(get(jane)).toMatchObject({ texts: null, isLoading: false, hasFailed: true });
  peeks.retry(jane);
  expect(get(jane)).toMatchObject({ isLoading: true, hasFailed: false });
  await answer(1, part("1"));
  expect(get(jane)).toMatchObject({ texts: part("1"), hasFailed: false });
  expect(bugs).toEqual([]);
});

it("keeps the known texts where a later question fails", async () => {
  const { peeks, get, answer } = setUp();
  peeks.open(jane);
  await answer(0, part("1"));
  peeks.follow([{ ...jane, unread: 2 }]);
  await answer(1, new RequestFailed("failed"));
  expect(get(jane)).toMatchObject({ texts: part("1"), hasFailed: true });
});

it("reports a bug, and does not stay loading for ever", async () => {
  const { peeks, get, bugs, answer } = setUp();
  const bug = new TypeError("no text");
  peeks.open(jane);
  await answer(0, bug);
  expect([bugs, get(jane)?.hasFailed]).toEqual([[bug], true]);
});

it("forgets what is closed: an answer that comes later opens nothing", async () => {
  const { peeks, get, asked, answer } = setUp();
  peeks.open(jane);
  peeks.close(jane.id);
  await answer(0, part("1"));
  expect(get(jane)).toBeNull();
  peeks.open(jane);
  expect([get(jane)?.texts, asked.length]).toEqual([null, 2]);
});

it("closes the one that was opened last first, and says when there is none", () => {
  const { peeks, get } = setUp();
  peeks.open(jane);
  peeks.open(omar);
  expect(peeks.closeLast()).toBe(true);
  expect([get(omar), get(jane) !== null]).toEqual([null, true]);
  expect([peeks.closeLast(), peeks.closeLast()]).toEqual([true, false]);
});

it("closes what has left the list", () => {
  const { peeks, get } = setUp();
  peeks.open(jane);
  peeks.open(omar);
  peeks.follow([omar]);
  expect([get(jane), get(omar) !== null]).toEqual([null, true]);
});

it("tells its listeners of each change, and leaves the others' objects as they are", async () => {
  const { peeks, get, answer } = setUp();
  let told = 0;
  const stop = peeks.subscribe(() => (told += 1));
  peeks.open(jane);
  const janes = get(jane);
  const before = told;
  peeks.open(omar);
  await answer(1, part("1"));
  expect(told).toBeGreaterThan(before);
  expect(get(jane)).toBe(janes);
  stop();
});
