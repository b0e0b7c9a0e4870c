/** The list of blocked numbers, where the agent has blocked one since it was read. */
import { RequestFailed } from "../../../shared/domain/failure";
import { number, setUp } from "./blockedScene";

it("shows first what has been blocked meanwhile, and leaves the rest as it is", async () => {
  const { list, asked, give, refuse, settle, ids } = setUp();
  list.search("");
  await give(0, [number(1), number(2)], true);
  list.toggle("n1");
  await settle();
  const before = list.get().rows;
  list.renew();
  await refuse(1, new RequestFailed("failed"));
  expect([ids(), list.get().problem]).toEqual([["n1", "n2"], "failed"]);
  // Retry reads what could not be read, not what comes after it.
  list.more();
  await give(2, [number(3), number(2)]);
  expect([ids(), list.get().hasMore, list.get().problem]).toEqual([["n3", "n1", "n2"], true, null]);
  expect(list.get().rows?.slice(1)).toEqual(before);
  list.more();
  expect(asked.slice(-2)).toEqual([
    ["", 1],
    ["", 2],
  ]);
});

it("shows nothing of earlier words where a number has been blocked before these are found", async () => {
  const { list, give, ids } = setUp();
  list.search("");
  await give(0, [number(1)]);
  list.search("b");
  list.renew();
  await give(2, [number(2)], true);
  expect([ids(), list.get().hasMore]).toEqual([["n2"], true]);
});

it("does not put a number on top that was blocked before the others, and only comes onto the page because others have left it", async () => {
  const { list, give, ids } = setUp();
  list.search("");
  await give(0, [number(5), number(4)], true);
  list.renew();
  await give(1, [number(6), number(4), number(3)], true);
  expect(ids()).toEqual(["n6", "n5", "n4"]);
});

it("reads on first where the next page is on its way", async () => {
  const { list, asked, give, ids } = setUp();
  list.search("");
  await give(0, [number(5)], true);
  list.more();
  list.renew();
  await give(1, [number(4)]);
  expect(asked.at(-1)).toEqual(["", 1]);
  await give(2, [number(6), number(5)]);
  expect([ids(), list.get().hasMore, list.get().isLoading]).toEqual([["n6", "n5", "n4"], false, false]);
});
