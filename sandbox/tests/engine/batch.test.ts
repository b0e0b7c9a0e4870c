import { Bench, rowsOf } from "./bench";

let bench: Bench;
beforeEach(() => {
  bench = Bench.start();
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
    ...parts.map((one, index) => `--changeset_1\r\n${part({ id: `part${index}`, ...one })}`),
    "--changeset_1--",
  ].join("\r\n");
const batch = (...items: readonly string[]): string => [...items.map((one) => `--batch_1\r\n${one}`), "--batch_1--", ""].join("\r\n");
const send = (login: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  bench.ask(login, "POST", "$batch", { body, headers: { "content-type": 'multipart/mixed; boundary="batch_1"', ...headers } });
const statuses = (text: string): number[] => [...text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map((match) => Number(match[1]));
const numbers = (): number => rowsOf(bench.ask("kim", "GET", "sample_customernumbers")).length;

const number = (phone: string, id?: string): Part => ({
  request: "POST /api/data/v9.2/sample_customernumbers",
  body: { sample_phonenumber: phone },
  ...(id === undefined ? {} : { id }),
});

describe("a change set", () => {
  it("makes rows that refer to each other by Content-ID, and answers each in order", () => {
    const answer = send(
      "bot",
      batch(
        changeSet(
          { request: "PATCH sample_customernumbers(sample_phonenumber='%2B4930100')", body: {}, id: "1" },
          {
            request: "POST http://localhost/api/data/v9.2/sample_tickets",
            id: "2",
            body: { sample_queue: "1", "sample_customernumberid@odata.bind": "$1" },
          },
          {
            request: "POST /api/data/v9.2/sample_notes",
            id: "3",
            body: { sample_externalid: "m1", "sample_ticketid@odata.bind": "$2" },
          },
          { request: "PATCH $2", id: "4", body: { sample_name: "Named" } },
        ),
      ),
    );
    expect(answer.status).toBe(200);
    expect(statuses(answer.body)).toEqual([204, 204, 204, 204]);
    expect(answer.body).toMatch(/multipart\/mixed; boundary=changesetresponse_/);
    expect([...answer.body.matchAll(/^Content-ID: (\d)/gm)].map((match) => match[1])).toEqual(["1", "2", "3", "4"]);
    const [note] = rowsOf(bench.ask("kim", "GET", "sample_notes?$expand=sample_ticketid($select=sample_name)"));
    expect(note?.["sample_ticketid"]).toMatchObject({ sample_name: "Named" });
  });

  it("changes nothing when one part is bad, and answers that one error", () => {
    const answer = send(
      "bot",
      batch(changeSet(number("+1"), number("+2"), { request: "POST sample_customernumbers", body: { sample_nope: 1 } })),
    );
    expect(answer.status).toBe(400);
    expect(statuses(answer.body)).toEqual([400]);
    expect(answer.body).not.toContain("changesetresponse");
    expect(answer.body).toContain("sample_nope");
    expect(numbers()).toBe(0);
  });

  it("changes nothing when a part may not be done by this user, or a key is there already", () => {
    send("bot", batch(changeSet(number("+1"))));
    expect(send("bot", batch(changeSet(number("+2"), number("+1")))).status).toBe(412);
    const contact = { request: "POST sample_settings", body: { sample_name: "x" } };
    expect(send("bot", batch(changeSet(number("+3"), contact))).status).toBe(403);
    expect(numbers()).toBe(1);
  });

  it("keeps versions rising over what was undone", () => {
    const before = bench.ticket();
    send("bot", batch(changeSet(number("+1"), number("+4930100"))));
    const stale = bench.etag(`sample_tickets(${before.ticketId})`);
    bench.ask("kim", "PATCH", `sample_tickets(${before.ticketId})`, { body: { sample_name: "x" } });
    expect(bench.etag(`sample_tickets(${before.ticketId})`)).not.toBe(stale);
  });

  it.each<[string, string]>([
    ["a GET in it", changeSet({ request: "GET sample_tickets" })],
    [
      "a reference to what is not there yet",
      changeSet({ request: "POST sample_tickets", body: { "sample_customernumberid@odata.bind": "$9" } }),
    ],
    ["the same Content-ID twice", changeSet(number("+1", "1"), number("+2", "1"))],
    ["a batch in it", changeSet({ request: "POST $batch", body: "x" })],
  ])("is refused with %s", (_what, set) => {
    expect(send("bot", batch(set)).status).toBe(400);
    expect(numbers()).toBe(0);
  });
});

describe("requests outside a change set", () => {
  it("stand alone: what came before an error stays, what comes after is not done", () => {
    const answer = send("bot", batch(part(number("+1")), part({ request: "GET sample_nothings" }), part(number("+2"))));
    expect([answer.status, statuses(answer.body)]).toEqual([404, [204, 404]]);
    expect(numbers()).toBe(1);
  });

  it("all are done with odata.continue-on-error", () => {
    const answer = send("bot", batch(part(number("+1")), part({ request: "GET sample_nothings" }), part(number("+2"))), {
      prefer: "odata.continue-on-error",
    });
    expect([answer.status, statuses(answer.body)]).toEqual([200, [204, 404, 204]]);
    expect(numbers()).toBe(2);
  });

  it("carry their own headers and bodies, LF or CRLF", () => {
    const headers = ["Prefer: return=representation"];
    for (const [phone, body] of [
      ["+1", batch(part({ ...number("+1"), headers }))],
      ["+2", `${batch(part({ ...number("+2"), headers })).replace(/\r\n/g, "\n")}\n`],
    ] as const) {
      const answer = send("bot", body);
      expect(statuses(answer.body)).toEqual([201]);
      expect(answer.body).toContain(`"sample_phonenumber":"${phone}"`);
    }
  });

  it("cannot be read where lines end with LF, or the last line does not end at all, as documented", () => {
    const right = batch(part(number("+1")));
    for (const body of [right.replace(/\r\n/g, "\n"), right.trimEnd(), right.replace(/\r\n$/, "\n"), right.replace("\r\n\r\n", "\n\n")]) {
      expect(send("bot", body)).toMatchObject({ status: 400, code: "0x80048d19", message: expect.stringContaining("CRLF") as unknown });
    }
    expect(numbers()).toBe(0);
    // Where there is no body to be read, it does not matter.
    expect(send("bot", batch(part({ request: "GET WhoAmI" })).replace(/\r\n/g, "\n")).status).toBe(200);
  });
});

it("refuses a change set of which a part has no Content-ID", () => {
  const set = changeSet(number("+1"), number("+2")).replace(/Content-ID: part1\r\n/, "");
  expect(send("bot", batch(set))).toMatchObject({
    status: 400,
    code: "0x80060888",
    message: expect.stringContaining("Content-ID") as unknown,
  });
  expect(numbers()).toBe(0);
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
  expect(send("bot", body, headers)).toMatchObject({ status: 400, code: "0x80048d19" });
  expect(numbers()).toBe(0);
});
