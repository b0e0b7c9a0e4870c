/** What an owner does to their conversation, and an agent to a blocked number. In front of the sandbox's Dataverse. */
import type { Fetch } from "../../../shared/dataverse/client";
import type { ChannelMessage } from "../../../shared/inbox/ports";
import { openThread } from "./openThread";
import type { OpenThread } from "./openThread";
import { NUMBER, setThreadScene } from "./threadScene";

const scene = setThreadScene();

/** What the other tabs of this agent hear. */
function listen({ world }: OpenThread, login: string): readonly ChannelMessage[] {
  const heard: ChannelMessage[] = [];
  world.tab(login).channel.listen((message) => heard.push(message));
  return heard;
}

/** At the first request that writes, this happens in the place of it. */
function atFirstWrite(happen: (send: () => Promise<Response>) => Promise<Response>): (fetch: Fetch) => Fetch {
  let hasHappened = false;
  return (fetch) => (url, init) => {
    if (hasHappened || (init.method ?? "GET") === "GET") return fetch(url, init);
    hasHappened = true;
    return happen(() => fetch(url, init));
  };
}

const noticesOf = ({ thread }: OpenThread) => thread.getSnapshot().notices.map(({ kind, subject, by }) => [kind, subject, by]);
const written = () => scene.dataverse.asked.filter((asked) => !asked.startsWith("GET"));
const stateOf = (session: string) => scene.dataverse.system("GET", `msgn_sessions(${session})`)["statecode"];

describe("Close", () => {
  it("ends the conversation, says meanwhile that it is under way, and the agent's lists hear that nothing in it is unread", async () => {
    const session = scene.history(2);
    const open = await openThread(scene.dataverse, "ana", session);
    const heard = listen(open, "ana");
    expect(open.thread.getSnapshot().actions).toEqual(["give", "close"]);
    const closing = open.thread.perform("close");
    expect(open.thread.getSnapshot().pending).toBe("close");
    await closing;
    await open.pass(0);
    expect([stateOf(session), scene.unread()]).toEqual([1, 0]);
    expect(heard).toEqual([{ type: "read", sessionId: session }]);
    expect(open.thread.getSnapshot()).toMatchObject({ pending: null, actions: [], closedBecause: "closed" });
    expect(noticesOf(open)).toEqual([["closed", NUMBER, ""]]);
  });

  it("is done once, however often it is pressed", async () => {
    const open = await openThread(scene.dataverse, "ana", scene.history(1));
    scene.dataverse.asked.length = 0;
    await Promise.all([open.thread.perform("close"), open.thread.perform("close")]);
    await open.pass(0);
    expect(written()).toHaveLength(1);
    expect(noticesOf(open)).toEqual([["closed", NUMBER, ""]]);
  });

  it("is not done where a colleague takes the conversation over at that moment: the agent reads who, and sees whose it is", async () => {
    const session = scene.history(1);
    const wrap = atFirstWrite((send) => {
      scene.dataverse.system("PATCH", `msgn_sessions(${session})`, scene.ownedBy("ben").session);
      return send();
    });
    const open = await openThread(scene.dataverse, "ana", session, wrap);
    const heard = listen(open, "ana");
    await open.thread.perform("close");
    await open.pass(0);
    expect(noticesOf(open)).toEqual([["taken", NUMBER, "Ben Okafor"]]);
    expect([stateOf(session), scene.unread(), heard]).toEqual([0, 1, []]);
    expect(open.thread.getSnapshot()).toMatchObject({ isMine: false, actions: [], closedBecause: "notMine", pending: null });
  });

  it("is not sent without a network, and the agent is told so", async () => {
    const session = scene.history(1);
    const open = await openThread(scene.dataverse, "ana", session);
    open.tab.goOffline();
    scene.dataverse.asked.length = 0;
    await open.thread.perform("close");
    expect([noticesOf(open), scene.dataverse.asked]).toEqual([[["notSent", NUMBER, ""]], []]);
    expect(open.thread.getSnapshot()).toMatchObject({ pending: null, actions: ["give", "close"] });
  });

  it("can be pressed again where it got no answer, and the agent is told so", async () => {
    const session = scene.history(1);
    const open = await openThread(
      scene.dataverse,
      "ana",
      session,
      atFirstWrite(() => Promise.reject(new TypeError("cut"))),
    );
    await open.thread.perform("close");
    await open.pass(0);
    expect([noticesOf(open), stateOf(session)]).toEqual([[["unreachable", NUMBER, ""]], 0]);
    expect(open.thread.getSnapshot()).toMatchObject({ pending: null, actions: ["give", "close"] });
    await open.thread.perform("close");
    expect(stateOf(session)).toBe(1);
  });

  it("changes nothing as long as the conversation could not be read", async () => {
    const session = scene.history(1);
    const open = await openThread(scene.dataverse, "ana", session, () => () => Promise.reject(new TypeError("cut")));
    expect(open.thread.getSnapshot().phase).toBe("failed");
    await open.thread.perform("close");
    expect([noticesOf(open), stateOf(session)]).toEqual([[], 0]);
    open.tab.goOffline();
    await open.thread.perform("close");
    expect(noticesOf(open)).toEqual([["notSent", "", ""]]);
  });
});

describe("Unblock", () => {
  const number = () => scene.dataverse.rows("msgn_contactnumbers?$select=msgn_contactnumberid,statecode")[0] ?? {};
  const block = () =>
    void scene.dataverse.system("PATCH", `msgn_contactnumbers(${String(number()["msgn_contactnumberid"])})`, {
      statecode: 1,
      statuscode: 2,
    });

  it("lets the customer's texts come through again, and the agent's other tabs hear of the number", async () => {
    const session = scene.history(1);
    block();
    const open = await openThread(scene.dataverse, "ben", session);
    const heard = listen(open, "ben");
    expect(open.thread.getSnapshot()).toMatchObject({ actions: ["unblock"], closedBecause: "blocked" });
    const unblocking = open.thread.perform("unblock");
    expect(open.thread.getSnapshot().pending).toBe("unblock");
    await unblocking;
    await open.pass(0);
    expect(number()["statecode"]).toBe(0);
    expect(heard).toEqual([{ type: "takenBack", sessionId: number()["msgn_contactnumberid"] }]);
    expect(open.thread.getSnapshot()).toMatchObject({ pending: null, closedBecause: "notMine", notices: [] });
  });

  it("says that it was not allowed, and the number stays blocked", async () => {
    const session = scene.history(1);
    block();
    const denied = atFirstWrite(() => Promise.resolve(new Response("{}", { status: 403 })));
    const open = await openThread(scene.dataverse, "ben", session, denied);
    await open.thread.perform("unblock");
    await open.pass(0);
    expect([noticesOf(open), number()["statecode"]]).toEqual([[["denied", NUMBER, ""]], 1]);
    expect(open.thread.getSnapshot()).toMatchObject({ actions: ["unblock"], pending: null });
  });
});
