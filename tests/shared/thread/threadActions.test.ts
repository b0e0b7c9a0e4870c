/** What the rules offer on a conversation, done in its thread; taken back; and told. In front of the sandbox's Dataverse. */
import type { Fetch } from "../../../shared/dataverse/client";
import { openThread } from "./openThread";
import type { OpenThread } from "./openThread";
import { NUMBER, setThreadScene } from "./threadScene";

const scene = setThreadScene();
const MONTH = 30 * 24 * 60 * 60_000;

const noticesOf = ({ thread }: OpenThread) => thread.getSnapshot().notices.map(({ kind, subject, canUndo }) => [kind, subject, canUndo]);
const noticeIdOf = ({ thread }: OpenThread) => thread.getSnapshot().notices[0]?.id ?? Number.NaN;
const row = (session: string) => scene.dataverse.system("GET", `msgn_sessions(${session})`);

/** A conversation that nobody has accepted, opened by Ben. */
async function openNew(wrap?: (fetch: Fetch) => Fetch) {
  const session = scene.dataverse.text(NUMBER);
  return { session, open: await openThread(scene.dataverse, "ben", session, wrap) };
}

it("is the agent's at once when accepted, can be given back, and is new again then", async () => {
  const { session, open } = await openNew();
  const before = row(session);
  await open.thread.perform("accept");
  await open.pass(0);
  expect(open.thread.getSnapshot()).toMatchObject({ isMine: true, actions: ["give", "close"], closedBecause: null, pending: null });
  expect([noticesOf(open), row(session)["_ownerid_value"]]).toEqual([[["accepted", NUMBER, true]], scene.dataverse.idOf("ben")]);
  await open.thread.undo(noticeIdOf(open));
  await open.pass(0);
  expect([noticesOf(open), row(session)["_ownerid_value"]]).toEqual([[], before["_ownerid_value"]]);
  expect(open.thread.getSnapshot()).toMatchObject({ isMine: false, actions: ["accept", "dismiss", "block"], closedBecause: "notAccepted" });
});

it("says what is under way until the server has answered", async () => {
  const { open } = await openNew();
  const accepting = open.thread.perform("accept");
  expect(open.thread.getSnapshot().pending).toBe("accept");
  await accepting;
  expect(open.thread.getSnapshot().pending).toBeNull();
});

it("is dismissed where only the answer was lost: the server is asked, and the agent reads of no failure", async () => {
  let isLost = false;
  const { open } = await openNew((fetch) => async (url, init) => {
    const answer = await fetch(url, init);
    if (isLost || (init.method ?? "GET") === "GET" || !url.includes("msgn_dismissals")) return answer;
    isLost = true;
    throw new TypeError("cut");
  });
  await open.thread.perform("dismiss");
  await open.pass(0);
  expect([isLost, noticesOf(open)]).toEqual([true, [["dismissed", NUMBER, true]]]);
  expect(scene.dataverse.rows("msgn_dismissals")).toHaveLength(1);
  expect(open.thread.getSnapshot().actions).toEqual([]);
});

it("blocks the number as it was asked for, and not for ever where a length was chosen", async () => {
  const { open } = await openNew();
  await open.thread.perform("block", { reason: "Spam", length: MONTH });
  await open.pass(0);
  expect(scene.dataverse.rows("msgn_contactnumbers")).toMatchObject([
    { statecode: 1, msgn_blockreason: "Spam", msgn_blockeduntil: new Date(scene.dataverse.now + MONTH).toISOString().replace(".000", "") },
  ]);
  expect(open.thread.getSnapshot()).toMatchObject({ actions: ["unblock"], closedBecause: "blocked" });
});

it("does nothing to a conversation whose number was blocked while the agent was being asked, and says with whom it was", async () => {
  const { session, open } = await openNew();
  await open.thread.perform("block", { reason: "", length: null });
  await open.pass(0);
  await open.thread.perform("accept");
  expect(noticesOf(open)).toEqual([
    ["blocked", NUMBER, true],
    ["changed", NUMBER, false],
  ]);
  expect(row(session)["msgn_sessionstatus"]).toBe(864500000);
});

describe("a notice", () => {
  async function openWithNotice() {
    const { open } = await openNew();
    await open.thread.perform("dismiss");
    await open.pass(0);
    expect(noticesOf(open)).toHaveLength(1);
    return open;
  }

  it("goes by itself after ten seconds", async () => {
    const open = await openWithNotice();
    await open.pass(10_000);
    expect(noticesOf(open)).toEqual([]);
  });

  it("stays while the agent is at it, and goes ten seconds after they have left it", async () => {
    const open = await openWithNotice();
    open.thread.holdNotice(noticeIdOf(open), true);
    await open.pass(30_000);
    expect(noticesOf(open)).toHaveLength(1);
    open.thread.holdNotice(noticeIdOf(open), false);
    await open.pass(9_000);
    expect(noticesOf(open)).toHaveLength(1);
    await open.pass(1_000);
    expect(noticesOf(open)).toEqual([]);
  });

  it("goes at once when the agent has read it", async () => {
    const open = await openWithNotice();
    open.thread.closeNotice(noticeIdOf(open));
    expect(noticesOf(open)).toEqual([]);
  });
});
