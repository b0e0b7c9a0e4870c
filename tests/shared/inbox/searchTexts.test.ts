/** The texts that a search looks into: asked for as seldom as possible, and never twice in vain. */
import { RequestFailed } from "../../../shared/domain/failure";
import { createSearchTexts } from "../../../shared/inbox/searchTexts";
import { buildNotification, NOW } from "../../NotificationPanel/fixtures";

const line = (id: string, preview: string | null = null, newestUnreadAt = NOW) =>
  buildNotification({ preview, session: { id, newestUnreadAt } });
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Texts of a server that has those of all sessions but `lost`. */
function setUp() {
  const asked: string[][] = [];
  const bugs: unknown[] = [];
  const world = { now: 0, fails: null as Error | null };
  const texts = createSearchTexts(
    {
      readNewestTexts(sessions) {
        asked.push(sessions.map(({ id }) => id));
        if (world.fails) return Promise.reject(world.fails);
        return Promise.resolve(new Map(sessions.filter(({ id }) => id !== "lost").map(({ id }) => [id, `text of ${id}`])));
      },
    },
    () => world.now,
    (bug) => bugs.push(bug),
  );
  const want = async (lines: Parameters<typeof texts.want>[0], isNew = true) => {
    texts.want(lines, isNew);
    await settled();
    return asked.splice(0);
  };
  return { texts, world, want, asked, bugs };
}

it("are asked for where no card has them, all with one question", async () => {
  const { texts, want } = setUp();
  expect(await want([line("a"), line("b", "known"), line("c")])).toEqual([["a", "c"]]);
  expect([...texts.get().texts]).toEqual([
    ["a", { at: NOW, text: "text of a" }],
    ["c", { at: NOW, text: "text of c" }],
  ]);
});

it("are not asked for again, also where the server did not have them", async () => {
  const { want } = setUp();
  await want([line("a"), line("lost")]);
  expect(await want([line("a"), line("lost")])).toEqual([]);
});

it("are asked for again where a newer message came: at once by a new search, in the middle of one after a while", async () => {
  const { want, world } = setUp();
  await want([line("a"), line("lost")]);
  world.now = 29_000;
  expect(await want([line("a", null, NOW + 1)], false)).toEqual([]);
  expect(await want([line("a", null, NOW + 1), line("lost")], true)).toEqual([["a"]]);
  world.now = 60_000;
  expect(await want([line("a", null, NOW + 2)], false)).toEqual([["a"]]);
});

it("say that they are on their way, and are not asked for a second time meanwhile; then the latest wish is asked for", async () => {
  const { texts, want, asked } = setUp();
  texts.want([line("a")], true);
  texts.want([line("a"), line("b")], true);
  texts.want([line("a"), line("c")], false);
  expect([texts.get().isLoading, asked]).toEqual([true, [["a"]]]);
  await settled();
  expect([texts.get().isLoading, asked.splice(0)]).toEqual([false, [["a"], ["c"]]]);
  expect([...texts.get().texts.keys()]).toEqual(["a", "c"]);
  // Once.
  expect(await want([line("a"), line("c")])).toEqual([]);
});

it("are asked for by a search that began while a question was under way that fails", async () => {
  const { texts, world, asked } = setUp();
  world.fails = new RequestFailed("offline");
  texts.want([line("a")], true);
  world.fails = null;
  texts.want([line("b")], true);
  await settled();
  expect([asked, [...texts.get().texts.keys()]]).toEqual([[["a"], ["b"]], ["b"]]);
});

it("are not asked for once more by what has merely changed while the question was under way", async () => {
  const { texts, asked } = setUp();
  texts.want([line("a")], true);
  texts.want([line("a"), line("b")], false);
  await settled();
  expect(asked).toEqual([["a"]]);
});

it("are asked for again by the next search where the question failed; a bug is reported", async () => {
  const { texts, want, world, bugs } = setUp();
  world.fails = new RequestFailed("throttled");
  await want([line("a")]);
  expect([texts.get(), bugs]).toEqual([{ texts: new Map(), isLoading: false }, []]);
  world.fails = new TypeError("bug");
  expect([await want([line("a")]), bugs]).toEqual([[["a"]], [world.fails]]);
});
