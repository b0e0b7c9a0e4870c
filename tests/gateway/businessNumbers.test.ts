import { createBusinessNumbers, deliver } from "../../gateway/contract";
import { businessNumberIdFor } from "../../gateway/contract/ids";
import { frontDesk, userId } from "../../demo/users";
import type { Sandbox } from "../../sandbox";
import { ask, askWebApi, rows } from "../../sandbox/tests/http/ask";
import { buildTimeout, startSandbox } from "../demo/server";
import { watched } from "./watchedConnection";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
}, buildTimeout);
afterAll(() => sandbox.close());
afterEach(() => ask(sandbox.port, "/sandbox/faults", { method: "DELETE" }));

let made = 0;
/** A number of ours that nobody has written to. */
const newNumber = (): string => `+1555${8_000_000 + made++}`;
const text = (to: string, from = "+15550100") => ({ id: `SM-bn-${made++}`, from, to, body: "Hi", receivedAt: new Date() });
const rowsOf = (to: string) => rows(sandbox.port, "root", `msgn_businessnumbers?$filter=msgn_phonenumber eq '${encodeURIComponent(to)}'`);
const write = (path: string, body: object, method = "PATCH") => askWebApi(sandbox.port, "root", path, { method, body });

it("gives a number its row with the first text: its name is the number, it has no team, so everyone is notified", async () => {
  const to = newNumber();
  const connection = sandbox.connect("gateway");
  await deliver(connection, text(to), undefined, createBusinessNumbers(connection));
  expect(await rowsOf(to)).toMatchObject([
    { msgn_phonenumber: to, msgn_name: to, _msgn_teamid_value: null, msgn_ownedbyteam: false, statecode: 0 },
  ]);
});

it("makes one row where two gateways meet a number at once, and leaves alone what an administrator has made of it", async () => {
  const to = newNumber();
  const connection = sandbox.connect("gateway");
  await Promise.all(
    ["+15550101", "+15550102"].map((from) => deliver(connection, text(to, from), undefined, createBusinessNumbers(connection))),
  );
  const [row] = await rowsOf(to);
  await write(`msgn_businessnumbers(${String(row?.["msgn_businessnumberid"])})`, { msgn_name: "Service" });
  await deliver(connection, text(to), undefined, createBusinessNumbers(connection));
  expect(await rowsOf(to)).toMatchObject([{ msgn_name: "Service" }]);
});

it("keeps to a row that an administrator has made under another id", async () => {
  const to = newNumber();
  await write("msgn_businessnumbers", { msgn_phonenumber: to, msgn_name: "By hand" }, "POST");
  const connection = sandbox.connect("gateway");
  await deliver(connection, text(to), undefined, createBusinessNumbers(connection));
  const found = await rowsOf(to);
  expect(found).toMatchObject([{ msgn_name: "By hand" }]);
  expect(found[0]?.["msgn_businessnumberid"]).not.toBe(businessNumberIdFor(to));
});

it("asks once a minute, however many texts come, and again once that has passed", async () => {
  const to = newNumber();
  let asked = 0;
  let now = 0;
  const connection = watched(sandbox, ({ url }) => void (asked += url.includes("msgn_businessnumbers?") ? 1 : 0));
  const numbers = createBusinessNumbers(connection, () => now);
  for (const from of ["+15550101", "+15550102", "+15550103"]) await deliver(connection, text(to, from), undefined, numbers);
  expect(asked).toBe(1);
  now = 60_000;
  await deliver(connection, text(to), undefined, numbers);
  expect(asked).toBe(2);
});

it("lets texts in as before where the role or the solution is older than business numbers", async () => {
  const to = newNumber();
  for (const status of [403, 404]) {
    await ask(sandbox.port, "/sandbox/faults", { method: "POST", body: { method: "GET", path: "msgn_businessnumbers", status, times: 1 } });
    const connection = sandbox.connect("gateway");
    expect((await deliver(connection, text(to), undefined, createBusinessNumbers(connection))).isNew).toBe(true);
  }
});

it("does not take a text whose number's row cannot be read at the moment: the provider sends it again, and the next try asks anew", async () => {
  const to = newNumber();
  await ask(sandbox.port, "/sandbox/faults", {
    method: "POST",
    body: { method: "GET", path: "msgn_businessnumbers", status: 503, times: 1 },
  });
  const connection = { ...sandbox.connect("gateway"), maxAttempts: 1 };
  const numbers = createBusinessNumbers(connection);
  const sms = text(to);
  await expect(deliver(connection, sms, undefined, numbers)).rejects.toThrow("503");
  expect((await deliver(connection, sms, undefined, numbers)).isNew).toBe(true);
});

/** A number whose texts are owned by a team. @returns delivers the next text of its customer */
async function writesToTeam() {
  const to = newNumber();
  const team = { "msgn_teamid@odata.bind": `/teams(${frontDesk.id})` };
  await write("msgn_businessnumbers", { msgn_phonenumber: to, msgn_name: "Service", msgn_ownedbyteam: true, ...team }, "POST");
  const connection = sandbox.connect("gateway");
  const numbers = createBusinessNumbers(connection);
  return () => deliver(connection, text(to), undefined, numbers);
}

async function ownerOf(path: string): Promise<unknown> {
  return ((await askWebApi(sandbox.port, "root", path)).json() as Record<string, unknown>)["_ownerid_value"];
}

it("makes the team the owner of a new session and its messages where the number's row says so, and whoever has accepted the session that of later messages", async () => {
  const next = await writesToTeam();
  const { sessionId, messageId } = await next();
  expect([await ownerOf(`msgn_sessions(${sessionId})`), await ownerOf(`msgn_messages(${messageId})`)]).toEqual([
    frontDesk.id,
    frontDesk.id,
  ]);
  const ana = "a11ce000-0000-4000-8000-000000000001";
  await write(`msgn_sessions(${sessionId})`, { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${ana})` });
  const later = await next();
  expect([await ownerOf(`msgn_sessions(${sessionId})`), await ownerOf(`msgn_messages(${later.messageId})`)]).toEqual([ana, ana]);
});

it.each([
  ["is not allowed to own messages", { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${userId("zoe")})` }],
  ["has not accepted it", { "ownerid@odata.bind": `/systemusers(${userId("ana")})` }],
])("makes the team the owner of a text where the person whose session it is %s", async (_, owner) => {
  const next = await writesToTeam();
  const { sessionId } = await next();
  // As the platform: no role is asked.
  expect(sandbox.dataverse.asSystem({ method: "PATCH", path: `msgn_sessions(${sessionId})`, body: owner }).status).toBe(204);
  const { isNew, messageId } = await next();
  expect([isNew, await ownerOf(`msgn_messages(${messageId})`)]).toEqual([true, frontDesk.id]);
});

it.each([400, 404])(
  "loses no text where Dataverse refuses its owner with %s, as perhaps one who is disabled: it is the team's",
  async (status) => {
    const next = await writesToTeam();
    const { sessionId } = await next();
    await write(`msgn_sessions(${sessionId})`, { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${userId("ana")})` });
    await ask(sandbox.port, "/sandbox/faults", {
      method: "POST",
      body: { method: "PATCH", path: "msgn_messages", part: true, status, times: 1 },
    });
    const { isNew, messageId } = await next();
    expect([isNew, await ownerOf(`msgn_messages(${messageId})`)]).toEqual([true, frontDesk.id]);
  },
);

it("makes nobody in particular the owner where the row has a team, and does not say that it owns what comes in", async () => {
  const to = newNumber();
  await write(
    "msgn_businessnumbers",
    { msgn_phonenumber: to, msgn_name: "Service", "msgn_teamid@odata.bind": `/teams(${frontDesk.id})` },
    "POST",
  );
  const connection = sandbox.connect("gateway");
  const { sessionId } = await deliver(connection, text(to), undefined, createBusinessNumbers(connection));
  const session = (await askWebApi(sandbox.port, "root", `msgn_sessions(${sessionId})`)).json() as Record<string, unknown>;
  expect(session["_owningteam_value"]).toBeNull();
});
