/** Marking read: all that can be marked, and nothing that is not there. */
import { createClient } from "../../../shared/dataverse/client";
import type { Fetch } from "../../../shared/dataverse/client";
import { RequestFailed } from "../../../shared/domain/failure";
import { startDataverse } from "../../dataverse";
import type { Login, TestDataverse } from "../../dataverse";
import { FALSE_BATCH_ANSWERS } from "../../e2e/falseAnswers";
import { markAllRead } from "./markAllRead";

const NUMBER = "+15550100";
let dataverse: TestDataverse;

/** What makes a session this user's. */
const ownedBy = (login: Login) => ({ session: { "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})` } });
const unread = () => dataverse.rows("msgn_messages?$select=msgn_messageid&$filter=msgn_readon eq null");
const idOf = (row: Readonly<Record<string, unknown>> | undefined) => String(row?.["msgn_messageid"]);

beforeEach(async () => {
  dataverse = await startDataverse();
});

afterEach(() => dataverse.close());

it("marks the session's unread messages read, as of the server's clock, and no other session's", async () => {
  const session = dataverse.text(NUMBER, { secondsAgo: 60, ...ownedBy("ana") });
  dataverse.text(NUMBER);
  dataverse.text("+15550101");
  await markAllRead(createClient(dataverse.fetchAs("ana")), session, dataverse.idOf("ana"));
  expect(unread()).toHaveLength(1);
  expect(dataverse.rows(`msgn_messages?$filter=msgn_readon eq ${new Date(dataverse.now).toISOString()}`)).toHaveLength(2);
});

it("does not make a message anew that was deleted meanwhile, and marks the others", async () => {
  const session = dataverse.text(NUMBER, { secondsAgo: 60, ...ownedBy("root") });
  dataverse.text(NUMBER, { secondsAgo: 30 });
  dataverse.text(NUMBER);
  const [first] = unread();
  // As one who may create messages: an agent may not, and would be refused.
  const server = dataverse.fetchAs("root");
  const fetch: Fetch = (url, init) => {
    if (init.method === "POST") dataverse.system("DELETE", `msgn_messages(${idOf(first)})`);
    return server(url, init);
  };
  await markAllRead(createClient(fetch), session, dataverse.idOf("root"));
  expect(unread()).toEqual([]);
  expect(dataverse.rows("msgn_messages")).toHaveLength(2);
});

it("marks more messages than a batch may have requests", async () => {
  const session = dataverse.text(NUMBER, { secondsAgo: 60, ...ownedBy("ana") });
  for (let at = 1; at <= 1_000; at++) {
    dataverse.system("POST", "msgn_messages", {
      msgn_providermessageid: `more ${at}`,
      msgn_receivedon: new Date(dataverse.now).toISOString(),
      "msgn_sessionid@odata.bind": `/msgn_sessions(${session})`,
    });
  }
  dataverse.asked.length = 0;
  await markAllRead(createClient(dataverse.fetchAs("ana")), session, dataverse.idOf("ana"));
  expect(unread()).toEqual([]);
  // The question, two batches, and whose the session is then.
  expect(dataverse.asked).toHaveLength(4);
});

it("leaves the messages unread where the session was given back meanwhile: others are to answer them", async () => {
  const session = dataverse.text(NUMBER, ownedBy("ana"));
  const server = dataverse.fetchAs("ana");
  const fetch: Fetch = (url, init) => {
    if (init.method === "POST") dataverse.system("PATCH", `msgn_sessions(${session})`, ownedBy("gateway").session);
    return server(url, init);
  };
  await markAllRead(createClient(fetch), session, dataverse.idOf("ana"));
  expect(unread()).toHaveLength(1);
});

it("has failed when not one message could be marked: nobody is told that they are read", async () => {
  const session = dataverse.text(NUMBER);
  const server = dataverse.fetchAs("ana");
  const refused = "--batchresponse_1\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 403 Forbidden\r\n\r\n{}\r\n--batchresponse_1--\r\n";
  const fetch: Fetch = (url, init) => (init.method === "POST" ? Promise.resolve(new Response(refused)) : server(url, init));
  await expect(markAllRead(createClient(fetch), session, dataverse.idOf("ana"))).rejects.toMatchObject({ kind: "failed" });
});

it.each(FALSE_BATCH_ANSWERS.map((answer) => [answer.is, answer] as const))(
  "has failed when a batch is answered with %s and status 200: nothing is announced as read",
  async (_, { contentType, body }) => {
    const session = dataverse.text(NUMBER);
    const server = dataverse.fetchAs("ana");
    const headers = { "Content-Type": contentType };
    const fetch: Fetch = (url, init) => (init.method === "POST" ? Promise.resolve(new Response(body, { headers })) : server(url, init));
    await expect(markAllRead(createClient(fetch), session, dataverse.idOf("ana"))).rejects.toBeInstanceOf(RequestFailed);
    expect(unread()).toHaveLength(1);
  },
);
