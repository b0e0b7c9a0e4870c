import type { Sandbox } from "../../sandbox";
import { deliver } from "../../gateway/contract";
import { contactNumberIdFor } from "../../gateway/contract/ids";
import { ask, askWebApi, rows } from "../../sandbox/tests/http/ask";
import { buildTimeout, sendSms, startSandbox } from "./server";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
}, buildTimeout);
afterAll(() => sandbox.close());
afterEach(() => ask(sandbox.port, "/sandbox/faults", { method: "DELETE" }));

const get = async (path: string): Promise<Record<string, unknown>> => {
  const answer = await askWebApi(sandbox.port, "root", path);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.json() as Record<string, unknown>;
};
const patch = async (user: string, path: string, body: unknown): Promise<void> => {
  const answer = await askWebApi(sandbox.port, user, path, { method: "PATCH", body });
  if (answer.status !== 204) throw new Error(`${path}: ${answer.status} ${answer.text}`);
};

describe("a text from the phone", () => {
  it("makes contact number, new session and unread message", async () => {
    const sms = await sendSms(sandbox.port, { from: "+1 (555) 01-40", to: "+15550999", body: "Hi <b>there</b> 'you' & \"me\" 👋" });
    expect(sms.status).toBe(201);
    expect(await get(`msgn_contactnumbers(${sms.contactNumberId})`)).toMatchObject({
      msgn_phonenumber: "+15550140",
      statecode: 0,
      _msgn_customerid_value: null,
    });
    expect(await get(`msgn_sessions(${sms.sessionId})`)).toMatchObject({
      msgn_name: "+15550140, +15550999",
      msgn_businessnumber: "+15550999",
      msgn_sessionstatus: 864500000,
      _msgn_contactnumberid_value: sms.contactNumberId,
    });
    expect(await get(`msgn_messages(${sms.messageId})`)).toMatchObject({
      msgn_body: "Hi <b>there</b> 'you' & \"me\" 👋",
      msgn_direction: 864500000,
      msgn_readon: null,
      _msgn_sessionid_value: sms.sessionId,
    });
  });

  it("joins the number's session; another business number has a session of its own", async () => {
    const first = await sendSms(sandbox.port, { from: "+15550141", body: "One" });
    const second = await sendSms(sandbox.port, { from: "+15550141", body: "Two" });
    const other = await sendSms(sandbox.port, { from: "+15550141", to: "+15550998", body: "Three" });
    expect(second).toMatchObject({ sessionId: first.sessionId, contactNumberId: first.contactNumberId });
    expect(second.messageId).not.toBe(first.messageId);
    expect(other.contactNumberId).toBe(first.contactNumberId);
    expect(other.sessionId).not.toBe(first.sessionId);
  });

  it("makes a contact of its name, or finds the one that is there, and binds the number", async () => {
    const first = await sendSms(sandbox.port, { from: "+15550142", body: "Hi", name: "Jane van O'Doe" });
    const second = await sendSms(sandbox.port, { from: "+15550143", body: "Hi", name: "Jane van O'Doe" });
    const contacts = await rows(sandbox.port, "root", "contacts?$select=contactid&$filter=fullname eq 'Jane van O''Doe'");
    expect(contacts).toHaveLength(1);
    for (const { contactNumberId, sessionId } of [first, second]) {
      expect((await get(`msgn_contactnumbers(${contactNumberId})`))._msgn_customerid_value).toBe(contacts[0]?.contactid);
      expect((await get(`msgn_sessions(${sessionId})`)).msgn_name).toBe("Jane van O'Doe, +15550999");
    }
  });

  it("makes one contact of a name that comes in two texts at the same moment", async () => {
    await Promise.all(["+15550144", "+15550145"].map((from) => sendSms(sandbox.port, { from, body: "Hi", name: "Two Phones" })));
    expect(await rows(sandbox.port, "root", "contacts?$filter=fullname eq 'Two Phones'")).toHaveLength(1);
  });

  it("does not overwrite the customer whom the number is bound to", async () => {
    const sms = await sendSms(sandbox.port, { from: "+15550146", body: "Hi", name: "First Owner" });
    const bound = (await get(`msgn_contactnumbers(${sms.contactNumberId})`))._msgn_customerid_value;
    await sendSms(sandbox.port, { from: "+15550146", body: "Hi", name: "Second Owner" });
    await sendSms(sandbox.port, { from: "+15550146", body: "Hi" });
    expect((await get(`msgn_contactnumbers(${sms.contactNumberId})`))._msgn_customerid_value).toBe(bound);
    expect((await get(`msgn_sessions(${sms.sessionId})`)).msgn_name).toBe("First Owner, +15550999");
  });

  it("leaves a blocked number blocked, and keeps its message", async () => {
    const { contactNumberId } = await sendSms(sandbox.port, { from: "+15550147", body: "Hi" });
    await patch("ana", `msgn_contactnumbers(${contactNumberId})`, { statecode: 1, statuscode: 2 });
    const again = await sendSms(sandbox.port, { from: "+15550147", body: "Again" });
    expect((await get(`msgn_contactnumbers(${contactNumberId})`)).statecode).toBe(1);
    expect((await get(`msgn_messages(${again.messageId})`)).msgn_body).toBe("Again");
  });

  it("leaves status and owner of an accepted session", async () => {
    const { sessionId } = await sendSms(sandbox.port, { from: "+15550148", body: "Hi" });
    const { UserId } = (await askWebApi(sandbox.port, "ana", "WhoAmI()")).json() as { UserId: string };
    await patch("ana", `msgn_sessions(${sessionId})`, { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${UserId})` });
    await sendSms(sandbox.port, { from: "+15550148", body: "Again" });
    expect(await get(`msgn_sessions(${sessionId})`)).toMatchObject({ msgn_sessionstatus: 864500001, _ownerid_value: UserId });
  });

  it("keeps the time of receipt that it is given", async () => {
    const { messageId } = await sendSms(sandbox.port, { from: "+15550149", body: "Hi", receivedAt: "2026-01-31T10:30:00+01:00" });
    expect((await get(`msgn_messages(${messageId})`)).msgn_receivedon).toBe("2026-01-31T09:30:00Z");
  });

  it.each([
    [{ body: "Hi" }, /"from" and "body"/],
    [{ from: "+15550150" }, /"from" and "body"/],
    [{ from: 15550150, body: "Hi" }, /"from" must be a text/],
    [{ from: "555", body: "Hi" }, /"from": .*country code/],
    [{ from: "+15550150", to: "72727", body: "Hi" }, /"to": .*country code/],
    [{ from: "+15550150", body: "x".repeat(10_001) }, /10001 characters/],
    [{ from: "+15550150", body: "Hi", id: "x".repeat(101) }, /1 to 100/],
    [{ from: "+15550150", body: "Hi", receivedAt: "yesterday" }, /not a date/],
    [{ from: "+15550150", body: "\u0000" }, /"body" has a character that cannot be stored/],
    [{ from: "+15550150", body: "half \ud83d of it" }, /"body" has a character that cannot be stored/],
    [{ from: "+15550150", body: "Hi", id: "\udc4b" }, /"id" has a character that cannot be stored/],
    [{ from: "+15550150", body: "Hi", text: "Hi" }, /Unknown field "text"/],
    [{ from: "+15550150", body: "" }, /"body" is empty\. Write the text there, or send a picture in "media"\./],
    [{ from: "+15550150", body: " \n" }, /"body" is empty/],
    [{ from: "+15550150", body: "", media: [] }, /"body" is empty/],
  ])("is refused with an example of a right one: %j", async (body, reason) => {
    const answer = await ask(sandbox.port, "/sandbox/sms", { method: "POST", body: { name: "Never Made", ...body } });
    expect(answer.status).toBe(400);
    expect((answer.json() as { error: { message: string } }).error.message).toMatch(reason);
    expect(answer.text).toContain('"from":"+15550100"');
    expect(await rows(sandbox.port, "root", "contacts?$filter=fullname eq 'Never Made'")).toEqual([]);
  });

  it.each([
    ["with U+0000", "Never\u0000Made", /"name" has a character that cannot be stored/],
    ["with half a surrogate pair", "Never \ud83d", /"name" has a character that cannot be stored/],
    ["longer than a contact's", "x".repeat(300), /at most 50 characters each; 300 do not fit/],
    ["with a first name longer than a contact's", `${"x".repeat(51)} Doe`, /at most 50 characters each; 51 do not fit/],
  ])("is refused for a name %s, and makes no contact", async (_, name, reason) => {
    const contacts = () => rows(sandbox.port, "root", "contacts?$select=contactid");
    const before = await contacts();
    const answer = await ask(sandbox.port, "/sandbox/sms", { method: "POST", body: { from: "+15550150", body: "Hi", name } });
    expect(answer.status).toBe(400);
    expect((answer.json() as { error: { message: string } }).error.message).toMatch(reason);
    expect(answer.text).toContain('"from":"+15550100"');
    expect(await contacts()).toEqual(before);
  });

  it("takes a name as long as a contact's, and emojis", async () => {
    const name = `${"x".repeat(50)} ${"y".repeat(48)}👋`;
    const { contactNumberId } = await sendSms(sandbox.port, { from: "+15550152", body: "👋", name });
    const customer = (await get(`msgn_contactnumbers(${contactNumberId})`))._msgn_customerid_value;
    const [contact] = await rows(sandbox.port, "root", `contacts?$select=fullname&$filter=contactid eq ${String(customer)}`);
    expect(contact?.fullname).toBe(name);
  });

  it("may be as long as the column; and a provider may deliver one without words", async () => {
    const long = await sendSms(sandbox.port, { from: "+15550151", body: "word ".repeat(2000) });
    const row = await get(`msgn_messages(${long.messageId})`);
    expect(String(row.msgn_body)).toHaveLength(10_000);
    expect(String(row.msgn_name).length).toBeLessThanOrEqual(100);
    const empty = await deliver(sandbox.connect("gateway"), { id: "no-words", from: "+15550151", to: "+15550999", body: "" });
    expect((await get(`msgn_messages(${empty.messageId})`)).msgn_name).toBe("+15550151");
  });
});

describe("a text that is delivered twice", () => {
  it("makes one message, and answers 200 with the same ids", async () => {
    const text = { from: "+15550160", body: "Hi", id: "SM/4'8 213" };
    const { status, ...first } = await sendSms(sandbox.port, text);
    const again = await sendSms(sandbox.port, text);
    expect(status).toBe(201);
    expect(again).toEqual({ ...first, status: 200 });
    expect(await rows(sandbox.port, "root", `msgn_messages?$filter=_msgn_sessionid_value eq ${first.sessionId}`)).toHaveLength(1);
  });

  it("stays read, with the text and time that it had", async () => {
    const { messageId } = await sendSms(sandbox.port, { from: "+15550161", body: "Hi", id: "read-once" });
    await patch("ana", `msgn_messages(${messageId})`, { msgn_readon: "2026-01-01T00:00:00Z" });
    const before = await get(`msgn_messages(${messageId})`);
    await sendSms(sandbox.port, { from: "+15550161", body: "Hi again", id: "read-once", receivedAt: "2026-01-02T00:00:00Z" });
    expect(await get(`msgn_messages(${messageId})`)).toEqual(before);
  });

  it("at the same moment makes one message", async () => {
    const text = { from: "+15550162", body: "Hi", id: "at-once" };
    const sent = await Promise.all(Array.from({ length: 5 }, () => sendSms(sandbox.port, text)));
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1);
  });
});

describe("the gateway in trouble", () => {
  let numbers = 0;
  const fault = (body: unknown) => ask(sandbox.port, "/sandbox/faults", { method: "POST", body });

  it.each([
    ["429 with Retry-After", { status: 429, retryAfterSeconds: 0, times: 2 }],
    ["500", { status: 500, times: 2 }],
    ["a cut connection", { status: 0 }],
    ["an answer lost after the work was done", { status: 0, after: true }],
    ["a change set whose last part failed", { path: "msgn_messages", part: true, status: 500, times: 2 }],
    ["a change set whose first part failed", { path: "msgn_contactnumbers", part: true, status: 503, times: 1 }],
  ])("delivers once all the same after %s", async (_, body) => {
    await fault({ path: "$batch", ...body });
    numbers += 1;
    const { sessionId } = await sendSms(sandbox.port, { from: `+1555770${numbers}`, body: JSON.stringify(body) });
    expect((await ask(sandbox.port, "/sandbox/faults")).json()).toEqual([]);
    const messages = await rows(sandbox.port, "root", `msgn_messages?$select=msgn_body&$filter=_msgn_sessionid_value eq ${sessionId}`);
    expect(messages.filter(({ msgn_body }) => msgn_body === JSON.stringify(body))).toHaveLength(1);
  });

  it("waits as long as Retry-After says", async () => {
    await fault({ path: "$batch", status: 429, retryAfterSeconds: 1 });
    const started = Date.now();
    await sendSms(sandbox.port, { from: "+15550171", body: "Hi" });
    expect(Date.now() - started).toBeGreaterThanOrEqual(1000);
  });

  it("gives up after a few tries, says so with 502, and leaves nothing half written", async () => {
    await fault({ path: "$batch", status: 503, times: 100 });
    const answer = await ask(sandbox.port, "/sandbox/sms", { method: "POST", body: { from: "+15550172", body: "Hi" } });
    expect(answer.status).toBe(502);
    expect(answer.text).toContain("503");
    expect(await rows(sandbox.port, "root", "msgn_contactnumbers?$filter=msgn_phonenumber eq '%2B15550172'")).toEqual([]);
  }, 20_000);

  it("keeps nothing of a change set that failed at its last part", async () => {
    await fault({ method: "PATCH", path: "msgn_messages", part: true, status: 403 });
    const answer = await ask(sandbox.port, "/sandbox/sms", { method: "POST", body: { from: "+15550175", body: "Hi" } });
    expect(answer.status).toBe(502);
    expect(await rows(sandbox.port, "root", "msgn_contactnumbers?$filter=msgn_phonenumber eq '%2B15550175'")).toEqual([]);
    expect(await rows(sandbox.port, "root", "msgn_sessions?$filter=startswith(msgn_name,'%2B15550175')")).toEqual([]);
  });

  it("uses the row of another gateway that met the number first under another id", async () => {
    const other = "0f0e0d0c-0b0a-4908-8706-050403020100";
    await patch("gateway", `msgn_contactnumbers(${other})`, { msgn_phonenumber: "+15550173" });
    expect(await sendSms(sandbox.port, { from: "+15550173", body: "Hi" })).toMatchObject({ status: 201, contactNumberId: other });
    expect(contactNumberIdFor("+15550173")).not.toBe(other);
  });

  it("refuses for good where its role may not write", async () => {
    const sms = { id: "as-zoe", from: "+15550174", to: "+15550999", body: "Hi", receivedAt: new Date() };
    await expect(deliver(sandbox.connect("zoe"), sms)).rejects.toMatchObject({ name: "GatewayError", status: 403 });
  });
});
