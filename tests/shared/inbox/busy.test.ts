/** The server asks to be left alone, in answer to whatever one tab has asked: no tab of this browser asks it of its own accord meanwhile. */
import { createClient } from "../../../shared/dataverse/client";
import { heedBusy } from "../../../shared/dataverse/heedBusy";
import { RequestFailed } from "../../../shared/domain/failure";
import { createRefresher } from "../../../shared/inbox/refresher";
import { MINUTE } from "../sessions";
import { createWorld } from "./laboratory";
import { jane, openTab } from "./openTab";
import { createServer } from "./server";

/** Two tabs of Ben's. In the first one the server has just asked to be left alone for a minute. */
async function twoTabs() {
  const world = createWorld();
  const server = createServer(jane);
  const [first, other] = [await openTab(server, world), await openTab(server, world)];
  await world.advance(10_000);
  server.calls.length = 0;
  first.inbox.leaveAlone(MINUTE);
  return { world, server, first, other };
}

it.each(["first", "other"] as const)(
  "no list is asked for meanwhile, whatever happens in the %s tab, and one for both afterwards",
  async (which) => {
    const { world, server, ...tabs } = await twoTabs();
    const { inbox, tab } = tabs[which];
    inbox.navigated("history");
    inbox.retry();
    tab.hide();
    tab.show();
    await world.advance(MINUTE - 1);
    expect(server.calls).toEqual([]);
    await world.advance(MINUTE / 2);
    expect(server.calls).toEqual(["readInbox"]);
  },
);

it("previews wait, and come with the next list", async () => {
  const { world, server, other } = await twoTabs();
  other.inbox.setPanelOpen(true);
  other.inbox.wantPreviews([jane.id]);
  await world.advance(MINUTE - 1);
  expect(server.calls).toEqual([]);
  await world.advance(MINUTE / 2);
  expect(server.calls).toEqual(["readInbox", "readPreviews"]);
});

it("what the agent presses is sent all the same: no action is lost", async () => {
  const { server, other } = await twoTabs();
  await other.inbox.perform("dismiss", jane.id);
  expect(server.calls).toContain("writeDismissal");
  expect(other.shown()).toEqual([]);
});

it("a longer wait is not cut short by a shorter one, nor by an answer that was on its way", async () => {
  const { world, server, first, other } = await twoTabs();
  other.inbox.leaveAlone(1_000);
  await world.advance(2_000);
  first.inbox.navigated("history");
  await world.advance(MINUTE - 2_001);
  expect(server.calls).toEqual([]);
});

it("after a failure that all tabs have met, one of them tries again for all", async () => {
  const world = createWorld();
  const asked: number[] = [];
  let lastReadingAt: number | null = null;
  let isDown = true;
  for (const browser of [world.tab(), world.tab(), world.tab()]) {
    createRefresher({
      browser,
      interval: () => MINUTE,
      alertsWhileHidden: () => false,
      lastReadingAt: () => lastReadingAt,
      run() {
        asked.push(browser.now());
        if (isDown) return Promise.reject(new RequestFailed("failed"));
        lastReadingAt = browser.now();
        return Promise.resolve();
      },
    }).request("launch");
  }
  await world.settle();
  isDown = false;
  await world.advance(20_000);
  expect(asked).toEqual([0, 0, 0, 1_501]);
});

it.each([
  [429, "7", [7_000]],
  [503, "7", [7_000]],
  [503, null, []],
  [429, null, []],
] as const)("is heard from any answer that says for how long: %d, Retry-After %s", async (status, seconds, expected) => {
  const heard: number[] = [];
  const answer = () => Promise.resolve(new Response("{}", { status, headers: seconds ? { "Retry-After": seconds } : {} }));
  const client = heedBusy(createClient(answer), (ms) => heard.push(ms));
  await expect(client({ method: "GET", path: "msgn_messages" })).rejects.toThrow(RequestFailed);
  expect(heard).toEqual(expected);
});
