/** The whole gateway between a Twilio, a Dataverse, a customer and an agent. */
import { ask } from "../../sandbox/tests/http/ask";
import { twilioSignature } from "../../gateway/providers/twilio/signature";
import { authToken, post, startGateway, webhook } from "./gateway";
import type { RunningGateway } from "./gateway";
import { businessNumber, setOutboxScene, STATUS } from "./outbox/outboxScene";
import { startTwilioDouble } from "./providers/twilioDouble";
import type { TwilioDouble } from "./providers/twilioDouble";

const scene = setOutboxScene();
const wakeSecret = "a-secret-that-nobody-guesses";
let twilio: TwilioDouble;
let gateway: RunningGateway;

/** A gateway that sends by the double. */
async function begin(changes: { readonly pollMs?: number } = {}): Promise<void> {
  const provider = { name: "twilio", authToken, accountSid: `AC${"0".repeat(32)}`, apiUrl: twilio.url } as const;
  gateway = await startGateway(scene.sandbox, {}, { provider, wakeSecret, ...changes });
}

beforeEach(async () => {
  twilio = await startTwilioDouble(authToken);
});
afterEach(async () => {
  await gateway.close();
  await twilio.close();
});

it("a customer writes, the agent answers, the answer is delivered; after STOP nothing goes out", async () => {
  await begin();
  const { id: session, number } = await scene.accepted();
  expect((await post(gateway.port, webhook({ From: number, To: businessNumber, Body: "Are you open?" }))).status).toBe(200);
  const id = await scene.write(session, "Yes, until noon.");
  await scene.until(id, "Sent");
  const [text] = twilio.texts;
  expect(text).toMatchObject({ from: businessNumber, to: number, body: "Yes, until noon." });
  if (!text) return;
  expect(await twilio.callBack(text, gateway.port, "sent")).toBe(200);
  expect(await twilio.callBack(text, gateway.port, "delivered")).toBe(200);
  await scene.until(id, "Delivered");
  expect((await post(gateway.port, webhook({ From: number, To: businessNumber, Body: "STOP" }))).status).toBe(200);
  const late = await scene.write(session, "Are you sure?");
  expect(await scene.until(late, "Failed")).toMatchObject({ msgn_deliveryerror: "optedOut" });
  expect(twilio.texts).toHaveLength(1);
});

it("a state that says that it failed brings Twilio's code", async () => {
  await begin();
  const { id: session } = await scene.accepted();
  const id = await scene.write(session, "nobody there");
  await scene.until(id, "Sent");
  const [text] = twilio.texts;
  if (text) await twilio.callBack(text, gateway.port, "undelivered", { ErrorCode: "30003" });
  expect(await scene.until(id, "Failed")).toMatchObject({ msgn_deliveryerror: "30003: Unreachable destination handset" });
});

it("a text that Twilio took and whose answer was lost is found there, and not sent again", async () => {
  await begin();
  const { id: session } = await scene.accepted();
  twilio.next({ after: true, cut: true });
  const id = await scene.write(session, "once");
  await scene.until(id, "Sending");
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(twilio.texts).toHaveLength(1);
  const [text] = twilio.texts;
  if (text) expect(await twilio.callBack(text, gateway.port, "sent")).toBe(200);
  expect(await scene.until(id, "Sent")).toMatchObject({ msgn_providermessageid: text?.sid });
});

it("a status callback that Twilio has not signed is refused, and changes nothing", async () => {
  await begin();
  const { id: session } = await scene.accepted();
  const id = await scene.write(session, "signed?");
  await scene.until(id, "Sent");
  const path = twilio.texts[0]?.statusCallback.replace(/^https?:\/\/[^/]+|#.*$/g, "") ?? "";
  const form = new URLSearchParams({ MessageSid: twilio.texts[0]?.sid ?? "", MessageStatus: "delivered" });
  const forged = await fetch(`http://127.0.0.1:${gateway.port}${path}`, {
    method: "POST",
    headers: { "X-Twilio-Signature": "x" },
    body: form,
  });
  expect(forged.status).toBe(403);
  // Signed by Twilio for one message, and sent for another.
  const text = twilio.texts[0];
  if (!text) throw new Error("Nothing was sent.");
  const other = "16d60616-2107-54de-b10d-ef311db1ef99";
  const signature = twilioSignature(authToken, text.statusCallback.replace(/#.*$/, ""), form);
  const headers = { "X-Twilio-Signature": signature };
  const moved = await fetch(`http://127.0.0.1:${gateway.port}${path.replace(id, other)}`, { method: "POST", headers, body: form });
  expect(moved.status).toBe(403);
  expect((await scene.message(id))["msgn_deliverystatus"]).toBe(STATUS.Sent);
});

describe("Dataverse's call", () => {
  const call = (headers: Readonly<Record<string, string>>, query = "", body: unknown = {}) =>
    ask(gateway.port, `/dataverse${query}`, { method: "POST", headers, body });

  it("wakes the outbox when it knows the secret, in a header or in the query", async () => {
    await begin({ pollMs: 60_000 });
    const { id: session } = await scene.accepted();
    await new Promise((resolve) => setTimeout(resolve, 600));
    const first = await scene.write(session, "first");
    expect((await call({ "X-Gateway-Secret": wakeSecret })).status).toBe(200);
    await scene.until(first, "Sent");
    const second = await scene.write(session, "second");
    expect((await call({}, `?code=${wakeSecret}`)).status).toBe(200);
    await scene.until(second, "Sent");
  });

  it.each([
    ["without the secret", {}, ""],
    ["with another one", { "X-Gateway-Secret": "another" }, ""],
    ["with another one in the query", {}, "?code=another"],
  ])("%s is refused", async (_, headers, query) => {
    await begin({ pollMs: 60_000 });
    expect((await call(headers, query)).status).toBe(403);
  });
});

describe("who watches it", () => {
  it("reads that it is ready while Dataverse answers, and that it is not while it does not", async () => {
    await begin();
    await scene.until(await scene.write((await scene.accepted()).id, "ready"), "Sent");
    expect((await ask(gateway.port, "/ready")).status).toBe(200);
    await gateway.close();
    await scene.fault({ path: "", status: 503, user: "gateway", times: 1000 });
    await begin();
    expect((await ask(gateway.port, "/health")).status).toBe(200);
    expect((await ask(gateway.port, "/ready")).status).toBe(503);
  });

  it("reads numbers in Prometheus' form, and no phone number among them", async () => {
    await begin();
    const { id: session, number } = await scene.accepted();
    await post(gateway.port, webhook({ From: number, To: businessNumber }));
    await scene.until(await scene.write(session, "counted"), "Sent");
    const { text, headers } = await ask(gateway.port, "/metrics");
    expect(headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toMatch(/^# TYPE gateway_answers_total counter$/m);
    expect(text).toMatch(/^gateway_answers_total\{outcome="sent"\} 1$/m);
    expect(text).toMatch(/^gateway_webhooks_total\{kind="text",outcome="delivered"\} 1$/m);
    expect(text).toMatch(/^gateway_dataverse_requests_total\{status="200"\} \d+$/m);
    expect(text).toMatch(/^gateway_outbox_looked_timestamp_seconds \d+$/m);
    expect(text).not.toMatch(/1555\d/);
  });
});
