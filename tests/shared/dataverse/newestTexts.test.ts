/** The texts that a search looks into: the newest one of each conversation, of as many as one answer holds. */
import { createAgentGateway } from "../../../shared/dataverse/agentGateway";
import { createClient } from "../../../shared/dataverse/client";
import { createGateway } from "../../../shared/dataverse/gateway";
import { createPanelGateway, MOST_SEARCHED } from "../../../shared/dataverse/panelGateway";
import type { InboxSession } from "../../../shared/domain/session";
import { startDataverse } from "../../dataverse";
import type { TestDataverse } from "../../dataverse";

let dataverse: TestDataverse;

beforeEach(async () => {
  dataverse = await startDataverse();
});
afterEach(() => dataverse.close());

const client = () => createClient(dataverse.fetchAs("ana"));
const inbox = () => createGateway(client(), dataverse.idOf("ana"), () => 0);
const search = (sessions: readonly InboxSession[]) => createPanelGateway(client()).readNewestTexts(sessions);

it("are the very texts that the cards show, with one request", async () => {
  for (let at = 0; at < 30; at += 1) dataverse.text(`+1555${1000 + (at % 12)}`, { secondsAgo: 1 + ((at * 7) % 90) });
  // One second, several messages; a gateway's clock ahead of the server's.
  for (const secondsAgo of [20, 20, 20]) dataverse.text("+15559999", { secondsAgo });
  dataverse.text("+15558888", { secondsAgo: -600 });
  const { sessions } = await inbox().readInbox();
  const shown = await createAgentGateway(client(), dataverse.idOf("ana"), () => 0).readPreviews(sessions);
  dataverse.asked.length = 0;
  const texts = await search(sessions);
  expect(dataverse.asked).toHaveLength(1);
  expect([texts.size, new Map([...texts].sort())]).toEqual([14, new Map([...shown].sort())]);
});

it("are only those that were asked for, and messages from before them are not read", async () => {
  dataverse.text("+15551000", { secondsAgo: 500 });
  const id = dataverse.text("+15551001", { secondsAgo: 60 });
  const { sessions } = await inbox().readInbox();
  dataverse.asked.length = 0;
  expect([...(await search(sessions.filter((session) => session.id === id))).keys()]).toEqual([id]);
  expect(dataverse.asked[0]).toContain(`msgn_receivedon ge ${new Date(dataverse.now - 60_000).toISOString().replace(".000", "")}`);
});

it("are asked for as one answer of Dataverse holds them", async () => {
  dataverse.text("+15551000");
  const { sessions } = await inbox().readInbox();
  dataverse.asked.length = 0;
  await search(sessions);
  expect([MOST_SEARCHED, dataverse.asked[0]?.endsWith("&$top=5000")]).toEqual([5000, true]);
});
