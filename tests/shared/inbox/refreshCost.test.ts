/** What of the list is made anew by a refresh: nothing but what changed. How long it takes is told by `npm run bench -- refresh`. */
import type { InboxSession } from "../../../shared/domain/session";
import { ben, MINUTE, NOON, session } from "../sessions";
import { setUp } from "./openTab";

const SESSIONS = 10_000;

const numbered = (at: number): InboxSession => {
  const end = String(at).padStart(12, "0");
  const kinds = [{}, { status: "accepted", owner: ben }, { dismissal: { upTo: NOON, count: 9 } }] as const;
  return session({
    id: `50000000-0000-0000-0000-${end}`,
    contactNumberId: `c0000000-0000-0000-0000-${end}`,
    newestUnreadAt: NOON - 5 * MINUTE - at,
    ...kinds[at % kinds.length],
  });
};

/** Ben's tab with its list. The server answers each question with new objects; `refresh` says how many of the list are other objects than before. */
async function open() {
  const sessions = Array.from({ length: SESSIONS }, (_, at) => numbered(at));
  const { inbox, world, server } = await setUp(...sessions);
  return {
    inbox,
    server,
    sessions,
    async refresh() {
      const before = inbox.getSnapshot();
      const known = new Set<unknown>([...before.notifications, ...before.dismissed]);
      await world.advance(3_000);
      inbox.navigated("history");
      await world.settle();
      const after = inbox.getSnapshot();
      return {
        made: [...after.notifications, ...after.dismissed].filter((one) => !known.has(one)).length,
        isSameList: after.notifications === before.notifications,
        isSameDismissed: after.dismissed === before.dismissed,
        isSameSnapshot: after === before,
      };
    },
  };
}

it("is the same snapshot, lists and conversations where the answer brings nothing new", async () => {
  const { inbox, refresh } = await open();
  expect(inbox.getSnapshot().notifications.length + inbox.getSnapshot().dismissed.length).toBe(SESSIONS);
  expect(await refresh()).toEqual({ made: 0, isSameList: true, isSameDismissed: true, isSameSnapshot: true });
});

it("makes one notification anew for one new message, and leaves the other list alone", async () => {
  const { sessions, server, refresh } = await open();
  const [written] = sessions;
  if (!written) throw new Error("There is no conversation.");
  server.sessions.set(written.id, { ...written, unread: 2, newestUnreadAt: NOON });
  expect(await refresh()).toEqual({ made: 1, isSameList: false, isSameDismissed: true, isSameSnapshot: false });
});

it("takes one conversation off the list for one that was read, and makes none anew", async () => {
  const { inbox, sessions, server, refresh } = await open();
  server.sessions.delete(sessions[0]?.id ?? "");
  const { length } = inbox.getSnapshot().notifications;
  expect(await refresh()).toEqual({ made: 0, isSameList: false, isSameDismissed: true, isSameSnapshot: false });
  expect(inbox.getSnapshot().notifications).toHaveLength(length - 1);
});

it("goes through no list where the panel is opened or closed", async () => {
  const { inbox } = await open();
  const { notifications, dismissed } = inbox.getSnapshot();
  const sort = jest.spyOn(Array.prototype, "sort");
  inbox.setPanelOpen(true);
  const { panelOpen, ...shown } = inbox.getSnapshot();
  const sorted = sort.mock.calls.length;
  sort.mockRestore();
  expect({ panelOpen, sorted }).toEqual({ panelOpen: true, sorted: 0 });
  expect([shown.notifications === notifications, shown.dismissed === dismissed]).toEqual([true, true]);
});
