/** More unread messages than an aggregate may count, more sessions than an answer holds: nobody is forgotten. */
import { createClient } from "../../../shared/dataverse/client";
import { createBothGateways } from "./createBothGateways";
import { startDataverse } from "../../dataverse";
import type { TestDataverse } from "../../dataverse";

jest.setTimeout(120_000);

const NUMBER = "+15550100";
let dataverse: TestDataverse;

/** Ana's gateway; answers that match are replaced. */
function gatewayWith(replace: (url: string) => Response | null) {
  const fetch = dataverse.fetchAs("ana");
  dataverse.asked.length = 0;
  const client = createClient((url, init) => Promise.resolve(replace(url)).then((response) => response ?? fetch(url, init)));
  return createBothGateways(client, dataverse.idOf("ana"), () => 0);
}

const refused = (code: string) => new Response(JSON.stringify({ error: { code, message: "refused" } }), { status: 400 });
const tooManyToCount = (url: string) => (url.includes("aggregate") ? refused("0x8004E023") : null);

beforeEach(async () => {
  dataverse = await startDataverse();
});

afterEach(() => dataverse.close());

describe("when there are too many unread messages to count", () => {
  it("reads the newest one by one", async () => {
    const id = dataverse.text(NUMBER, { secondsAgo: 60 });
    dataverse.text(NUMBER);
    const reading = await gatewayWith(tooManyToCount).readInbox();
    expect(reading.isLowerBound).toBe(true);
    expect(reading.sessions).toEqual([
      expect.objectContaining({ id, unread: 2, phoneNumber: NUMBER, oldestUnreadAt: dataverse.now - 60_000 }),
    ]);
  });

  it("shows the newest where the server cannot name the others, and stays away from a server that asks for it", async () => {
    dataverse.text(NUMBER);
    const answer = (status: number) => (url: string) =>
      tooManyToCount(url) ?? (url.includes("crossapply") ? new Response("{}", { status }) : null);
    expect((await gatewayWith(answer(400)).readInbox()).sessions).toHaveLength(1);
    await expect(gatewayWith(answer(429)).readInbox()).rejects.toMatchObject({ kind: "throttled" });
  });

  it("leaves out, in every query, what was read, what we sent, and blocked numbers", async () => {
    const id = dataverse.text(NUMBER);
    const [message] = dataverse.rows("msgn_messages");
    const path = `msgn_messages(${String(message?.["msgn_messageid"])})`;
    const noNewest = (url: string) => tooManyToCount(url) ?? (/top/.test(url) ? Response.json({ value: [] }) : null);
    const shown = async () => (await gatewayWith(noNewest).readInbox()).sessions.map((session) => session.id);
    expect(await shown()).toEqual([id]);
    for (const change of [{ msgn_readon: "2026-11-22T12:00:00Z" }, { msgn_readon: null, msgn_direction: 864500001 }]) {
      dataverse.system("PATCH", path, change);
      expect(await shown()).toEqual([]);
    }
    dataverse.system("PATCH", path, { msgn_direction: 864500000 });
    const [session] = dataverse.rows("msgn_sessions");
    dataverse.system("PATCH", `msgn_contactnumbers(${String(session?.["_msgn_contactnumberid_value"])})`, { statecode: 1, statuscode: 2 });
    expect(await shown()).toEqual([]);
  });
});

describe("when there are more sessions than an answer holds", () => {
  /** The server as it is, with pages of two rows instead of 5,000. */
  function gatewayOfSmallPages() {
    const fetch = dataverse.fetchAs("ana");
    const client = createClient((url, init) => fetch(url.replace("%3Cfetch", "%3Cfetch%20count%3D%222%22"), init));
    return createBothGateways(client, dataverse.idOf("ana"), () => 0);
  }

  it("asks for the others page by page, and shows each session once", async () => {
    const ids = ["01", "02", "03", "04", "05"].map((end) => dataverse.text(`+155501${end}`));
    dataverse.asked.length = 0;
    const { sessions, isLowerBound } = await gatewayOfSmallPages().readInbox();
    expect(sessions.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect([isLowerBound, dataverse.asked.length]).toEqual([true, 4]);
  });

  it("shows a session once that moves to the next page while the pages are read", async () => {
    const id = dataverse.text("+15550101");
    const page = { value: [{ session: id, contactnumber: id, newest: "2026-11-22T12:00:00Z" }], "@odata.nextLink": "next" };
    let pages = 0;
    const gateway = gatewayWith((url) => {
      if (!url.includes("crossapply")) return tooManyToCount(url) ?? Response.json({ value: [] });
      pages += 1;
      return Response.json(pages < 3 ? page : { value: page.value });
    });
    expect((await gateway.readInbox()).sessions.map((session) => session.id)).toEqual([id]);
    expect(pages).toBe(3);
  });

  it("judges a takeover of a session with more unread messages than can be counted", async () => {
    const id = dataverse.text(NUMBER, { secondsAgo: 3600, session: { msgn_sessionstatus: 864500001 } });
    dataverse.text(NUMBER);
    const { oldestUnreadAt } = await gatewayWith(tooManyToCount).readSession(id);
    expect(oldestUnreadAt).toBe(dataverse.now - 3_600_000);
  });
});
