import type { Sandbox } from "../../sandbox";
import { askWebApi } from "../../sandbox/tests/http/ask";
import { userId } from "../../demo/users";
import { buildTimeout, sendSms, startSandbox } from "./server";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
}, buildTimeout);
afterAll(() => sandbox.close());

describe("the product's tables over HTTP", () => {
  it("refuses an agent to create a session, and the gateway to delete one", async () => {
    const sms = await sendSms(sandbox.port, { from: "+15550120", body: "Hi" });
    const body = { "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${sms.contactNumberId})`, msgn_businessnumber: "+15550998" };
    expect((await askWebApi(sandbox.port, "ana", "msgn_sessions", { method: "POST", body })).status).toBe(403);
    expect((await askWebApi(sandbox.port, "gateway", `msgn_sessions(${sms.sessionId})`, { method: "DELETE" })).status).toBe(403);
  });

  it("lets exactly one of two agents who accept at the same moment win", async () => {
    const { sessionId } = await sendSms(sandbox.port, { from: "+15550122", body: "Hi" });
    const row = await askWebApi(sandbox.port, "ana", `msgn_sessions(${sessionId})`);
    const etag = (row.json() as Record<string, string>)["@odata.etag"] ?? "";
    const accept = (user: string, id: string) =>
      askWebApi(sandbox.port, user, `msgn_sessions(${sessionId})`, {
        method: "PATCH",
        headers: { "If-Match": etag },
        body: { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${id})` },
      });
    const answers = await Promise.all([accept("ana", userId("ana")), accept("ben", userId("ben"))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 412]);
  });
});
