/** A bug in the product is reported, and takes nothing away from the agent. In front of the sandbox's Dataverse. */
import { takeReports } from "../inbox/laboratory";
import { openThread } from "./openThread";
import { idsOf, setThreadScene, textsOf } from "./threadScene";

const scene = setThreadScene();
const bug = new TypeError("a bug");
const fail = () => Promise.reject(bug);

describe("a bug", () => {
  it("in what makes the screen leaves the last good screen", async () => {
    let isBroken = false;
    const { thread, pass } = await openThread(scene.dataverse, "ben", scene.history(1), undefined, () => ({
      readEvents: () => Promise.resolve(isBroken ? [null as never] : []),
    }));
    const before = thread.getSnapshot();
    isBroken = true;
    scene.dataverse.system("PATCH", `msgn_sessions(${before.head?.session.id ?? ""})`, { msgn_name: "Another name" });
    thread.retry();
    await pass(0);
    expect(thread.getSnapshot()).toBe(before);
    expect(takeReports()).toEqual([expect.any(TypeError)]);
  });

  it("in what makes the screen of the first answer leaves the one of the beginning", async () => {
    const { thread } = await openThread(scene.dataverse, "ben", scene.history(1), undefined, () => ({
      readEvents: () => Promise.resolve([null as never]),
    }));
    expect(thread.getSnapshot()).toMatchObject({ phase: "loading", messages: [] });
    expect(takeReports()).toEqual([expect.any(TypeError)]);
  });

  it("in what reads is no problem of the server's: the agent is told of none, and the texts stay", async () => {
    let isBroken = false;
    const { thread, pass } = await openThread(scene.dataverse, "ben", scene.history(2), undefined, (real) => ({
      readHead: (id, mayBeNew) => (isBroken ? fail() : real.readHead(id, mayBeNew)),
    }));
    const before = thread.getSnapshot();
    isBroken = true;
    thread.retry();
    await pass(0);
    expect(thread.getSnapshot()).toBe(before);
    expect(takeReports()).toEqual([bug]);
  });

  it("in what loads older texts says that they could not be loaded, and they can be asked for again", async () => {
    const id = scene.history(60);
    scene.readAll();
    let isBroken = true;
    const { thread, pass } = await openThread(scene.dataverse, "ben", id, undefined, (real) => ({
      readTexts: (session, from, most) => (from && isBroken ? fail() : real.readTexts(session, from, most)),
    }));
    thread.loadOlder();
    await pass(0);
    expect([thread.getSnapshot().older, takeReports()]).toEqual(["failed", [bug]]);
    isBroken = false;
    thread.loadOlder();
    await pass(0);
    expect(textsOf(thread.getSnapshot())).toHaveLength(40);
  });

  it("in what marks leaves the texts unread, and they are marked with the next refresh", async () => {
    let isBroken = true;
    const { thread, pass } = await openThread(scene.dataverse, "ana", scene.history(1), undefined, (real) => ({
      markRead: (session, ids) => (isBroken ? fail() : real.markRead(session, ids)),
    }));
    thread.inView(idsOf(thread.getSnapshot()));
    await pass(400);
    expect([scene.unread(), takeReports()]).toEqual([1, [bug]]);
    isBroken = false;
    thread.retry();
    await pass(0);
    expect(scene.unread()).toBe(0);
  });
});
