import type { Sandbox } from "../../../sandbox/server/http";
import { people } from "../../../sandbox/server/http";
import { ask, askWebApi } from "./ask";
import { buildTimeout, sendSms, startSandbox } from "./server";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
}, buildTimeout);
afterAll(() => sandbox.close());

const ana = people.find(({ login }) => login === "ana")?.id;
const ben = people.find(({ login }) => login === "ben")?.id;

interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string };
}

describe("who asks", () => {
  const whoAmI = "/api/data/v9.2/WhoAmI()";
  const idOf = async (question: Parameters<typeof ask>[2]): Promise<unknown> => {
    const answer = await ask(sandbox.port, whoAmI, question);
    return answer.status === 200 ? (answer.json() as { UserId: string }).UserId : answer.status;
  };

  it("is the bearer token's user", async () => {
    expect(await idOf({ user: "ana" })).toBe(ana);
    expect(await idOf({ headers: { Authorization: "bearer ANA" } })).toBe(ana);
  });

  it("is the host name's user in the app", async () => {
    expect(await idOf({ host: "ben.localhost" })).toBe(ben);
  });

  it("is the user whom ?user= chose on plain localhost, by a cookie", async () => {
    const page = await ask(sandbox.port, "/?user=ben");
    const cookie = page.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
    expect(await idOf({ headers: { Cookie: cookie } })).toBe(ben);
  });

  it("is the bearer token's user, whatever host or cookie say", async () => {
    expect(await idOf({ user: "ana", host: "ben.localhost", headers: { Cookie: "sandbox_user=ben" } })).toBe(ana);
  });

  it.each([
    ["no credentials", {}],
    ["a token that is nobody's", { user: "dora" }],
    ["another scheme", { headers: { Authorization: "Basic YW5hOg==" } }],
    ["a token that is nobody's on a user's host", { user: "dora", host: "ana.localhost" }],
    ["a host that is nobody's", { host: "dora.localhost" }],
    ["a cookie that is nobody's", { headers: { Cookie: "sandbox_user=dora" } }],
  ])("is refused with 401 and Dataverse's body: %s", async (_, question) => {
    const answer = await ask(sandbox.port, whoAmI, question);
    expect(answer.status).toBe(401);
    expect(answer.headers["www-authenticate"]).toMatch(/^Bearer/);
    expect((answer.json() as ErrorBody).error.message).toContain("ana, ben, chloe, mia, zoe, gateway, root");
  });
});

describe("the Web API over HTTP", () => {
  it("refuses what a role may not do with 403 and the missing privilege", async () => {
    const answer = await askWebApi(sandbox.port, "zoe", "msgn_sessions");
    expect(answer.status).toBe(403);
    const { error } = answer.json() as ErrorBody;
    expect(error.code).toBe("0x80040220");
    expect(error.message).toContain("prvReadmsgn_session");
  });

  it("refuses an agent to create a session, and the gateway to delete one", async () => {
    const sms = await sendSms(sandbox.port, { from: "+15550120", body: "Hi" });
    const body = { "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${sms.contactNumberId})`, msgn_businessnumber: "+15550998" };
    expect((await askWebApi(sandbox.port, "ana", "msgn_sessions", { method: "POST", body })).status).toBe(403);
    expect((await askWebApi(sandbox.port, "gateway", `msgn_sessions(${sms.sessionId})`, { method: "DELETE" })).status).toBe(403);
  });

  it("answers 404 for a row that is not there, and for a table that is not there", async () => {
    const row = await askWebApi(sandbox.port, "ana", "msgn_sessions(00000000-0000-0000-0000-000000000001)");
    expect([row.status, (row.json() as ErrorBody).error.code]).toEqual([404, "0x80040217"]);
    const table = await askWebApi(sandbox.port, "ana", "msgn_nothings");
    expect([table.status, (table.json() as ErrorBody).error.code]).toEqual([404, "0x80060888"]);
  });

  it("answers 400 for an unknown column and for a body that is not JSON", async () => {
    expect((await askWebApi(sandbox.port, "ana", "msgn_sessions?$select=msgn_nothing")).status).toBe(400);
    const { sessionId } = await sendSms(sandbox.port, { from: "+15550120", body: "Hi" });
    const headers = { "Content-Type": "application/json" };
    const broken = await askWebApi(sandbox.port, "ana", `msgn_sessions(${sessionId})`, { method: "PATCH", headers, body: '{"msgn_name":' });
    expect([broken.status, (broken.json() as ErrorBody).error.code]).toEqual([400, "0x80048d19"]);
  });

  it("refuses a stale etag with 412", async () => {
    const { sessionId } = await sendSms(sandbox.port, { from: "+15550121", body: "Hi" });
    const row = await askWebApi(sandbox.port, "ana", `msgn_sessions(${sessionId})?$select=msgn_name`);
    const etag = (row.json() as Record<string, string>)["@odata.etag"] ?? "";
    const rename = (user: string) =>
      askWebApi(sandbox.port, user, `msgn_sessions(${sessionId})`, {
        method: "PATCH",
        headers: { "If-Match": etag },
        body: { msgn_name: user },
      });
    expect((await rename("ana")).status).toBe(204);
    const second = await rename("ben");
    expect([second.status, (second.json() as ErrorBody).error.code]).toEqual([412, "0x80060882"]);
  });

  it("lets exactly one of two agents who accept at the same moment win", async () => {
    const { sessionId } = await sendSms(sandbox.port, { from: "+15550122", body: "Hi" });
    const row = await askWebApi(sandbox.port, "ana", `msgn_sessions(${sessionId})`);
    const etag = (row.json() as Record<string, string>)["@odata.etag"] ?? "";
    const accept = (user: string, id: string | undefined) =>
      askWebApi(sandbox.port, user, `msgn_sessions(${sessionId})`, {
        method: "PATCH",
        headers: { "If-Match": etag },
        body: { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${id ?? ""})` },
      });
    const answers = await Promise.all([accept("ana", ana), accept("ben", ben)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 412]);
  });

  it("refuses a body that is too large with 413 and says what fits", async () => {
    const body = { msgn_name: "x".repeat(17 * 1024 * 1024) };
    const answer = await askWebApi(sandbox.port, "ana", "msgn_agentsettings", { method: "POST", body });
    expect(answer.status).toBe(413);
    expect((answer.json() as ErrorBody).error.message).toMatch(/at most \d+ are read/);
  });

  it("answers with the server's clock in Date, to the second", async () => {
    const answer = await askWebApi(sandbox.port, "ana", "WhoAmI()");
    expect(Math.abs(Date.parse(answer.headers.date ?? "") - sandbox.clock.now())).toBeLessThan(2000);
    expect(answer.headers["odata-version"]).toBe("4.0");
  });

  it("says where it is to who asks for another version", async () => {
    const answer = await ask(sandbox.port, "/api/data/v8.0/accounts", { user: "ana" });
    expect(answer.status).toBe(404);
    expect(answer.text).toContain("/api/data/v9.2/");
  });

  it("takes many requests at once", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => askWebApi(sandbox.port, "ana", "msgn_sessions?$top=1")));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it("keeps other hosts and other websites out", async () => {
    expect((await ask(sandbox.port, "/api/data/v9.2/WhoAmI()", { host: "example.com", user: "ana" })).status).toBe(421);
    expect((await ask(sandbox.port, "/api/data/v9.2/WhoAmI()", { host: "ana.localhost.example.com" })).status).toBe(421);
    const headers = { Origin: "http://example.com" };
    const foreign = await ask(sandbox.port, "/sandbox/clock", { method: "POST", headers, body: { advanceSeconds: 1 } });
    expect(foreign.status).toBe(403);
    const own = { Origin: `http://localhost:${sandbox.port}` };
    expect((await ask(sandbox.port, "/sandbox/clock", { method: "POST", headers: own, body: { advanceSeconds: 0 } })).status).toBe(200);
  });
});
