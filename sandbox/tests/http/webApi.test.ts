import type { Sandbox } from "../..";
import { ask, askWebApi } from "./ask";
import { makeTicket, people, startSandbox } from "./server";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const kim = people.find(({ login }) => login === "kim")?.id;
const lee = people.find(({ login }) => login === "lee")?.id;

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
    expect(await idOf({ user: "kim" })).toBe(kim);
    expect(await idOf({ headers: { Authorization: "bearer KIM" } })).toBe(kim);
  });

  it("is the host name's user in the app", async () => {
    expect(await idOf({ host: "lee.localhost" })).toBe(lee);
  });

  it("is the user whom ?user= chose on plain localhost, by a cookie", async () => {
    const page = await ask(sandbox.port, "/?user=lee");
    const cookie = page.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
    expect(await idOf({ headers: { Cookie: cookie } })).toBe(lee);
  });

  it("is the bearer token's user, whatever host or cookie say", async () => {
    expect(await idOf({ user: "kim", host: "lee.localhost", headers: { Cookie: "sandbox_user=lee" } })).toBe(kim);
  });

  it.each([
    ["no credentials", {}],
    ["a token that is nobody's", { user: "dora" }],
    ["another scheme", { headers: { Authorization: "Basic a2ltOg==" } }],
    ["a token that is nobody's on a user's host", { user: "dora", host: "kim.localhost" }],
    ["a host that is nobody's", { host: "dora.localhost" }],
    ["a cookie that is nobody's", { headers: { Cookie: "sandbox_user=dora" } }],
  ])("is refused with 401 and Dataverse's body: %s", async (_, question) => {
    const answer = await ask(sandbox.port, whoAmI, question);
    expect(answer.status).toBe(401);
    expect(answer.headers["www-authenticate"]).toMatch(/^Bearer/);
    expect((answer.json() as ErrorBody).error.message).toContain("kim, lee, pat, bot, root");
  });
});

describe("the Web API over HTTP", () => {
  it("refuses what a role may not do with 403 and the missing privilege", async () => {
    const answer = await askWebApi(sandbox.port, "pat", "sample_tickets");
    expect(answer.status).toBe(403);
    const { error } = answer.json() as ErrorBody;
    expect(error.code).toBe("0x80040220");
    expect(error.message).toContain("prvReadsample_Ticket");
  });

  it("answers 404 for a row that is not there, and for a table that is not there", async () => {
    const row = await askWebApi(sandbox.port, "kim", "sample_tickets(00000000-0000-0000-0000-000000000001)");
    expect([row.status, (row.json() as ErrorBody).error.code]).toEqual([404, "0x80040217"]);
    const table = await askWebApi(sandbox.port, "kim", "sample_nothings");
    expect([table.status, (table.json() as ErrorBody).error.code]).toEqual([404, "0x8006088a"]);
  });

  it("answers 400 for an unknown column and for a body that is not JSON", async () => {
    expect((await askWebApi(sandbox.port, "kim", "sample_tickets?$select=sample_nothing")).status).toBe(400);
    const id = await makeTicket(sandbox.port, "Printer");
    const headers = { "Content-Type": "application/json" };
    const broken = await askWebApi(sandbox.port, "kim", `sample_tickets(${id})`, { method: "PATCH", headers, body: '{"sample_name":' });
    expect([broken.status, (broken.json() as ErrorBody).error.code]).toEqual([400, "0x80048d19"]);
  });

  it("refuses a stale etag with 412", async () => {
    const id = await makeTicket(sandbox.port, "Printer");
    const row = await askWebApi(sandbox.port, "kim", `sample_tickets(${id})?$select=sample_name`);
    const etag = (row.json() as Record<string, string>)["@odata.etag"] ?? "";
    const rename = (user: string) =>
      askWebApi(sandbox.port, user, `sample_tickets(${id})`, {
        method: "PATCH",
        headers: { "If-Match": etag },
        body: { sample_name: user },
      });
    expect((await rename("kim")).status).toBe(204);
    const second = await rename("lee");
    expect([second.status, (second.json() as ErrorBody).error.code]).toEqual([412, "0x80060882"]);
  });

  it("refuses a body that is too large with 413 and says what fits", async () => {
    const body = { sample_name: "x".repeat(17 * 1024 * 1024) };
    const answer = await askWebApi(sandbox.port, "kim", "sample_tickets", { method: "POST", body });
    expect(answer.status).toBe(413);
    expect((answer.json() as ErrorBody).error.message).toMatch(/at most \d+ are read/);
  });

  it("answers with the server's clock in Date, to the second", async () => {
    const answer = await askWebApi(sandbox.port, "kim", "WhoAmI()");
    expect(Math.abs(Date.parse(answer.headers.date ?? "") - sandbox.clock.now())).toBeLessThan(2000);
    expect(answer.headers["odata-version"]).toBe("4.0");
  });

  it("says where it is to who asks for another version", async () => {
    const answer = await ask(sandbox.port, "/api/data/v8.0/accounts", { user: "kim" });
    expect(answer.status).toBe(404);
    expect(answer.text).toContain("/api/data/v9.2/");
  });

  it.each(["v9.0", "v9.1", "v9.2"])("answers %s like the others, with the addresses of that version", async (version) => {
    const root = `/api/data/${version}/`;
    const made = await ask(sandbox.port, `${root}sample_tickets`, { user: "kim", method: "POST", body: { sample_name: version } });
    const address = String(made.headers["odata-entityid"]);
    expect(address).toContain(root);
    const row = await ask(sandbox.port, new URL(address).pathname, { user: "kim" });
    expect(row.json()).toMatchObject({ "@odata.context": expect.stringContaining(root) as unknown, sample_name: version });
    const page = await ask(sandbox.port, `${root}sample_tickets`, { user: "kim", headers: { Prefer: "odata.maxpagesize=1" } });
    expect(page.status).toBe(200);
    const body = `--b\r\nContent-Type: application/http\r\n\r\nGET ${root}WhoAmI HTTP/1.1\r\n\r\n\r\n--b--\r\n`;
    const headers = { "Content-Type": "multipart/mixed; boundary=b" };
    expect((await ask(sandbox.port, `${root}$batch`, { user: "kim", method: "POST", headers, body })).text).toContain("HTTP/1.1 200");
    const fault = { method: "GET", path: `${root}sample_tickets`, status: 503 };
    expect((await ask(sandbox.port, "/sandbox/faults", { method: "POST", body: fault })).status).toBe(201);
    expect((await ask(sandbox.port, `${root}sample_tickets`, { user: "kim" })).status).toBe(503);
  });

  it("takes an address of 32 kB, and refuses a longer one in Dataverse's words", async () => {
    const long = (length: number) => askWebApi(sandbox.port, "kim", `sample_tickets?$filter=sample_name%20eq%20'${"x".repeat(length)}'`);
    expect((await long(32_600)).status).toBe(200);
    const refused = await long(33_000);
    expect([refused.status, (refused.json() as ErrorBody).error.message]).toEqual([400, "Invalid URI: The Uri string is too long."]);
  });

  it.each(["localhost:99999", "localhost:65536", "localhost:123456789", "kim.localhost:0x10", "localhost:80:80"])(
    "refuses the host %s, whose port is none, in words and at every address",
    async (host) => {
      for (const path of ["/", "/main.aspx", "/api/data/v9.2/WhoAmI", "/sandbox/clock"]) {
        const answer = await ask(sandbox.port, path, { user: "kim", headers: { Host: host } });
        expect([answer.status, answer.text]).toEqual([421, expect.stringContaining(`not to "${host}"`)]);
      }
    },
  );

  it("takes many requests at once", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => askWebApi(sandbox.port, "kim", "sample_tickets?$top=1")));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it("keeps other hosts and other websites out", async () => {
    expect((await ask(sandbox.port, "/api/data/v9.2/WhoAmI()", { host: "example.com", user: "kim" })).status).toBe(421);
    expect((await ask(sandbox.port, "/api/data/v9.2/WhoAmI()", { host: "kim.localhost.example.com" })).status).toBe(421);
    const headers = { Origin: "http://example.com" };
    const foreign = await ask(sandbox.port, "/sandbox/clock", { method: "POST", headers, body: { advanceSeconds: 1 } });
    expect(foreign.status).toBe(403);
    const own = { Origin: `http://localhost:${sandbox.port}` };
    expect((await ask(sandbox.port, "/sandbox/clock", { method: "POST", headers: own, body: { advanceSeconds: 0 } })).status).toBe(200);
  });
});
