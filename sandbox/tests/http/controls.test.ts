import type { Sandbox } from "../..";
import { ask, askWebApi, rows } from "./ask";
import { makeTicket, people, startSandbox } from "./server";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => ask(sandbox.port, "/sandbox/faults", { method: "DELETE" }));

const fault = (body: unknown) => ask(sandbox.port, "/sandbox/faults", { method: "POST", body });
const whoAmI = () => askWebApi(sandbox.port, "kim", "WhoAmI()");

describe("the clock", () => {
  it("moves every timestamp and Date header", async () => {
    const before = Date.parse((await whoAmI()).headers.date ?? "");
    const answer = await ask(sandbox.port, "/sandbox/clock", { method: "POST", body: { advanceSeconds: 900 } });
    const { now } = answer.json() as { now: string };
    expect(answer.status).toBe(200);
    expect(Date.parse(now) - before).toBeGreaterThanOrEqual(899_000);
    expect(Date.parse((await whoAmI()).headers.date ?? "") - before).toBeGreaterThanOrEqual(899_000);
    const id = await makeTicket(sandbox.port, "later");
    const [row] = await rows(sandbox.port, "kim", `sample_tickets?$select=createdon&$filter=sample_ticketid eq ${id}`);
    expect(Date.parse(String(row?.createdon)) - before).toBeGreaterThanOrEqual(899_000);
  });

  it("tells the time", async () => {
    const { now } = (await ask(sandbox.port, "/sandbox/clock")).json() as { now: string };
    expect(Math.abs(Date.parse(now) - sandbox.clock.now())).toBeLessThan(2000);
  });

  it.each([{}, { advanceSeconds: "900" }, { advanceSeconds: -1 }, { advanceSeconds: null }, [], "{", '"x"'])(
    "refuses %j with an example of a right body",
    async (body) => {
      const answer = await ask(sandbox.port, "/sandbox/clock", { method: "POST", body });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('{"advanceSeconds":900}');
    },
  );
});

it("moves the clock by a hundred years in all, and says how much is left; dates go on being dates", async () => {
  const own = await startSandbox();
  const advance = (advanceSeconds: number) => ask(own.port, "/sandbox/clock", { method: "POST", body: { advanceSeconds } });
  const century = 100 * 366 * 86_400;
  for (const [seconds, status] of [
    [century - 60, 200],
    [century, 400],
    [61, 400],
    [60, 200],
    [1, 400],
    [0, 200],
  ] as const) {
    expect((await advance(seconds)).status).toBe(status);
  }
  expect((await advance(5)).text).toMatch(/can be 0 at most.*--reset/);
  const row = await askWebApi(own.port, "kim", "sample_tickets", {
    method: "POST",
    body: { sample_name: "x" },
    headers: { Prefer: "return=representation" },
  });
  expect(row.json()).toMatchObject({ createdon: expect.stringMatching(/^2\d{3}-/) as unknown });
  await own.close();
});

describe("faults over HTTP", () => {
  it("answer with status and Retry-After as often as told, and leave the data as they are", async () => {
    const id = await makeTicket(sandbox.port, "first name");
    const rename = () => askWebApi(sandbox.port, "kim", `sample_tickets(${id})`, { method: "PATCH", body: { sample_name: "renamed" } });
    const asked = await fault({ method: "PATCH", path: "sample_tickets", status: 429, retryAfterSeconds: 1, times: 2 });
    expect(asked.status).toBe(201);
    for (let time = 0; time < 2; time++) {
      const answer = await rename();
      expect([answer.status, answer.headers["retry-after"]]).toEqual([429, "1"]);
      expect((answer.json() as { error: { code: string } }).error.code).toBe("0x80072322");
    }
    const [row] = await rows(sandbox.port, "kim", `sample_tickets?$select=sample_name&$filter=sample_ticketid eq ${id}`);
    expect(row?.sample_name).not.toBe("renamed");
    expect((await rename()).status).toBe(204);
  });

  it("cut the connection with status 0", async () => {
    await fault({ path: "WhoAmI", status: 0 });
    await expect(whoAmI()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect((await whoAmI()).status).toBe(200);
  });

  it("delay an answer", async () => {
    await fault({ path: "WhoAmI", delayMs: 300 });
    const started = Date.now();
    expect((await whoAmI()).status).toBe(200);
    expect(Date.now() - started).toBeGreaterThanOrEqual(290);
  });

  it("lose the answer but keep the work with after", async () => {
    const id = await makeTicket(sandbox.port, "first name");
    await fault({ method: "PATCH", status: 0, after: true });
    const path = `sample_tickets(${id})`;
    await expect(askWebApi(sandbox.port, "kim", path, { method: "PATCH", body: { sample_name: "kept" } })).rejects.toThrow();
    const row = (await askWebApi(sandbox.port, "kim", path)).json() as { sample_name: string };
    expect(row.sample_name).toBe("kept");
  });

  it("reach a request in a change set, which is one write: all of it is answered so; a request that stands alone in a batch is not looked at", async () => {
    const id = await makeTicket(sandbox.port, "first name");
    const part = `--PLACE\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: 1\r\n\r\nPATCH /api/data/v9.2/sample_tickets(${id}) HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{"sample_name":"renamed"}\r\n`;
    const send = (body: string) =>
      askWebApi(sandbox.port, "kim", "$batch", { method: "POST", headers: { "Content-Type": "multipart/mixed;boundary=b" }, body });
    const changeSet = `--b\r\nContent-Type: multipart/mixed;boundary=c\r\n\r\n${part.replace("PLACE", "c")}--c--\r\n--b--\r\n`;
    const alone = `${part.replace("PLACE", "b")}--b--\r\n`;
    await fault({ method: "PATCH", path: "sample_tickets", status: 429, retryAfterSeconds: 1 });
    expect((await send(alone)).status).toBe(200);
    const answer = await send(changeSet);
    expect([answer.status, answer.headers["retry-after"]]).toEqual([429, "1"]);
    expect((await send(changeSet)).status).toBe(200);
  });

  it("are listed while they wait, and cleared by DELETE", async () => {
    await fault({ path: "WhoAmI", status: 503 });
    expect((await ask(sandbox.port, "/sandbox/faults")).json()).toMatchObject([{ path: "WhoAmI", status: 503, times: 1 }]);
    expect((await ask(sandbox.port, "/sandbox/faults", { method: "DELETE" })).json()).toEqual([]);
    expect((await whoAmI()).status).toBe(200);
  });

  it("do not reach the app shell's own requests", async () => {
    await fault({ status: 500, times: 10 });
    expect((await ask(sandbox.port, "/uclient/api/data/v9.2/WhoAmI()", { host: "kim.localhost" })).status).toBe(200);
  });

  it("are refused with an example of a right body where they make no sense", async () => {
    const answer = await fault({ status: 200 });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('"path":"contacts"');
  });
});

describe("the request log", () => {
  const log = async (query = "") => (await ask(sandbox.port, `/sandbox/requests${query}`)).json() as Record<string, unknown>[];

  it("lists what was asked of the Web API, for one user or all, until it is cleared", async () => {
    await ask(sandbox.port, "/sandbox/requests", { method: "DELETE" });
    const answer = await askWebApi(sandbox.port, "kim", "sample_tickets?$select=sample_name&$top=1");
    await askWebApi(sandbox.port, "lee", "WhoAmI()");
    expect(await log()).toHaveLength(2);
    const [entry, ...others] = await log("?user=kim");
    expect(others).toEqual([]);
    expect(entry).toEqual({
      method: "GET",
      url: "/api/data/v9.2/sample_tickets?$select=sample_name&$top=1",
      status: 200,
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      ms: expect.any(Number) as number,
      bytes: Buffer.byteLength(answer.text),
      user: "kim",
    });
    expect(Math.abs(Date.parse(String(entry?.startedAt)) - sandbox.clock.now())).toBeLessThan(5000);
    await ask(sandbox.port, "/sandbox/requests", { method: "DELETE" });
    expect(await log()).toEqual([]);
  });

  it("has faults and refusals with their status, a cut connection with 0", async () => {
    await ask(sandbox.port, "/sandbox/requests", { method: "DELETE" });
    await fault({ path: "WhoAmI", status: 0 });
    await whoAmI().catch(() => undefined);
    await ask(sandbox.port, "/api/data/v9.2/WhoAmI()");
    expect((await log()).map(({ status, user }) => [status, user])).toEqual([
      [0, "kim"],
      [401, null],
    ]);
  });

  it("leaves out the app shell's own requests and files", async () => {
    await ask(sandbox.port, "/sandbox/requests", { method: "DELETE" });
    await ask(sandbox.port, "/uclient/api/data/v9.2/WhoAmI()", { host: "kim.localhost" });
    await ask(sandbox.port, "/uclient/model", { host: "kim.localhost" });
    expect(await log()).toEqual([]);
  });

  it("refuses a user whom nobody knows", async () => {
    expect((await ask(sandbox.port, "/sandbox/requests?user=dora")).status).toBe(400);
  });
});

describe("/sandbox", () => {
  it.each([
    ["PUT", "/sandbox/clock", "GET, POST"],
    ["PATCH", "/sandbox/faults", "GET, POST, DELETE"],
    ["POST", "/sandbox/requests", "GET, DELETE"],
    ["POST", "/sandbox/users", "GET"],
  ])("refuses %s %s with 405 and what is allowed", async (method, path, allowed) => {
    const answer = await ask(sandbox.port, path, { method });
    expect([answer.status, answer.headers.allow]).toEqual([405, allowed]);
  });

  it("names what there is to who asks for anything else", async () => {
    const answer = await ask(sandbox.port, "/sandbox/clocks");
    expect(answer.status).toBe(404);
    expect(answer.text).toContain(
      "Known: /sandbox/clock, /sandbox/faults, /sandbox/requests, /sandbox/shell, /sandbox/signout, /sandbox/users.",
    );
  });

  it("lists the users with their ids and roles", async () => {
    const users = (await ask(sandbox.port, "/sandbox/users")).json();
    expect(users).toEqual(people.map(({ login, id, fullName, roles }) => ({ login, id, fullName, roles })));
  });
});
