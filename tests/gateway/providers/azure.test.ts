import http from "node:http";
import type { AddressInfo } from "node:net";
import { createAzureProvider } from "../../../gateway/providers/azure/azureProvider";
import { readTag } from "../../../gateway/providers/azure/tag";
import { ask, rows } from "../../../sandbox/tests/http/ask";
import { startGateway } from "../gateway";
import { businessNumber, setOutboxScene } from "../outbox/outboxScene";

/** What the double of Azure's API was asked, and what it answers next. */
interface Asked {
  readonly authorization: string;
  readonly body: {
    readonly from: string;
    readonly smsRecipients: readonly { readonly to: string }[];
    readonly message: string;
    readonly smsSendOptions: object;
  };
}

let server: http.Server;
let asked: Asked[];
let answer: { readonly status: number; readonly body: object; readonly headers?: Readonly<Record<string, string>> };
let connectionString: string;
beforeAll(async () => {
  server = http.createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      asked.push({ authorization: request.headers.authorization ?? "", body: JSON.parse(body) as Asked["body"] });
      response.writeHead(answer.status, { "Content-Type": "application/json", ...answer.headers }).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  connectionString = `endpoint=http://127.0.0.1:${port}/;accesskey=${Buffer.from("the key").toString("base64")}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  answer = { status: 202, body: { value: [{ to: "+15550100", messageId: "azure-1", httpStatusCode: 202, successful: true }] } };
});

const sms = { id: "16d60616-2107-54de-b10d-ef311db1ef99", claimedAt: 1_800_000_000, from: "+15550999", to: "+15550100", body: "Yes 👋" };
const refusal = (httpStatusCode: number, errorMessage: string) => ({
  status: 202,
  body: { value: [{ to: "+15550100", httpStatusCode, errorMessage, successful: false }] },
});

describe("a text to Azure Communication Services", () => {
  it("is sent with a mark that its delivery report brings back", async () => {
    expect(await createAzureProvider(connectionString).send(sms)).toEqual({ kind: "accepted", providerId: "azure-1" });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.authorization).toMatch(/^HMAC-SHA256 /);
    expect(asked[0]?.body).toMatchObject({ from: "+15550999", message: "Yes 👋", smsRecipients: [{ to: "+15550100" }] });
    const options = asked[0]?.body.smsSendOptions as { readonly enableDeliveryReport: boolean; readonly tag: string };
    expect(options.enableDeliveryReport).toBe(true);
    expect(readTag(options.tag)).toEqual({ messageId: sms.id, claimedAt: sms.claimedAt });
  });

  it.each([
    ["refused for this number", refusal(400, "Invalid To phone number."), { kind: "refused", reason: "400: Invalid To phone number." }],
    [
      "refused because the customer has opted out",
      refusal(400, "Sender blocked for given recipient."),
      { kind: "refused", reason: "400: Sender blocked for given recipient.", optedOut: true },
    ],
    ["busy for this number", refusal(429, ""), { kind: "busy" }],
    ["busy as long as it says", { status: 429, body: {}, headers: { "Retry-After": "5" } }, { kind: "busy", retryAfterMs: 5000 }],
    ["busy while the key is wrong", { status: 401, body: {} }, { kind: "busy" }],
    ["unknown after a 500, which is not tried again", { status: 500, body: {} }, { kind: "unknown", reason: "500" }],
  ])("is %s", async (_, next, outcome) => {
    answer = next;
    expect(await createAzureProvider(connectionString).send(sms)).toMatchObject(outcome);
    expect(asked).toHaveLength(1);
  });
});

it.each([["no tag"], [""], ["16d60616-2107-54de-b10d-ef311db1ef99"], ["16d60616-2107-54de-b10d-ef311db1ef99.x"]])(
  "reads nothing from a tag that is not ours: %j",
  (tag) => {
    expect(readTag(tag)).toEqual({});
  },
);

describe("Event Grid", () => {
  const scene = setOutboxScene();
  const secret = "a-secret-that-nobody-guesses";
  const begin = () =>
    startGateway(
      scene.sandbox,
      {},
      { publicUrl: "https://sms.example.com/azure", provider: { name: "azure", connectionString, eventGridSecret: secret } },
    );
  const call = (port: number, events: unknown, code = secret) => ask(port, `/azure?code=${code}`, { method: "POST", body: events });
  const event = (eventType: string, data: object) => ({
    id: "1",
    topic: "t",
    subject: "s",
    eventType,
    data,
    eventTime: new Date().toISOString(),
    dataVersion: "1.0",
  });

  it("is told the code by which it knows the address, if it knows the secret", async () => {
    const gateway = await begin();
    const validation = [event("Microsoft.EventGrid.SubscriptionValidationEvent", { validationCode: "the-code" })];
    expect((await call(gateway.port, validation, "another")).status).toBe(403);
    expect((await call(gateway.port, validation)).json()).toEqual({ validationResponse: "the-code" });
    expect((await call(gateway.port, { no: "list" })).status).toBe(400);
    await gateway.close();
  });

  it("brings texts and delivery reports", async () => {
    const gateway = await begin();
    const { id: session, number } = await scene.accepted();
    const text = {
      messageId: "Incoming_20261127_1",
      from: number,
      to: businessNumber,
      message: "STOP",
      receivedTimestamp: "2026-11-27T09:00:00Z",
    };
    for (let time = 0; time < 2; time++)
      expect((await call(gateway.port, [event("Microsoft.Communication.SMSReceived", text)])).status).toBe(200);
    const kept = await rows(scene.sandbox.port, "root", `msgn_messages?$filter=msgn_providermessageid eq 'Incoming_20261127_1'`);
    expect(kept).toEqual([expect.objectContaining({ msgn_body: "STOP" })]);
    const start = { ...text, messageId: "Incoming_20261127_2", message: "START", receivedTimestamp: "2026-11-27T09:01:00Z" };
    await call(gateway.port, [event("Microsoft.Communication.SMSReceived", start)]);

    const id = await scene.write(session, "answered");
    await scene.until(id, "Sent");
    const { tag } = asked[0]?.body.smsSendOptions as { readonly tag: string };
    const report = {
      messageId: "azure-1",
      from: businessNumber,
      to: number,
      deliveryStatus: "Failed",
      deliveryStatusDetails: "No route",
      tag,
    };
    await call(gateway.port, [event("Microsoft.Communication.SMSDeliveryReportReceived", report)]);
    expect(await scene.until(id, "Failed")).toMatchObject({ msgn_deliveryerror: "No route" });
    await call(gateway.port, [event("Microsoft.Communication.SMSDeliveryReportReceived", { ...report, deliveryStatus: "Delivered" })]);
    await scene.until(id, "Delivered");
    // The carrier keeps STOPs of its own, which nobody has told of before.
    const other = await scene.write(session, "refused");
    answer = { ...answer, body: { value: [{ to: number, messageId: "azure-2", httpStatusCode: 202, successful: true }] } };
    await scene.until(other, "Sent");
    const blocked = { ...report, messageId: "azure-2", tag: undefined, deliveryStatusDetails: "Sender blocked for given recipient." };
    await call(gateway.port, [event("Microsoft.Communication.SMSDeliveryReportReceived", blocked)]);
    expect(await scene.until(other, "Failed")).toMatchObject({ msgn_deliveryerror: "optedOut" });
    const [contact] = await rows(
      scene.sandbox.port,
      "root",
      `msgn_contactnumbers?$filter=msgn_phonenumber eq '${number.replace("+", "%2B")}'`,
    );
    expect(contact?.["msgn_optedouton"]).toEqual(expect.any(String));
    await gateway.close();
  });
});
