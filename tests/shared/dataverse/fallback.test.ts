/** More unread messages than the server counts, and more than the list asked for instead can hold. */
import { createClient } from "../../../shared/dataverse/client";
import { createGateway } from "../../../shared/dataverse/gateway";
import { FALLBACK_ROWS } from "../../../shared/dataverse/queries";
import { INITIAL_STATE } from "../../../shared/inbox/inboxState";
import { project } from "../../../shared/inbox/project";
import { startDataverse } from "../../dataverse";
import type { TestDataverse } from "../../dataverse";

// However slow the machine is: what is tested is not its speed.
jest.setTimeout(60_000);

/** Of one contact, all newer than those of the other. */
const NEWER = FALLBACK_ROWS + 20;
const OLDER = 30;
let dataverse: TestDataverse;
let older: string;
let newer: string;

/** The engine's own limit is ten times as high: past the first request it answers itself. */
function gatewayPastTheLimit() {
  const fetch = dataverse.fetchAs("ana");
  const client = createClient((url, init) =>
    url.includes("aggregate")
      ? Promise.resolve(new Response('{"error":{"code":"0x8004E023","message":"AggregateQueryRecordLimit exceeded"}}', { status: 400 }))
      : fetch(url, init),
  );
  return createGateway(client, dataverse.idOf("ana"), () => dataverse.now);
}

function write(sessionId: string, count: number, firstSecondsAgo: number): void {
  for (let at = 1; at < count; at++) {
    dataverse.system("POST", "msgn_messages", {
      msgn_providermessageid: `${sessionId} ${at}`,
      msgn_receivedon: new Date(dataverse.now - (firstSecondsAgo - at) * 1000).toISOString(),
      "msgn_sessionid@odata.bind": `/msgn_sessions(${sessionId})`,
    });
  }
}

beforeAll(async () => {
  dataverse = await startDataverse();
  older = dataverse.text("+15550100", { secondsAgo: 90_000 });
  write(older, OLDER, 90_000);
  newer = dataverse.text("+15550101", { secondsAgo: 20_000 });
  write(newer, NEWER, 20_000);
}, 120_000);

afterAll(() => dataverse.close());

it("reads the newest as far as one answer goes and names the others, and says that this is not all", async () => {
  dataverse.asked.length = 0;
  const gateway = gatewayPastTheLimit();
  const reading = await gateway.readInbox();
  expect(dataverse.asked).toHaveLength(2);
  expect(reading.sessions).toEqual([
    expect.objectContaining({ id: newer, unread: FALLBACK_ROWS }),
    expect.objectContaining({ id: older, unread: 1, phoneNumber: "+15550100", status: "new" }),
  ]);
  const { unread, isLowerBound } = project({ ...INITIAL_STATE, profile: await gateway.readProfile(), reading }, null);
  expect([unread, isLowerBound]).toEqual([FALLBACK_ROWS + 1, true]);
});

it("loses nothing: what did not fit comes as soon as there is room, and is counted exactly once the server counts again", async () => {
  for (const row of dataverse.rows(`msgn_messages?$select=msgn_messageid&$filter=_msgn_sessionid_value eq ${newer}&$top=25`)) {
    dataverse.system("PATCH", `msgn_messages(${String(row["msgn_messageid"])})`, { msgn_readon: "2026-11-22T12:00:00Z" });
  }
  const { sessions, isLowerBound } = await gatewayPastTheLimit().readInbox();
  expect(sessions).toEqual([
    expect.objectContaining({ id: newer, unread: NEWER - 25 }),
    expect.objectContaining({ id: older, unread: FALLBACK_ROWS - (NEWER - 25) }),
  ]);
  expect(isLowerBound).toBe(true);
  const exact = await createGateway(createClient(dataverse.fetchAs("ana")), dataverse.idOf("ana"), () => dataverse.now).readInbox();
  expect(exact.isLowerBound).toBe(false);
  expect(new Map(exact.sessions.map(({ id, unread }) => [id, unread]))).toEqual(new Map([[newer, NEWER - 25], [older, OLDER]])); // prettier-ignore
});
