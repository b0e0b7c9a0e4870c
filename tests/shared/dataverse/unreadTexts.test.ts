/** All unread texts of one conversation, for an agent who looks before deciding. */
import { createClient } from "../../../shared/dataverse/client";
import { createPanelGateway, MOST_TEXTS } from "../../../shared/dataverse/panelGateway";
import { startDataverse } from "../../dataverse";
import type { Row, TestDataverse } from "../../dataverse";

const NUMBER = "+15550100";
let dataverse: TestDataverse;

const read = (sessionId: string) => createPanelGateway(createClient(dataverse.fetchAs("ana"))).readUnreadTexts(sessionId);
const textsOf = async (sessionId: string) => (await read(sessionId)).items.map(({ text }) => text);

beforeEach(async () => {
  dataverse = await startDataverse();
});
afterEach(() => dataverse.close());

/** Another text of the session, received so many seconds ago. */
function write(session: string, body: string, secondsAgo: number, columns: object = {}): Row {
  return dataverse.system("POST", "msgn_messages", {
    msgn_body: body,
    msgn_direction: 864500000,
    msgn_receivedon: new Date(dataverse.now - secondsAgo * 1000).toISOString().replace(/\.\d+/, ""),
    msgn_providermessageid: `${body}-${secondsAgo}`,
    "msgn_sessionid@odata.bind": `/msgn_sessions(${session})`,
    ...columns,
  });
}

it("are read with one request, the oldest first, each with the time at which it arrived, and stay unread", async () => {
  const session = dataverse.text(NUMBER, { secondsAgo: 90 });
  const [first] = dataverse.rows("msgn_messages");
  write(session, "<b>Second</b> & 'third'", 30);
  write(session, "", 60);
  dataverse.asked.length = 0;
  expect(await read(session)).toEqual({
    items: [
      { id: first?.["msgn_messageid"], at: dataverse.now - 90_000, text: first?.["msgn_body"], file: "" },
      { id: expect.any(String) as string, at: dataverse.now - 60_000, text: "", file: "" },
      { id: expect.any(String) as string, at: dataverse.now - 30_000, text: "<b>Second</b> & 'third'", file: "" },
    ],
    hasMore: false,
  });
  expect(dataverse.asked).toHaveLength(1);
  expect(dataverse.rows("msgn_messages").map((row) => row["msgn_readon"])).toEqual([null, null, null]);
});

it("are those of this conversation that nobody has read and that the customer wrote", async () => {
  const session = dataverse.text(NUMBER);
  dataverse.text("+15550101");
  const [own] = await textsOf(session);
  write(session, "Read", 10, { msgn_readon: "2026-11-22T12:00:00Z" });
  write(session, "Ours", 10, { msgn_direction: 864500001 });
  expect(await textsOf(session)).toEqual([own]);
});

it("that came within one second keep the order in which they were stored", async () => {
  const session = dataverse.text(NUMBER, { secondsAgo: 60 });
  const words = ["one", "two", "three", "four"];
  for (const word of words) write(session, word, 5);
  expect((await textsOf(session)).slice(1)).toEqual(words);
});

it("arrived no later than they were stored, whatever a gateway's clock said", async () => {
  const session = dataverse.text(NUMBER, { secondsAgo: -3600 });
  const { items } = await read(session);
  expect(items.map(({ at }) => at)).toEqual([dataverse.now]);
});

it("are as many as one look can take: the oldest, and that there are more is said", async () => {
  const session = dataverse.text(NUMBER, { secondsAgo: 1000 });
  for (let at = 1; at < MOST_TEXTS; at++) write(session, String(at), 1000 - at);
  expect((await read(session)).hasMore).toBe(false);
  write(session, "one too many", 1);
  const { items, hasMore } = await read(session);
  expect([items.length, hasMore, items[MOST_TEXTS - 1]?.text]).toEqual([MOST_TEXTS, true, String(MOST_TEXTS - 1)]);
});
