/** The phone as the gateway's provider: the gateway's outbox in the sandbox's process, over HTTP. */
import { randomUUID } from "node:crypto";
import type { Sandbox } from "../../sandbox";
import { ask, askWebApi, rows } from "../../sandbox/tests/http/ask";
import { buildTimeout, sendSms, startSandbox } from "./server";

const STATE = { queued: 864500000, sending: 864500001, sent: 864500002, delivered: 864500003, failed: 864500004, unconfirmed: 864500005 };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
}, buildTimeout);
afterAll(() => sandbox.close());
afterEach(() => ask(sandbox.port, "/sandbox/provider", { method: "DELETE" }));

let number = 0;
/** A customer's number whose conversation Ana owns. */
async function conversation(): Promise<{ readonly from: string; readonly sessionId: string }> {
  number += 1;
  const from = `+155507${String(number).padStart(3, "0")}`;
  const { sessionId } = await sendSms(sandbox.port, { from, body: "Hello" });
  const userId = sandbox.people.find(({ login }) => login === "ana")?.id ?? "";
  await write("ana", `msgn_sessions(${sessionId})`, { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${userId})` });
  return { from, sessionId };
}

async function write(user: string, path: string, body: object, headers: Record<string, string> = {}): Promise<void> {
  const answer = await askWebApi(sandbox.port, user, path, { method: "PATCH", body, headers });
  if (answer.status !== 204) throw new Error(`${path}: ${answer.status} ${answer.text}`);
}

/** Ana answers; gives back the message's id. */
async function answerWith(body: string, sessionId: string): Promise<string> {
  const id = randomUUID();
  const message = {
    ...{ msgn_name: body, msgn_body: body, msgn_direction: 864500001, msgn_deliverystatus: STATE.queued, msgn_segments: 1 },
    ...{ msgn_receivedon: new Date(sandbox.clock.now()).toISOString(), "msgn_sessionid@odata.bind": `/msgn_sessions(${sessionId})` },
  };
  await write("ana", `msgn_messages(${id})`, message, { "If-None-Match": "*" });
  return id;
}

const provider = (order: object) => ask(sandbox.port, "/sandbox/provider", { method: "POST", body: order });

async function textsOn(from: string): Promise<readonly { id: string; from: string; body: string; at: string }[]> {
  const answer = await ask(sandbox.port, `/sandbox/phone?number=${encodeURIComponent(from)}`);
  return answer.json() as { id: string; from: string; body: string; at: string }[];
}

const stateOf = async (id: string) => {
  const [row] = await rows(
    sandbox.port,
    "root",
    `msgn_messages?$select=msgn_deliverystatus,msgn_deliveryerror,msgn_providermessageid&$filter=msgn_messageid eq ${id}`,
  );
  return row as { msgn_deliverystatus: number; msgn_deliveryerror: string | null; msgn_providermessageid: string | null };
};

/** Waits until the message is in that state. */
async function becomes(id: string, state: keyof typeof STATE): Promise<string | null> {
  for (const deadline = Date.now() + 20_000; ;) {
    const { msgn_deliverystatus, msgn_deliveryerror } = await stateOf(id);
    if (msgn_deliverystatus === STATE[state]) return msgn_deliveryerror;
    if (Date.now() > deadline) throw new Error(`The message is ${msgn_deliverystatus}, and does not become ${state}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("an agent's answer", () => {
  it("comes to the customer's phone, is Sent and then Delivered", async () => {
    const { from, sessionId } = await conversation();
    const id = await answerWith("We come at three. 🙂", sessionId);
    await becomes(id, "sent");
    await becomes(id, "delivered");
    const { msgn_providermessageid } = await stateOf(id);
    expect(await textsOn(from)).toEqual([
      { id: msgn_providermessageid, from: "+15550999", body: "We come at three. 🙂", at: expect.stringMatching(/^\d{4}-.*Z$/) as string },
    ]);
  });

  it("keeps the order of several, on the page of the phone among the customer's own texts", async () => {
    const { from, sessionId } = await conversation();
    const ids = [];
    for (const body of ["One", "Two", "Three"]) ids.push(await answerWith(body, sessionId));
    for (const id of ids) await becomes(id, "delivered");
    const page = await ask(sandbox.port, `/sandbox/phone/texts?number=${encodeURIComponent(from)}`);
    const texts = page.json() as { body: string; isMine: boolean; businessNumber: string }[];
    expect(texts.map(({ body, isMine, businessNumber }) => [body, isMine, businessNumber])).toEqual([
      ["Hello", true, "+15550999"],
      ["One", false, "+15550999"],
      ["Two", false, "+15550999"],
      ["Three", false, "+15550999"],
    ]);
  });

  it("is not sent where the customer has opted out", async () => {
    const { from, sessionId } = await conversation();
    await sendSms(sandbox.port, { from, body: "STOP" });
    const id = await answerWith("Are you there?", sessionId);
    expect(await becomes(id, "failed")).toBe("optedOut");
    expect(await textsOn(from)).toEqual([]);
  });
});

describe("what becomes of a text by order", () => {
  it("sent: the phone has it, and nobody tells that it was delivered", async () => {
    const { from, sessionId } = await conversation();
    await provider({ outcome: "sent" });
    const id = await answerWith("Hello", sessionId);
    await becomes(id, "sent");
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect((await stateOf(id)).msgn_deliverystatus).toBe(STATE.sent);
    expect(await textsOn(from)).toHaveLength(1);
  });

  it("fail: the phone does not get it, and the message says why; so many times, and then no more", async () => {
    const { from, sessionId } = await conversation();
    await provider({ outcome: "fail", times: 2 });
    const first = await answerWith("One", sessionId);
    expect(await becomes(first, "failed")).toMatch(/^30003: /);
    const second = await answerWith("Two", sessionId);
    await becomes(second, "failed");
    const third = await answerWith("Three", sessionId);
    await becomes(third, "delivered");
    expect((await textsOn(from)).map(({ body }) => body)).toEqual(["Three"]);
  });

  it("optedout: the provider refuses it for good", async () => {
    const { from, sessionId } = await conversation();
    await provider({ outcome: "optedout" });
    const id = await answerWith("Hello", sessionId);
    expect(await becomes(id, "failed")).toBe("optedOut");
    expect(await textsOn(from)).toEqual([]);
  });

  it("timeout: the phone has it, nobody can tell, and it is not sent again by itself", async () => {
    const { from, sessionId } = await conversation();
    await provider({ outcome: "timeout" });
    const id = await answerWith("Hello", sessionId);
    await becomes(id, "unconfirmed");
    expect(await textsOn(from)).toHaveLength(1);
  });

  it("crash: the gateway dies before it writes that down; the next one finds out, and does not send it twice", async () => {
    const { from, sessionId } = await conversation();
    await provider({ outcome: "crash" });
    const id = await answerWith("Hello", sessionId);
    await becomes(id, "sending");
    await becomes(id, "delivered");
    expect(await textsOn(from)).toHaveLength(1);
  });
});

describe("/sandbox/provider", () => {
  it("shows what waits, and forgets it", async () => {
    await provider({ outcome: "fail", times: 2 });
    const shown = await provider({ outcome: "crash" });
    expect(shown.json()).toEqual({
      next: [
        { outcome: "fail", times: 2 },
        { outcome: "crash", times: 1 },
      ],
      gateway: "sends",
    });
    const cleared = await ask(sandbox.port, "/sandbox/provider", { method: "DELETE" });
    expect(cleared.json()).toEqual({ next: [], gateway: "sends" });
  });

  it.each([
    {},
    { outcome: "explode" },
    { outcome: "fail", times: 0 },
    { outcome: "fail", times: "two" },
    { gateway: "off" },
    { result: "fail" },
  ])("refuses %j with an example", async (order) => {
    const answer = await provider(order);
    expect(answer.status).toBe(400);
    expect(answer.json()).toHaveProperty("error.example");
  });

  it("lets the sandbox's own gateway rest, so that another one can send, and goes on with what waits", async () => {
    const { from, sessionId } = await conversation();
    await provider({ gateway: "rests" });
    const id = await answerWith("Later", sessionId);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await stateOf(id)).msgn_deliverystatus).toBe(STATE.queued);
    await provider({ gateway: "sends" });
    await becomes(id, "delivered");
    expect(await textsOn(from)).toHaveLength(1);
  });
});

describe("/sandbox/phone", () => {
  it("has nothing of a number that got nothing, and refuses what is no number", async () => {
    expect(await textsOn("+15550999999")).toEqual([]);
    expect((await ask(sandbox.port, "/sandbox/phone?number=hello")).status).toBe(400);
    expect((await ask(sandbox.port, "/sandbox/phone")).status).toBe(400);
    expect((await ask(sandbox.port, "/sandbox/phone?number=+15550999999")).status).toBe(200);
  });

  it("is not among the requests of the Web API, nor is the gateway while nobody answers", async () => {
    const { from } = await conversation();
    await ask(sandbox.port, "/sandbox/requests", { method: "DELETE" });
    await ask(sandbox.port, `/sandbox/phone/texts?number=${encodeURIComponent(from)}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await ask(sandbox.port, "/sandbox/requests")).json()).toEqual([]);
  });
});
