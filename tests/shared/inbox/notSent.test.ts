/** Without a network: what was not sent is called not sent, and what may have been done is not called undone. */
import { RequestFailed } from "../../../shared/domain/failure";
import type { Call } from "./server";
import { jane, omar, setUp } from "./openTab";
import type { Server } from "./server";

const ACTIONS = ["accept", "dismiss", "block", "view"] as const;
const last = (notices: () => readonly { readonly kind: string }[]) => notices()[notices().length - 1]?.kind;

/** From the first call of this kind on nothing is answered: that one is carried out or not, but nobody hears of it. */
function cutFrom(server: Server, first: Call): void {
  let isCut = false;
  server.after = (call) => {
    if (call === first) isCut = true;
    if (isCut) throw new RequestFailed("offline", { mayBeDone: !call.startsWith("read") });
  };
}

it.each(ACTIONS)("says that %s was not sent, asks nothing, and leaves the notification as it was", async (action) => {
  const { inbox, tab, server, world, notices, shown, opened } = await setUp(jane);
  tab.goOffline();
  server.calls.length = 0;
  await inbox.perform(action, jane.id);
  await world.settle();
  expect(notices()).toEqual([expect.objectContaining({ kind: "notSent", subject: "Jane Doe", canUndo: false })]);
  expect([server.calls, opened, shown()]).toEqual([[], [], [jane.phoneNumber]]);
  expect(inbox.getSnapshot().notifications[0]?.pending).toBeNull();
});

it("says that an undo was not sent, and keeps it", async () => {
  const { inbox, tab, server, notices, world } = await setUp(jane);
  await inbox.perform("dismiss", jane.id);
  await world.settle();
  tab.goOffline();
  server.calls.length = 0;
  await inbox.undo(notices()[0]?.id ?? 0);
  expect(server.calls).toEqual([]);
  expect(notices().map(({ kind, canUndo }) => [kind, canUndo])).toEqual([
    ["dismissed", true],
    ["notSent", false],
  ]);
});

it.each([
  ["accept", "readSession"],
  ["dismiss", "writeDismissal"],
  ["block", "readContactNumber"],
] as const)("says that nothing was done where %s ended before it was written, and why", async (action, call) => {
  const { inbox, server, tab, world, notices } = await setUp(jane, omar);
  server.before = (asked) => {
    if (asked === call) throw new RequestFailed("offline");
  };
  await inbox.perform(action, jane.id);
  expect(last(notices)).toBe("unreachable");
  // The network goes away in the middle of the next one.
  server.before = (asked) => {
    if (asked !== call) return;
    tab.goOffline();
    throw new RequestFailed("offline");
  };
  await world.settle();
  await inbox.perform(action, omar.id);
  expect(last(notices)).toBe("notSent");
});

it.each([
  ["accept", "claim"],
  ["dismiss", "writeDismissal"],
  ["block", "setBlocked"],
] as const)(
  "says that nobody knows whether %s was done where its answer was lost, and the server is silent since",
  async (action, call) => {
    const { inbox, server, notices } = await setUp(jane);
    cutFrom(server, call);
    await inbox.perform(action, jane.id);
    expect(last(notices)).toBe("unanswered");
  },
);

it.each([
  ["accept", "claim"],
  ["dismiss", "writeDismissal"],
  ["block", "setBlocked"],
] as const)("says that %s was not done where the server says so after its answer was lost", async (action, call) => {
  const { inbox, server, notices } = await setUp(jane);
  server.before = (asked) => {
    if (asked === call) throw new RequestFailed("offline", { mayBeDone: true });
  };
  await inbox.perform(action, jane.id);
  expect(last(notices)).toBe("unreachable");
});

it("says that nobody knows whether it was taken back where the answer of an undo was lost", async () => {
  const { inbox, server, notices, world } = await setUp(jane);
  await inbox.perform("block", jane.id);
  await world.settle();
  cutFrom(server, "setBlocked");
  await inbox.undo(notices()[0]?.id ?? 0);
  expect(notices().map(({ kind, canUndo }) => [kind, canUndo])).toEqual([
    ["blocked", true],
    ["unanswered", false],
  ]);
});
