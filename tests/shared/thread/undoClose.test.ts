/** What closing has done is taken back for ten seconds. In front of the sandbox's Dataverse. */
import { openThread } from "./openThread";
import type { OpenThread } from "./openThread";
import { NUMBER, setThreadScene } from "./threadScene";

const scene = setThreadScene();

const row = (session: string) => scene.dataverse.system("GET", `msgn_sessions(${session})`);
const kinds = () => scene.dataverse.rows("msgn_sessionevents?$orderby=createdon").map((event) => event["msgn_kind"]);
const noticesOf = ({ thread }: OpenThread) => thread.getSnapshot().notices.map(({ kind, by, canUndo }) => [kind, by, canUndo]);

async function close(wrap?: Parameters<typeof openThread>[3]) {
  const session = scene.history(2);
  const before = row(session);
  const open = await openThread(scene.dataverse, "ana", session, wrap);
  await open.thread.perform("close");
  await open.pass(0);
  expect(row(session)["statecode"]).toBe(1);
  const undo = async () => {
    await open.pass(2_000);
    await open.thread.undo(open.thread.getSnapshot().notices[0]?.id ?? 0);
    await open.pass(0);
  };
  return { ...open, session, before, undo };
}

it("Undo opens the conversation again: state, owner and what was unread are as they were, and an event says so", async () => {
  const open = await close();
  expect([scene.unread(), noticesOf(open)]).toEqual([0, [["closed", "", true]]]);
  await open.undo();
  const { statecode, msgn_sessionstatus, _ownerid_value, msgn_acceptedon } = open.before;
  expect(row(open.session)).toMatchObject({ statecode, msgn_sessionstatus, _ownerid_value });
  expect(row(open.session)["msgn_acceptedon"]).toBe(msgn_acceptedon);
  expect([scene.unread(), kinds(), noticesOf(open)]).toEqual([2, [864500003, 864500004], []]);
  expect(open.thread.getSnapshot()).toMatchObject({ actions: ["give", "close"], closedBecause: null });
  expect(open.thread.getSnapshot().events.map(({ kind }) => kind)).toEqual(["closed", "reopened"]);
});

it("Undo is there for ten seconds", async () => {
  const open = await close();
  await open.pass(9_900);
  expect(noticesOf(open)).toHaveLength(1);
  await open.pass(200);
  expect(noticesOf(open)).toEqual([]);
});

it("Undo changes nothing where a colleague has changed the conversation since, and says so", async () => {
  const open = await close();
  scene.dataverse.system("PATCH", `msgn_sessions(${open.session})`, { statecode: 0, statuscode: 1, ...scene.ownedBy("ben").session });
  await open.undo();
  expect(row(open.session)).toMatchObject({ statecode: 0, _ownerid_value: scene.dataverse.idOf("ben") });
  expect([noticesOf(open), kinds()]).toEqual([[["changed", "", false]], [864500003]]);
});

it("has nothing more to do where the customer has opened it again by a text", async () => {
  const open = await close();
  scene.dataverse.system("PATCH", `msgn_sessions(${open.session})`, { statecode: 0, statuscode: 1 });
  scene.dataverse.text(NUMBER);
  await open.undo();
  expect([row(open.session)["statecode"], noticesOf(open)]).toEqual([0, []]);
});

it("can be undone also where only the answer to the closing was lost", async () => {
  let isLost = false;
  const open = await close((fetch) => async (url, init) => {
    const answer = await fetch(url, init);
    if (isLost || !url.endsWith("$batch")) return answer;
    isLost = true;
    throw new TypeError("Failed to fetch");
  });
  await open.undo();
  expect([row(open.session)["statecode"], scene.unread(), kinds()]).toEqual([0, 2, [864500003, 864500004]]);
});

it("offers no Undo of what somebody else has closed", async () => {
  const session = scene.history(1);
  const open = await openThread(scene.dataverse, "ana", session);
  scene.dataverse.system("PATCH", `msgn_sessions(${session})`, { statecode: 1, statuscode: 2 });
  await open.thread.perform("close");
  await open.pass(0);
  expect(noticesOf(open)).toEqual([]);
});
