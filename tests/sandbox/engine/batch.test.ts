import { Bench, rowsOf } from "./sandbox";

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.close());

interface Part {
  readonly request: string;
  readonly body?: object | string;
  readonly id?: string;
  readonly headers?: readonly string[];
}

const part = ({ request, body, id, headers = [] }: Part): string =>
  [
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    ...(id === undefined ? [] : [`Content-ID: ${id}`]),
    "",
    `${request} HTTP/1.1`,
    "Content-Type: application/json",
    ...headers,
    "",
    body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body),
  ].join("\r\n");
const changeSet = (...parts: readonly Part[]): string =>
  [
    "Content-Type: multipart/mixed; boundary=changeset_1",
    "",
    ...parts.map((one) => `--changeset_1\r\n${part(one)}`),
    "--changeset_1--",
  ].join("\r\n");
const batch = (...items: readonly string[]): string => [...items.map((one) => `--batch_1\r\n${one}`), "--batch_1--", ""].join("\r\n");
const send = (login: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  bench.ask(login, "POST", "$batch", { body, headers: { "content-type": 'multipart/mixed; boundary="batch_1"', ...headers } });
const statuses = (text: string): number[] => [...text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map((match) => Number(match[1]));
const numbers = (): number => rowsOf(bench.ask("ana", "GET", "msgn_contactnumbers")).length;

const number = (phone: string, id?: string): Part => ({
  request: "POST /api/data/v9.2/msgn_contactnumbers",
  body: { msgn_phonenumber: phone },
  ...(id === undefined ? {} : { id }),
});

describe("a change set", () => {
  it("makes rows that refer to each other by Content-ID, and answers each in order", () => {
    const answer = send(
      "gateway",
      batch(
        changeSet(
          { request: "PATCH msgn_contactnumbers(msgn_phonenumber='%2B15550100')", body: {}, id: "1" },
          {
            request: "POST http://localhost/api/data/v9.2/msgn_sessions",
            id: "2",
            body: { msgn_businessnumber: "1", "msgn_contactnumberid@odata.bind": "$1" },
          },
          {
            request: "POST /api/data/v9.2/msgn_messages",
            id: "3",
            body: { msgn_providermessageid: "m1", "msgn_sessionid@odata.bind": "$2" },
          },
          { request: "PATCH $2", id: "4", body: { msgn_name: "Named" } },
        ),
      ),
    );
    expect(answer.status).toBe(200);
    expect(statuses(answer.body)).toEqual([204, 204, 204, 204]);
    expect(answer.body).toMatch(/multipart\/mixed; boundary=changesetresponse_/);
    expect([...answer.body.matchAll(/^Content-ID: (\d)/gm)].map((match) => match[1])).toEqual(["1", "2", "3", "4"]);
    const [message] = rowsOf(bench.ask("ana", "GET", "msgn_messages?$expand=msgn_sessionid($select=msgn_name)"));
    expect(message?.["msgn_sessionid"]).toMatchObject({ msgn_name: "Named" });
  });

  it("changes nothing when one part is bad, and answers that one error", () => {
    const answer = send(
      "gateway",
      batch(changeSet(number("+1"), number("+2"), { request: "POST msgn_contactnumbers", body: { msgn_nope: 1 } })),
    );
    expect(answer.status).toBe(400);
    expect(statuses(answer.body)).toEqual([400]);
    expect(answer.body).not.toContain("changesetresponse");
    expect(answer.body).toContain("msgn_nope");
    expect(numbers()).toBe(0);
  });

  it("changes nothing when a part may not be done by this user, or a key is there already", () => {
    send("gateway", batch(changeSet(number("+1"))));
    expect(send("gateway", batch(changeSet(number("+2"), number("+1")))).status).toBe(412);
    const contact = { request: "POST msgn_configurations", body: { msgn_name: "x" } };
    expect(send("gateway", batch(changeSet(number("+3"), contact))).status).toBe(403);
    expect(numbers()).toBe(1);
  });

  it("keeps versions rising over what was undone", () => {
    const before = bench.session();
    send("gateway", batch(changeSet(number("+1"), number("+15550100"))));
    const stale = bench.etag(`msgn_sessions(${before.sessionId})`);
    bench.ask("ana", "PATCH", `msgn_sessions(${before.sessionId})`, { body: { msgn_name: "x" } });
    expect(bench.etag(`msgn_sessions(${before.sessionId})`)).not.toBe(stale);
  });

  it.each<[string, string]>([
    ["a GET in it", changeSet({ request: "GET msgn_sessions" })],
    [
      "a reference to what is not there yet",
      changeSet({ request: "POST msgn_sessions", body: { "msgn_contactnumberid@odata.bind": "$9" } }),
    ],
    ["the same Content-ID twice", changeSet(number("+1", "1"), number("+2", "1"))],
    ["a batch in it", changeSet({ request: "POST $batch", body: "x" })],
  ])("is refused with %s", (_what, set) => {
    expect(send("gateway", batch(set)).status).toBe(400);
    expect(numbers()).toBe(0);
  });
});

describe("requests outside a change set", () => {
  it("stand alone: what came before an error stays, what comes after is not done", () => {
    const answer = send("gateway", batch(part(number("+1")), part({ request: "GET msgn_nothings" }), part(number("+2"))));
    expect([answer.status, statuses(answer.body)]).toEqual([404, [204, 404]]);
    expect(numbers()).toBe(1);
  });

  it("all are done with odata.continue-on-error", () => {
    const answer = send("gateway", batch(part(number("+1")), part({ request: "GET msgn_nothings" }), part(number("+2"))), {
      prefer: "odata.continue-on-error",
    });
    expect([answer.status, statuses(answer.body)]).toEqual([200, [204, 404, 204]]);
    expect(numbers()).toBe(2);
  });

  it("carry their own headers and bodies, LF or CRLF", () => {
    const headers = ["Prefer: return=representation"];
    const answer = send("gateway", batch(part({ ...number("+1"), headers })).replace(/\r\n/g, "\n"));
    expect(statuses(answer.body)).toEqual([201]);
    expect(answer.body).toContain('"msgn_phonenumber":"+1"');
  });
});

it.each<[string, string, Record<string, string>]>([
  ["an empty body", "", {}],
  ["no closing boundary", `--batch_1\r\n${part(number("+1"))}`, {}],
  ["no parts", "--batch_1--", {}],
  ["a part that is no request", "--batch_1\r\nContent-Type: application/http\r\n\r\nhello\r\n--batch_1--", {}],
  ["a part without a type", "--batch_1\r\n\r\nGET x HTTP/1.1\r\n\r\n--batch_1--", {}],
  ["another content type", batch(part(number("+1"))), { "content-type": "application/json" }],
  ["more than 1000 requests", batch(...Array.from({ length: 1001 }, () => part({ request: "GET WhoAmI" }))), {}],
])("answers 400 to a batch with %s", (_what, body, headers) => {
  expect(send("gateway", body, headers)).toMatchObject({ status: 400, code: "0x80048d19" });
  expect(numbers()).toBe(0);
});
