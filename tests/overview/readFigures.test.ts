/** The figures, read from the sandbox's Dataverse with the packed solution, as an administrator and as others. */
import { FIGURES } from "../../overview/figures";
import { readFiguresOfNow, readNumberFigures } from "../../overview/readFigures";
import { listOf } from "../../overview/list";
import { createClient } from "../../shared/dataverse/client";
import type { Fetch } from "../../shared/dataverse/client";
import { startDataverse } from "../dataverse";
import type { Login, TestDataverse } from "../dataverse";

let dataverse: TestDataverse;
beforeEach(async () => {
  dataverse = await startDataverse();
});
afterEach(() => dataverse.close());

const MINUTE = 60_000;
const clientOf = (login: Login) => createClient(dataverse.fetchAs(login));
const ofNow = async (login: Login = "mia") => (await readFiguresOfNow(clientOf(login))).figures;
const ofNumbers = (login: Login = "mia") => readNumberFigures(clientOf(login), dataverse.now);

function event(kind: number): void {
  const session = dataverse.text("+15550100");
  dataverse.system("POST", "msgn_sessionevents", { msgn_kind: kind, "msgn_sessionid@odata.bind": `/msgn_sessions(${session})` });
}

function answer(status: number): void {
  const session = dataverse.text("+15550100");
  const body = {
    msgn_name: "Yes",
    msgn_direction: 864500001,
    msgn_deliverystatus: status,
    msgn_receivedon: new Date(dataverse.now).toISOString(),
  };
  dataverse.system("POST", "msgn_messages", { ...body, "msgn_sessionid@odata.bind": `/msgn_sessions(${session})` });
}

const block = (number: string, until: string | null): unknown =>
  dataverse.system("PATCH", `msgn_contactnumbers(msgn_phonenumber='${encodeURIComponent(number)}')`, {
    ...{ statecode: 1, statuscode: 2, msgn_blockeduntil: until },
  });
const at = (ms: number): string => new Date(ms).toISOString();

it("says nothing of what is not there: nobody waits, nothing happened", async () => {
  expect({ ...(await ofNow()), ...(await ofNumbers()) }).toEqual({
    ...{ waiting: 0, longest: "none", accepted: 0, takenOver: 0, failed: 0, blocked: 0, optedOut: 0 },
  });
});

it("counts each conversation that waits once, and tells the longest wait by the server's clock", async () => {
  dataverse.text("+15550101", { secondsAgo: 60 });
  dataverse.text("+15550101", { secondsAgo: 30 });
  dataverse.text("+15550102", { secondsAgo: 10 });
  dataverse.now += 11 * MINUTE;
  expect(await ofNow()).toMatchObject({ waiting: 2, longest: 12 * MINUTE });
  expect((await readFiguresOfNow(clientOf("mia"))).at).toBe(dataverse.now);
});

it("leaves out who is blocked, and has them again once the block has ended", async () => {
  dataverse.text("+15550101");
  dataverse.text("+15550102");
  block("+15550101", null);
  block("+15550102", at(dataverse.now + 5 * MINUTE));
  expect(await ofNow()).toMatchObject({ waiting: 0, longest: "none" });
  expect(await ofNumbers()).toEqual({ blocked: 2, optedOut: 0 });
  dataverse.now += 7 * MINUTE;
  expect(await ofNow()).toMatchObject({ waiting: 1, longest: 7 * MINUTE });
  expect(await ofNumbers()).toEqual({ blocked: 1, optedOut: 0 });
});

it("counts what was accepted, taken over and failed today, and begins anew with the next day", async () => {
  for (const kind of [864500000, 864500000, 864500001, 864500002, 864500003]) event(kind);
  for (const status of [864500003, 864500004, 864500005]) answer(status);
  expect(await ofNow()).toMatchObject({ accepted: 2, takenOver: 1, failed: 2 });
  dataverse.now += 24 * 60 * MINUTE;
  expect(await ofNow()).toMatchObject({ accepted: 0, takenOver: 0, failed: 0 });
});

it("counts the numbers that have opted out", async () => {
  dataverse.system("POST", "msgn_contactnumbers", { msgn_phonenumber: "+15550101", msgn_optedouton: at(dataverse.now) });
  dataverse.system("POST", "msgn_contactnumbers", { msgn_phonenumber: "+15550102" });
  expect(await ofNumbers()).toEqual({ blocked: 0, optedOut: 1 });
});

it("is as many as the lists behind the figures have rows", async () => {
  for (const number of ["+15550101", "+15550102", "+15550103"]) dataverse.text(number, { secondsAgo: 60 });
  block("+15550103", null);
  for (const kind of [864500000, 864500001, 864500001]) event(kind);
  answer(864500004);
  const figures = { ...(await ofNow()), ...(await ofNumbers()) };
  for (const name of FIGURES.filter((each) => each !== "longest")) {
    const { table, viewId } = listOf(name);
    const view = dataverse.model.views.find(({ id }) => id === viewId);
    expect(view?.table).toBe(table);
    const rows = dataverse.rows(`${table}s?fetchXml=${encodeURIComponent(view?.fetchXml ?? "")}`);
    expect([name, figures[name]]).toEqual([name, rows.length]);
  }
});

it("asks three times a minute, and never for messages that are read", async () => {
  dataverse.asked.length = 0;
  await ofNow();
  expect(dataverse.asked).toHaveLength(3);
  expect(dataverse.asked.every((one) => one.includes('aggregate="true"'))).toBe(true);
  expect(dataverse.asked.filter((one) => one.includes("msgn_messages?"))).toEqual([
    expect.stringContaining('attribute="msgn_readon" operator="null"'),
    expect.stringContaining('attribute="createdon" operator="today"'),
  ]);
});

it("tells a reader without the roles that they have no right, figure by figure", async () => {
  expect({ ...(await ofNow("zoe")), ...(await ofNumbers("zoe")) }).toEqual(Object.fromEntries(FIGURES.map((name) => [name, "noRight"])));
});

it("tells of more than 50,000 unread texts that Dataverse does not count them, and still since when the oldest waits", async () => {
  dataverse.text("+15550101", { secondsAgo: 600 });
  const fetchAs = dataverse.fetchAs("mia");
  const refusing: Fetch = (url, init) =>
    decodeURIComponent(url).includes('alias="waiting"')
      ? Promise.resolve(new Response('{"error":{"code":"0x8004E023","message":"limit"}}', { status: 400 }))
      : fetchAs(url, init);
  const { figures } = await readFiguresOfNow(createClient(refusing));
  expect(figures).toMatchObject({ waiting: "tooMany", longest: 600_000, accepted: 0 });
});

it("throws what is neither: a server that does not answer is no figure", async () => {
  const broken: Fetch = () => Promise.resolve(new Response("", { status: 503 }));
  await expect(readFiguresOfNow(createClient(broken))).rejects.toMatchObject({ name: "RequestFailed", kind: "failed" });
});
