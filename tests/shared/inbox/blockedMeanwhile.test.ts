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
