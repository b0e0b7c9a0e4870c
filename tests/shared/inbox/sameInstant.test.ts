/** A list that was asked for in the very millisecond in which an action came through: nobody can tell which was first. */
import { jane, setUp } from "./openTab";

it("does not show a dismissed session again for a list that was sent in the very instant of its dismissal", async () => {
  const { inbox, server, unread, world } = await setUp(jane);
  await world.advance(5_000);
  let answer = () => {};
  server.after = (call) => (call === "readInbox" ? new Promise<void>((resolve) => (answer = resolve)) : undefined);
  inbox.navigated("history");
  await world.settle();
  server.after = () => undefined;
  await inbox.perform("dismiss", jane.id);
  const seen: (number | null)[] = [];
  inbox.subscribe(() => seen.push(unread()));
  answer();
  await world.settle();
  expect(new Set(seen)).toEqual(new Set([0]));
});
