import { getExpectedTwilioSignature } from "twilio";
import type { Provider } from "../../../gateway/provider";
import { twilioSignature } from "../../../gateway/providers/twilio/signature";
import { createTwilioProvider } from "../../../gateway/providers/twilio/twilioProvider";
import { startTwilioDouble } from "./twilioDouble";
import type { TwilioDouble } from "./twilioDouble";

const authToken = "the-auth-token";
const accountSid = `AC${"0".repeat(32)}`;
const sms = {
  id: "16d60616-2107-54de-b10d-ef311db1ef99",
  claimedAt: 1_800_000_000,
  from: "+15550999",
  to: "+15550100",
  body: "Yes & no 👋",
};

let twilio: TwilioDouble;
let provider: Provider;
beforeEach(async () => {
  twilio = await startTwilioDouble(authToken);
  provider = createTwilioProvider({ accountSid, authToken, publicUrl: "https://sms.example.com/sms?tenant=1", apiUrl: twilio.url });
});
afterEach(() => twilio.close());

describe("a text to Twilio", () => {
  it("is sent by the account, with an address for its states that names the message and the claim", async () => {
    expect(await provider.send(sms)).toEqual({ kind: "accepted", providerId: twilio.texts[0]?.sid, segments: 1 });
    expect(twilio.texts).toEqual([expect.objectContaining({ from: sms.from, to: sms.to, body: sms.body })]);
    expect(twilio.texts[0]?.statusCallback).toBe(
      `https://sms.example.com/sms/status?tenant=1&message=${sms.id}&claimed=${sms.claimedAt}#rc=5&rp=5xx,ct,rt`,
    );
    expect(twilio.asked).toEqual([
      {
        what: `POST /2010-04-01/Accounts/${accountSid}/Messages.json`,
        authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`,
      },
    ]);
  });

  it.each([
    ["busy as long as it says", { status: 429, headers: { "Retry-After": "7" } }, { kind: "busy", reason: "429", retryAfterMs: 7000 }],
    [
      "refused with code and words",
      { status: 400, body: { code: 21211, message: "Invalid 'To'" } },
      { kind: "refused", reason: "21211: Invalid 'To'" },
    ],
    ["refused as opted out", { status: 400, body: { code: 21610, message: "…" } }, { kind: "refused", reason: "optedOut", optedOut: true }],
    ["busy while the account cannot be used", { status: 401, body: { code: 20003, message: "Authenticate" } }, { kind: "busy" }],
    ["unknown after a 500", { status: 500 }, { kind: "unknown", reason: "500" }],
    ["unknown after a cut", { cut: true }, { kind: "unknown" }],
    ["unknown after an answer without an id", { status: 201, body: {} }, { kind: "unknown" }],
  ])("is %s", async (_, trouble, outcome) => {
    twilio.next(trouble);
    expect(await provider.send(sms)).toMatchObject(outcome);
    expect(twilio.asked).toHaveLength(1);
  });

  it("was certainly not taken where there is no connection", async () => {
    const { url } = twilio;
    await twilio.close();
    const away = createTwilioProvider({ accountSid, authToken, publicUrl: "https://sms.example.com/sms", apiUrl: url });
    expect(await away.send(sms)).toEqual({ kind: "busy", reason: "ECONNREFUSED" });
  });

  it("is found again by its numbers, its words and its time", async () => {
    const before = Date.now() - 1000;
    await provider.send(sms);
    await provider.send({ ...sms, body: "another" });
    await provider.send({ ...sms, to: "+15550101" });
    expect(await provider.find(sms, before)).toEqual([{ providerId: twilio.texts[0]?.sid, state: "sent", segments: 1 }]);
    expect(await provider.find(sms, Date.now() + 2000)).toEqual([]);
  });

  it("is found as failed, with the reason", async () => {
    await provider.send(sms);
    Object.assign(twilio.texts[0] ?? {}, { status: "undelivered", errorCode: 30003 });
    const [found] = await provider.find(sms, 0);
    expect(found).toMatchObject({ state: "failed", error: "30003: Unreachable destination handset" });
  });
});

it("signs as Twilio's own library does, with one value or several in a field", () => {
  const url = "https://sms.example.com/sms/status?message=1&claimed=2";
  const form = new URLSearchParams({ To: "+15550100", From: "+15550999", Body: "Grüße & 👋", AccountSid: accountSid });
  form.append("MediaUrl", "b");
  form.append("MediaUrl", "a");
  const params = { ...Object.fromEntries(form), MediaUrl: ["b", "a"] };
  expect(twilioSignature(authToken, url, form)).toBe(getExpectedTwilioSignature(authToken, url, params));
});
