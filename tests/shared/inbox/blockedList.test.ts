import { RequestFailed } from "../../../shared/domain/failure";
import type { NumberBlock } from "../../../shared/domain/numberBlock";
import { numberBlock } from "../sessions";
import { number, setUp } from "./blockedScene";

it("reads nothing before it is looked at, then one page, and the next when it is wanted: no number comes twice", async () => {
  const { list, asked, give, ids } = setUp();
  expect([asked, list.get().rows]).toEqual([[], null]);
  list.search("");
  await give(0, [number(1), number(2)], true);
  list.more();
  await give(1, [number(2), number(3)]);
  expect(asked).toEqual([
    ["", 1],
    ["", 2],
  ]);
  expect([ids(), list.get().hasMore]).toEqual([["n1", "n2", "n3"], false]);
});

it("passes over the answer to what the agent looks for no more", async () => {
  const { list, give, ids } = setUp();
  list.search("a");
  list.search("ab");
  await give(1, [number(2)]);
  await give(0, [number(1)]);
  expect(ids()).toEqual(["n2"]);
});

it("says why it could not be read, keeps what was read, and reads that page again", async () => {
  const { list, asked, give, refuse, ids } = setUp();
  list.search("");
  await give(0, [number(1)], true);
  list.more();
  await refuse(1, new RequestFailed("offline"));
  expect([ids(), list.get().problem, list.get().isLoading]).toEqual([["n1"], "unreachable", false]);
  list.more();
  await give(2, [number(2)]);
  expect([ids(), list.get().problem, asked.at(-1)]).toEqual([["n1", "n2"], null, ["", 2]]);
});

it("unblocks a number in its place, and blocks it again as it was", async () => {
  const { list, asked, changed, give, settle, ids } = setUp();
  list.search("");
  await give(0, [number(1), number(2)]);
  list.toggle("n1");
  expect(list.get().rows?.[0]?.isPending).toBe(true);
  // Pressed twice is pressed once.
  list.toggle("n1");
  await settle();
  expect([ids(), list.get().rows?.[0]?.isUnblocked, list.get().rows?.[1]?.isUnblocked]).toEqual([["n1", "n2"], true, false]);
  list.toggle("n1");
  await settle();
  expect(asked.slice(1)).toEqual([
    ["n1", null, 'W/"1"'],
    ["n1", number(1).block, 'W/"9"'],
  ]);
  expect([list.get().rows?.[0]?.isUnblocked, changed]).toEqual([false, ["n1", "n1"]]);
});

it.each([
  ["stale", "changed"],
  ["gone", "changed"],
  ["denied", "denied"],
  ["offline", "unreachable"],
  ["signin", "signin"],
  ["throttled", "failed"],
  ["failed", "failed"],
] as const)("says at the number why it was not unblocked: %s", async (kind, failure) => {
  const { list, give, settle, writeBy, changed, reports } = setUp();
  list.search("");
  await give(0, [number(1)]);
  writeBy(() => Promise.reject(new RequestFailed(kind)));
  list.toggle("n1");
  await settle();
  expect(list.get().rows?.[0]).toMatchObject({ failure, isUnblocked: false, isPending: false });
  // The number was looked up, and is blocked: nothing is told that is not so.
  expect([changed, reports]).toEqual([[], []]);
});

it.each(["offline", "stale"] as const)(
  "looks the number up after %s: one that is unblocked counts as done, and can be blocked again",
  async (kind) => {
    const { list, asked, give, settle, writeBy, note, changed } = setUp();
    list.search("");
    await give(0, [number(1)]);
    note(null);
    writeBy(() => Promise.reject(new RequestFailed(kind, { mayBeDone: kind === "offline" })));
    list.toggle("n1");
    await settle();
    expect(list.get().rows?.[0]).toMatchObject({ failure: null, isUnblocked: true, isPending: false });
    expect(changed).toEqual(["n1"]);
    list.toggle("n1");
    await settle();
    expect(asked.at(-1)).toEqual(["n1", number(1).block, 'W/"8"']);
  },
);

describe("a number that is to be blocked again", () => {
  /** One that was unblocked here, and whose next write gets no answer. */
  async function unblocked(found: NumberBlock | null | "no answer") {
    const list = setUp();
    list.list.search("");
    await list.give(0, [number(1)]);
    list.list.toggle("n1");
    await list.settle();
    list.note(found);
    list.writeBy(() => Promise.reject(new RequestFailed("offline", { mayBeDone: true })));
    list.list.toggle("n1");
    await list.settle();
    return list;
  }
  const theFirst = (list: ReturnType<typeof setUp>["list"]) => list.get().rows?.[0];

  it("is, where only the answer was lost: the number is looked up", async () => {
    const { list, changed, asked, settle } = await unblocked(number(1).block);
    expect(theFirst(list)).toMatchObject({ failure: null, isUnblocked: false, isPending: false });
    expect(changed).toEqual(["n1", "n1"]);
    list.toggle("n1");
    await settle();
    expect(asked.at(-1)).toEqual(["n1", null, 'W/"8"']);
  });

  it.each([
    ["is not, where the write did not arrive", null, "unreachable"],
    ["is not as it was, where a colleague has blocked it in another way", numberBlock({ by: "somebody" }), "changed"],
    ["is nobody knows what, where it cannot be looked up either", "no answer", "unanswered"],
  ] as const)("%s", async (_, found, failure) => {
    const { list, changed } = await unblocked(found);
    expect(theFirst(list)).toMatchObject({ failure, isUnblocked: true, isPending: false });
    expect(changed).toEqual(["n1"]);
  });
});

it("says that nobody knows where a write got no answer, and that nothing was sent where there is no network", async () => {
  const { list, give, settle, writeBy, asked, goOffline, note } = setUp();
  note("no answer");
  list.search("");
  await give(0, [number(1)]);
  writeBy(() => Promise.reject(new RequestFailed("offline", { mayBeDone: true })));
  list.toggle("n1");
  await settle();
  expect(list.get().rows?.[0]?.failure).toBe("unanswered");
  goOffline();
  asked.length = 0;
  list.toggle("n1");
  await settle();
  expect([list.get().rows?.[0]?.failure, asked]).toEqual(["notSent", []]);
});

it("reports a bug, and says that it could not be done", async () => {
  const { list, give, refuse, settle, writeBy, reports } = setUp();
  const bug = new TypeError("bug");
  list.search("");
  await give(0, [number(1)]);
  writeBy(() => Promise.reject(bug));
  list.toggle("n1");
  await settle();
  list.search("x");
  await refuse(1, bug);
  expect([list.get().rows?.[0]?.failure, list.get().problem, reports]).toEqual(["failed", "failed", [bug, bug]]);
});
