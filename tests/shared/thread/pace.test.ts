/** How often an open conversation asks the server, and for what. In front of the sandbox's Dataverse. */
import { openThread } from "./openThread";
import type { OpenThread } from "./openThread";
import { NUMBER, setThreadScene, textsOf } from "./threadScene";

const scene = setThreadScene();

const MINUTE = 60_000;
const TEXTS = /msgn_messages\?\$select=msgn_direction/;
const HEAD = /msgn_sessions\(/;

/** How often something was asked for, in so much time (ms). */
async function askedIn({ pass }: OpenThread, ms: number, what: RegExp): Promise<number> {
  scene.dataverse.asked.length = 0;
  await pass(ms);
  return scene.dataverse.asked.filter((asked) => what.test(asked)).length;
}

/** The configuration record says: nothing is asked in the background. */
const wantNoQuestions = () => scene.dataverse.system("POST", "msgn_configurations", { msgn_name: "Default", msgn_refreshseconds: 0 });

describe("a conversation that somebody looks at", () => {
  it("shows a customer's text within four seconds, and who the owner is by then", async () => {
    const opened = await openThread(scene.dataverse, "ben", scene.history(1));
    await opened.pass(MINUTE / 2);
    scene.dataverse.text(NUMBER, scene.ownedBy("chloe"));
    await opened.pass(4_100);
    expect(textsOf(opened.thread.getSnapshot())).toEqual(["Message 1", "Message 2"]);
    expect(opened.thread.getSnapshot().head?.session.owner.id).toBe(scene.dataverse.idOf("chloe"));
  });

  it("asks for its texts alone while none has changed: one request", async () => {
    const opened = await openThread(scene.dataverse, "ben", scene.history(1));
    // What came just before is told once more, and is known.
    scene.dataverse.asked.length = 0;
    await opened.pass(4_100);
    expect(scene.dataverse.asked).toEqual([expect.stringMatching(TEXTS)]);
  });

  it("asks for owner and rights as often as the inbox does", async () => {
    const opened = await openThread(scene.dataverse, "ben", scene.history(1));
    expect(await askedIn(opened, MINUTE - 1_000, HEAD)).toBe(0);
    expect(await askedIn(opened, 6_000, HEAD)).toBe(1);
  });

  it("asks less often the longer nothing comes, and never less often than the inbox; a text makes it lively again", async () => {
    const opened = await openThread(scene.dataverse, "ben", scene.history(1));
    expect(await askedIn(opened, MINUTE, TEXTS)).toBe(14);
    await opened.pass(4 * MINUTE);
    expect(await askedIn(opened, MINUTE, TEXTS)).toBeLessThanOrEqual(3);
    await opened.pass(24 * MINUTE);
    expect(await askedIn(opened, 10 * MINUTE, TEXTS)).toBeGreaterThanOrEqual(9);
    scene.dataverse.text(NUMBER, scene.ownedBy("ana"));
    await opened.pass(MINUTE + 1);
    expect(textsOf(opened.thread.getSnapshot())).toHaveLength(2);
    expect(await askedIn(opened, 30_000, TEXTS)).toBeGreaterThanOrEqual(6);
  });

  it("asks nothing by itself where the configuration record says so", async () => {
    wantNoQuestions();
    const opened = await openThread(scene.dataverse, "ben", scene.history(1));
    expect(await askedIn(opened, 10 * MINUTE, TEXTS)).toBe(0);
  });

  it("loses no text that came while only a part of the answers came through", async () => {
    let isHeadCut = false;
    const opened = await openThread(
      scene.dataverse,
      "ben",
      scene.history(1),
      (fetch) => (url, init) => (isHeadCut && HEAD.test(url) ? Promise.reject(new TypeError("cut")) : fetch(url, init)),
    );
    isHeadCut = true;
    scene.dataverse.text(NUMBER, scene.ownedBy("ana"));
    await opened.pass(2 * MINUTE);
    expect(textsOf(opened.thread.getSnapshot())).toHaveLength(1);
    isHeadCut = false;
    await opened.pass(2 * MINUTE);
    expect(textsOf(opened.thread.getSnapshot())).toHaveLength(2);
  });
});

describe("while a text of ours is on its way", () => {
  /** The agent's text, as it waits to be sent. */
  const queue = (session: string) =>
    String(
      scene.dataverse.system("POST", "msgn_messages", {
        msgn_body: "It is ready.",
        msgn_direction: 864500001,
        msgn_deliverystatus: 864500000,
        msgn_receivedon: new Date(scene.dataverse.now).toISOString(),
        "msgn_sessionid@odata.bind": `/msgn_sessions(${session})`,
      })["msgn_messageid"],
    );

  it("shows within four seconds what became of it", async () => {
    const session = scene.history(1);
    const id = queue(session);
    const opened = await openThread(scene.dataverse, "ben", session);
    await opened.pass(90_000);
    scene.dataverse.system("PATCH", `msgn_messages(${id})`, { msgn_deliverystatus: 864500003 });
    expect(await askedIn(opened, 4_100, TEXTS)).toBe(1);
    expect(opened.thread.getSnapshot().messages.map(({ delivery }) => delivery)).toEqual([null, "delivered"]);
  });

  it("is watched so closely for two or three minutes, where the administrator wants no questions otherwise", async () => {
    wantNoQuestions();
    const session = scene.history(1);
    queue(session);
    const opened = await openThread(scene.dataverse, "ben", session);
    expect(await askedIn(opened, MINUTE, TEXTS)).toBe(14);
    scene.dataverse.now += 2 * MINUTE;
    opened.thread.retry();
    await opened.pass(0);
    expect(await askedIn(opened, 10 * MINUTE, TEXTS)).toBe(0);
  });
});
