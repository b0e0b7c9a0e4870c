/** The head of a conversation is never older than a text that says that it has changed. In front of the sandbox's Dataverse. */
import type { Fetch } from "../../../shared/dataverse/client";
import { openThread } from "./openThread";
import { NUMBER, setThreadScene } from "./threadScene";

const scene = setThreadScene();
const HEAD = /msgn_sessions\(/;
const FAILED = 864500004;

/** Between the head's answer and the question for the texts this happens, once it is wanted. */
function between(event: { happen: (() => void) | null }): (fetch: Fetch) => Fetch {
  return (fetch) => async (url, init) => {
    const answer = await fetch(url, init);
    if (event.happen && HEAD.test(url)) {
      const { happen } = event;
      event.happen = null;
      happen();
    }
    return answer;
  };
}

/** Texts are asked for after the head has answered, as a slow network does it. */
function textsLast(fetch: Fetch): Fetch {
  return async (url, init) => {
    if (/msgn_messages\?\$select=msgn_direction/.test(url)) for (let step = 0; step < 10; step += 1) await Promise.resolve();
    return fetch(url, init);
  };
}

function optOut() {
  const [number] = scene.dataverse.rows("msgn_contactnumbers?$select=msgn_contactnumberid");
  scene.dataverse.system("PATCH", `msgn_contactnumbers(${String(number?.["msgn_contactnumberid"])})`, {
    msgn_optedouton: new Date(scene.dataverse.now).toISOString(),
  });
}

async function open() {
  const event: { happen: (() => void) | null } = { happen: null };
  const opened = await openThread(scene.dataverse, "ana", scene.history(1), (fetch) => textsLast(between(event)(fetch)));
  await opened.pass(3_000);
  expect(opened.thread.getSnapshot().closedBecause).toBeNull();
  scene.dataverse.asked.length = 0;
  return { ...opened, event };
}

it("is read once more where an answer has failed meanwhile because the customer has opted out: the box closes at once", async () => {
  const { thread, event, pass } = await open();
  const { head } = thread.getSnapshot();
  event.happen = () => {
    optOut();
    scene.dataverse.system("POST", "msgn_messages", {
      msgn_direction: 864500001,
      msgn_body: "It is ready.",
      msgn_deliverystatus: FAILED,
      msgn_deliveryerror: "optedOut",
      msgn_receivedon: new Date(scene.dataverse.now).toISOString(),
      "msgn_sessionid@odata.bind": `/msgn_sessions(${head?.session.id ?? ""})`,
    });
  };
  thread.changed();
  await pass(0);
  expect(thread.getSnapshot().messages.map(({ error }) => error)).toContain("optedOut");
  expect(thread.getSnapshot().closedBecause).toBe("optedOut");
});

it("is read once more where the customer's STOP has come meanwhile", async () => {
  const { thread, event, pass } = await open();
  event.happen = () => {
    optOut();
    scene.dataverse.text(NUMBER);
  };
  thread.changed();
  await pass(0);
  expect([thread.getSnapshot().messages.length, thread.getSnapshot().closedBecause]).toEqual([2, "optedOut"]);
});

it("is read once where no text has come or failed", async () => {
  const { thread, pass } = await open();
  thread.changed();
  await pass(0);
  expect(scene.dataverse.asked.filter((asked) => HEAD.test(asked))).toHaveLength(1);
});
