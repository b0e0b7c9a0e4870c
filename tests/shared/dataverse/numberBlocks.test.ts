/** A blocked number in Dataverse: what is noted, who sees its conversations, and how a block ends by itself. */
import { createClient } from "../../../shared/dataverse/client";
import { createBothGateways } from "./createBothGateways";
import { block } from "../../../shared/inbox/block";
import { startDataverse } from "../../dataverse";
import type { Login, TestDataverse } from "../../dataverse";

const NUMBER = "+15550100";
const HOUR = 3_600_000;
let dataverse: TestDataverse;
let session: string;
let number: string;

/** By a browser whose clock is a day behind the server's: it decides nothing. */
const gatewayOf = (login: Login) =>
  createBothGateways(createClient(dataverse.fetchAs(login)), dataverse.idOf(login), () => dataverse.now - 24 * HOUR);
const listed = async (login: Login = "ben") => (await gatewayOf(login).readInbox()).sessions.map(({ id }) => id);
const row = () => dataverse.system("GET", `msgn_contactnumbers(${number})`);
const blockAsAna = (terms: { reason: string; length: number | null }) => block(gatewayOf("ana"), number, dataverse.idOf("ana"), terms);

beforeEach(async () => {
  dataverse = await startDataverse();
  session = dataverse.text(NUMBER);
  number = String(dataverse.rows("msgn_contactnumbers")[0]?.["msgn_contactnumberid"]);
});
afterEach(() => dataverse.close());

it("notes who blocked it, when, why and until when, by the server's clock", async () => {
  await blockAsAna({ reason: "Advertising 😀", length: HOUR });
  expect(row()).toMatchObject({
    statecode: 1,
    statuscode: 2,
    _msgn_blockedby_value: dataverse.idOf("ana"),
    msgn_blockedon: "2026-11-22T12:00:00Z",
    msgn_blockreason: "Advertising 😀",
    msgn_blockeduntil: "2026-11-22T13:00:00Z",
  });
});

it("notes no reason and no end where none is given", async () => {
  await blockAsAna({ reason: "", length: null });
  expect(row()).toMatchObject({ statecode: 1, msgn_blockreason: null, msgn_blockeduntil: null });
});

it("keeps of a long reason what the column takes, and no half of a character", async () => {
  await blockAsAna({ reason: `${"x".repeat(199)}😀`, length: null });
  expect(row()["msgn_blockreason"]).toBe("x".repeat(199));
});

it("is blocked and unblocked only as it was read", async () => {
  const gateway = gatewayOf("ana");
  const { etag, block: noted } = await gateway.readContactNumber(number);
  expect(noted).toBeNull();
  const wanted = { on: dataverse.now, by: dataverse.idOf("ben"), reason: "Advertising", until: dataverse.now + HOUR };
  const next = await gateway.setBlocked(number, wanted, etag);
  expect((await gateway.readContactNumber(number)).block).toEqual(wanted);
  await expect(gateway.setBlocked(number, null, etag)).rejects.toMatchObject({ kind: "stale" });
  await gateway.setBlocked(number, null, next);
  const empty = { msgn_blockedon: null, _msgn_blockedby_value: null, msgn_blockreason: null, msgn_blockeduntil: null };
  expect(row()).toMatchObject({ statecode: 0, ...empty });
});

it("shows its conversations to nobody, and to everybody again from the second at which the block ends", async () => {
  await blockAsAna({ reason: "", length: HOUR });
  dataverse.now += HOUR - 1000;
  expect(await listed()).toEqual([]);
  expect((await gatewayOf("ben").readSession(session)).blocked).toBe(true);
  dataverse.now += 1000;
  expect(await listed()).toEqual([session]);
  expect((await gatewayOf("ben").readSession(session)).blocked).toBe(false);
  expect(row()).toMatchObject({ statecode: 1 });
});

it("stays blocked where the block has no end", async () => {
  await blockAsAna({ reason: "", length: null });
  dataverse.now += 10 * 365 * 24 * HOUR;
  expect(await listed()).toEqual([]);
});

it("is not blocked where somebody activated it in a list, whatever end is still noted", async () => {
  await blockAsAna({ reason: "", length: HOUR });
  dataverse.system("PATCH", `msgn_contactnumbers(${number})`, { statecode: 0, statuscode: 1 });
  expect(await listed()).toEqual([session]);
  expect((await gatewayOf("ben").readSession(session)).blocked).toBe(false);
});

it("does not make the count a lower bound", async () => {
  await blockAsAna({ reason: "", length: HOUR });
  dataverse.text("+15550101");
  expect(await gatewayOf("ben").readInbox()).toMatchObject({ isLowerBound: false, sessions: [{ phoneNumber: "+15550101" }] });
});

it("can be blocked again when a block has ended by itself, and undoing restores what was before", async () => {
  await blockAsAna({ reason: "First", length: HOUR });
  const before = row();
  dataverse.now += 2 * HOUR;
  const again = await block(gatewayOf("ben"), number, dataverse.idOf("ben"), { reason: "Second", length: null });
  expect(row()).toMatchObject({
    _msgn_blockedby_value: dataverse.idOf("ben"),
    msgn_blockedon: "2026-11-22T14:00:00Z",
    msgn_blockreason: "Second",
    msgn_blockeduntil: null,
  });
  expect(await listed("ana")).toEqual([]);
  await gatewayOf("ben").setBlocked(number, again?.before ?? null, again?.etag ?? "");
  for (const column of ["statecode", "_msgn_blockedby_value", "msgn_blockedon", "msgn_blockreason", "msgn_blockeduntil"]) {
    expect(row()[column]).toEqual(before[column]);
  }
  expect(await listed("ana")).toEqual([session]);
});

it("that somebody else has blocked is not this viewer's to undo", async () => {
  await blockAsAna({ reason: "", length: HOUR });
  expect(await block(gatewayOf("ben"), number, dataverse.idOf("ben"), { reason: "", length: null })).toBeNull();
});
