import { deliver } from "../../gateway/contract";
import type { InboundSms } from "../../gateway/contract";
import { contactNumberIdFor, messageIdFor, sessionIdFor } from "../../gateway/contract/ids";
import type { Sandbox } from "../../sandbox";
import { askWebApi, rows } from "../../sandbox/tests/http/ask";
import { buildTimeout, startSandbox } from "../demo/server";
import { meanwhile, watched } from "./watchedConnection";
import type { Sent } from "./watchedConnection";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
}, buildTimeout);
afterAll(() => sandbox.close());

const business = "+15550999";
let made = 0;
const text = (from: string, changes: Partial<InboundSms> = {}): InboundSms => {
  made += 1;
  return { id: `SM${made}`, from, to: business, body: "Hi", receivedAt: new Date(), ...changes };
};
const send = (from: string, changes?: Partial<InboundSms>) => deliver(sandbox.connect("gateway"), text(from, changes));

const read = async (path: string): Promise<Record<string, unknown>> =>
  (await askWebApi(sandbox.port, "root", path)).json() as Record<string, unknown>;
const write = async (path: string, body: unknown, method = "PATCH"): Promise<void> => {
  const answer = await askWebApi(sandbox.port, "root", path, { method, ...(method === "DELETE" ? {} : { body }) });
  if (answer.status !== 204) throw new Error(`${path}: ${answer.status} ${answer.text}`);
};
const messagesOf = (sessionId: string) => rows(sandbox.port, "root", `msgn_messages?$filter=_msgn_sessionid_value eq ${sessionId}`);

describe("the addresses that the gateway uses", () => {
  const forbidden = /[/#<>*%&:\\?+]/;
  /** Values of text keys: in addresses of requests, of a batch's parts, and in `@odata.bind`. */
  const keyValues = ({ url, body }: Sent): string[] => {
    const addresses = [
      url,
      ...[...body.matchAll(/^(?:PATCH|POST) (\S+) HTTP/gm)].map(([, address = ""]) => address),
      ...[...body.matchAll(/@odata\.bind":"([^"]+)"/g)].map(([, address = ""]) => address),
    ];
    const paths = addresses.map((address) => decodeURIComponent(address.replace(/\?.*$/, "")));
    return paths.flatMap((path) => [...path.matchAll(/=\s*'((?:[^']|'')*)'/g)].map(([, value = ""]) => value));
  };

  it("have no key with a character that Dataverse does not take in keys, whatever the numbers and ids are", async () => {
    const sent: Sent[] = [];
    const connection = watched(sandbox, (request) => void sent.push(request));
    const ids = ["SMplain-1_2.3~4", ..."/#<>*%&:\\?+' ()=,;$@\"é👋".split(/(?!$)/u).map((sign) => `id${sign}${made}`)];
    for (const id of ids) {
      for (const expected of [true, false]) {
        expect(await deliver(connection, text("+15550200", { id }))).toMatchObject({ isNew: expected });
      }
    }
    const values = sent.flatMap(keyValues);
    expect(values).toContain("SMplain-1_2.3~4");
    expect(values.filter((value) => forbidden.test(value))).toEqual([]);
    const kept = await rows(
      sandbox.port,
      "root",
      "msgn_messages?$select=msgn_providermessageid&$filter=startswith(msgn_providermessageid,'id')",
    );
    expect(kept.map((row) => row.msgn_providermessageid).sort()).toEqual(ids.slice(1).sort());
  });

  it("tell a key with a phone number from one without", () => {
    const key = (url: string): string[] => keyValues({ url, body: "" }).filter((value) => forbidden.test(value));
    expect(key("http://x/msgn_contactnumbers(msgn_phonenumber='%2B15550100')?$select=x")).toEqual(["+15550100"]);
    expect(key("http://x/msgn_messages?$filter=msgn_providermessageid eq '%2B'")).toEqual([]);
  });
});

describe("rows that are there already", () => {
  it("are not written when they need no change: an agent who accepts at that moment keeps a valid etag", async () => {
    const { sessionId, contactNumberId } = await send("+15550201");
    const state = async () => [await read(`msgn_sessions(${sessionId})`), await read(`msgn_contactnumbers(${contactNumberId})`)];
    const before = await state();
    await send("+15550201");
    expect(await state()).toEqual(before);
    expect(await messagesOf(sessionId)).toHaveLength(2);
  });

  it("open a session again that somebody has deactivated, and leave its owner and status alone", async () => {
    const { sessionId } = await send("+15550205");
    const accepted = { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${(await read("WhoAmI()")).UserId as string})` };
    await write(`msgn_sessions(${sessionId})`, { ...accepted, statecode: 1, statuscode: 2 });
    const before = await read(`msgn_sessions(${sessionId})`);
    await send("+15550205");
    const after = await read(`msgn_sessions(${sessionId})`);
    expect(before.statecode).toBe(1);
    expect([after.statecode, after.statuscode]).toEqual([0, 1]);
    expect([after._ownerid_value, after.msgn_sessionstatus]).toEqual([before._ownerid_value, 864500001]);
  });

  it("give the session the customer's name once one is bound", async () => {
    const { sessionId, contactNumberId } = await send("+15550202");
    expect((await read(`msgn_sessions(${sessionId})`)).msgn_name).toBe("+15550202, +15550999");
    await write("accounts(0f0e0d0c-0b0a-4908-8706-050403020101)", { name: `${"Long ".repeat(31)}name` });
    await write(`msgn_contactnumbers(${contactNumberId})`, {
      "msgn_customerid_account@odata.bind": "/accounts(0f0e0d0c-0b0a-4908-8706-050403020101)",
    });
    await send("+15550202");
    expect((await read(`msgn_sessions(${sessionId})`)).msgn_name).toBe(`${"Long ".repeat(31)}name, +15550999`);
  });

  it("keep the customer whom an agent chooses while a text with another one arrives", async () => {
    const { contactNumberId } = await send("+15550203");
    const [chosen, other] = ["0f0e0d0c-0b0a-4908-8706-050403020102", "0f0e0d0c-0b0a-4908-8706-050403020103"];
    for (const id of [chosen, other]) await write(`contacts(${id})`, { lastname: id });
    const bind = { "msgn_customerid_contact@odata.bind": `/contacts(${chosen})` };
    const connection = meanwhile(sandbox, () => write(`msgn_contactnumbers(${contactNumberId})`, bind));
    expect((await deliver(connection, text("+15550203"), { table: "contact", id: other, name: other })).isNew).toBe(true);
    expect((await read(`msgn_contactnumbers(${contactNumberId})`))._msgn_customerid_value).toBe(chosen);
  });

  it("are found whatever ids they have", async () => {
    const [number, session] = ["0f0e0d0c-0b0a-4908-8706-050403020104", "0f0e0d0c-0b0a-4908-8706-050403020105"];
    await write(`msgn_contactnumbers(${number})`, { msgn_phonenumber: "+15550204" });
    const body = { msgn_businessnumber: business, "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${number})` };
    await write(`msgn_sessions(${session})`, body);
    expect(await send("+15550204")).toMatchObject({ contactNumberId: number, sessionId: session });
  });
});

it("keeps a text with characters that cannot be stored, without them", async () => {
  const { messageId } = await send("+15550205", { body: "a\u0000b\ud83dc\udc4bd 👋" });
  expect((await read(`msgn_messages(${messageId})`)).msgn_body).toBe("a\ufffdb\ufffdc\ufffdd 👋");
  await expect(send("+15550205", { id: "\u0000" })).rejects.toThrow(/"id" has a character/);
});

describe("rows that somebody else writes at the same moment", () => {
  it("are made once when many texts of a new number come at once", async () => {
    const sent = await Promise.all(Array.from({ length: 12 }, () => send("+15550210")));
    expect(new Set(sent.map(({ sessionId }) => sessionId)).size).toBe(1);
    expect(sent[0]).toMatchObject({
      contactNumberId: contactNumberIdFor("+15550210"),
      sessionId: sessionIdFor(contactNumberIdFor("+15550210"), business),
    });
    expect(await messagesOf(sent[0]?.sessionId ?? "")).toHaveLength(12);
  });

  it("are used when another gateway has made them under other ids", async () => {
    const other = "0f0e0d0c-0b0a-4908-8706-050403020106";
    const connection = meanwhile(sandbox, () => write(`msgn_contactnumbers(${other})`, { msgn_phonenumber: "+15550211" }));
    expect(await deliver(connection, text("+15550211"))).toMatchObject({ isNew: true, contactNumberId: other });
  });

  it("are made anew when an administrator deletes them", async () => {
    const first = await send("+15550212");
    const connection = meanwhile(sandbox, async () => {
      await write(`msgn_sessions(${first.sessionId})`, undefined, "DELETE");
      await write(`msgn_contactnumbers(${first.contactNumberId})`, undefined, "DELETE");
    });
    const second = await deliver(connection, text("+15550212"));
    expect(second).toMatchObject({ isNew: true, sessionId: first.sessionId });
    expect(await messagesOf(second.sessionId)).toHaveLength(1);
  });
});

describe("a row whose derived id belongs to another conversation", () => {
  it("gets another id: a contact number that was corrected keeps its number and its session", async () => {
    const first = await send("+15550220");
    await write(`msgn_contactnumbers(${first.contactNumberId})`, { msgn_phonenumber: "+15550221" });
    const old = await send("+15550220");
    expect(old.contactNumberId).not.toBe(first.contactNumberId);
    expect((await read(`msgn_contactnumbers(${first.contactNumberId})`)).msgn_phonenumber).toBe("+15550221");
    expect(await send("+15550221")).toMatchObject({ sessionId: first.sessionId });
    expect(await send("+15550220")).toMatchObject({ sessionId: old.sessionId });
  });

  it("gets another id: a session that was moved to another number stays there", async () => {
    const [first, other] = [await send("+15550222"), await send("+15550223", { to: "+15550998" })];
    const body = { "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${other.contactNumberId})` };
    await write(`msgn_sessions(${first.sessionId})`, body);
    expect((await send("+15550222")).sessionId).not.toBe(first.sessionId);
    expect((await read(`msgn_sessions(${first.sessionId})`))._msgn_contactnumberid_value).toBe(other.contactNumberId);
  });
});

describe("the gateway's patience", () => {
  const fault = (body: object) =>
    fetch(`${sandbox.url}sandbox/faults`, { method: "POST", body: JSON.stringify({ path: "$batch", ...body }) });
  afterEach(() => fetch(`${sandbox.url}sandbox/faults`, { method: "DELETE" }));

  it("ends at once when Dataverse wants it to wait for longer", async () => {
    await fault({ status: 429, retryAfterSeconds: 20 });
    const started = Date.now();
    const delivery = deliver({ ...sandbox.connect("gateway"), patienceMs: 5000 }, text("+15550230"));
    await expect(delivery).rejects.toMatchObject({ name: "GatewayError", status: 429 });
    expect(Date.now() - started).toBeLessThan(4000);
  });

  it("ends when Dataverse does not answer in time, and the same text can be sent again", async () => {
    await fault({ delayMs: 3000 });
    const sms = text("+15550231");
    const delivery = deliver({ ...sandbox.connect("gateway"), patienceMs: 1000 }, sms);
    await expect(delivery).rejects.toMatchObject({ name: "GatewayError", status: 0 });
    const { sessionId } = await deliver(sandbox.connect("gateway"), sms);
    expect(await messagesOf(sessionId)).toHaveLength(1);
  });

  it("asks for a new token once when the old one is refused", async () => {
    const asked: boolean[] = [];
    const token = (renew: boolean): Promise<string> => {
      asked.push(renew);
      return Promise.resolve(renew || asked.includes(true) ? "gateway" : "expired");
    };
    expect((await deliver({ ...sandbox.connect("gateway"), token }, text("+15550232"))).isNew).toBe(true);
    expect(asked.filter(Boolean)).toHaveLength(1);
    const refused = deliver({ ...sandbox.connect("gateway"), token: () => Promise.resolve("nobody") }, text("+15550232"));
    await expect(refused).rejects.toMatchObject({ name: "GatewayError", status: 401 });
  });
});

it("derives the ids that docs/gateway.md gives as examples", () => {
  const contactNumberId = contactNumberIdFor("+15550100");
  expect(contactNumberId).toBe("acd41f26-8332-517e-9a4f-ce6695afec11");
  expect(sessionIdFor(contactNumberId, "+15550999")).toBe("6985ee86-196c-5e04-b2e9-00b1c1044dcd");
  expect(messageIdFor("order/48213")).toBe("16d60616-2107-54de-b10d-ef311db1ef99");
});
