import { Bench, fetchPath, rowsOf } from "./bench";

let bench: Bench;
beforeAll(() => {
  bench = Bench.start();
  bench.ticket("+4930100", { sample_name: "safe" });
});
afterAll(() => bench.close());

/** The same numbers on every run: a failure can be looked at again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const PATHS = [
  "sample_tickets?$select=sample_name&$filter=contains(sample_name,'a') and statecode eq 0&$orderby=createdon desc&$top=5",
  "sample_customernumbers(sample_phonenumber='%2B4930100')?$expand=createdby($select=fullname)",
  fetchPath(
    "sample_tickets",
    '<fetch top="5"><entity name="sample_ticket"><attribute name="sample_name"/><filter><condition attribute="statecode" operator="eq" value="0"/></filter></entity></fetch>',
  ),
  'systemusers(a0000000-0000-4000-8000-000000000001)/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)?@p=["x"]',
];
const BODY =
  '{"sample_phonenumber":"+1","sample_customerid_contact@odata.bind":"/contacts(00000000-0000-0000-0000-000000000000)","statecode":0}';
const BATCH =
  '--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\nContent-ID: 1\r\n\r\nPOST sample_customernumbers HTTP/1.1\r\n\r\n{"sample_phonenumber":"+9"}\r\n--c--\r\n--b--\r\n';

function mutate(text: string, next: () => number): string {
  const noise = [
    "'",
    '"',
    "(",
    ")",
    "%",
    "%00",
    "\0",
    ",",
    "=",
    "&",
    "<",
    ">",
    "$",
    "@",
    "/",
    "\\",
    "é",
    "--",
    ";",
    " ",
    "null",
    "-1",
    "9".repeat(40),
  ];
  let result = text;
  for (let count = 1 + Math.floor(next() * 3); count > 0; count -= 1) {
    const at = Math.floor(next() * (result.length + 1));
    const cut = next() < 0.5 ? Math.floor(next() * 8) : 0;
    result = result.slice(0, at) + (noise[Math.floor(next() * noise.length)] ?? "") + result.slice(at + cut);
  }
  return result;
}

it("answers every malformed request with an error body of its own, never with 500, and stays at work", () => {
  const next = random(20261122);
  const wrong: string[] = [];
  for (let round = 0; round < 6000; round += 1) {
    const kind = round % 3;
    const path =
      kind === 0 ? mutate(PATHS[Math.floor(next() * PATHS.length)] ?? "", next) : kind === 1 ? "sample_customernumbers" : "$batch";
    const body = kind === 0 ? "" : mutate(kind === 1 ? BODY : BATCH, next);
    const method = kind === 0 ? (next() < 0.8 ? "GET" : "DELETE") : "POST";
    const headers = kind === 2 ? { "content-type": "multipart/mixed; boundary=b" } : {};
    const answer = bench.ask("kim", method, path, { body, headers });
    // Dataverse itself has an empty code for a function with the wrong method.
    const hasCode = Boolean(answer.code) || (answer.status === 404 && answer.message?.startsWith("No HTTP resource"));
    const hasBody = answer.status < 400 || kind === 2 || (hasCode && Boolean(answer.message));
    if (answer.status === 500 || answer.body.includes("0x80040216") || !hasBody)
      wrong.push(`${method} ${path} ${body} → ${answer.status} ${answer.body}`);
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(rowsOf(bench.ask("kim", "GET", "sample_tickets?$select=sample_name"))[0]).toMatchObject({ sample_name: "safe" });
});

it.each([
  "x'; DROP TABLE sample_ticket; --",
  "' OR '1'='1",
  '"); DELETE FROM "sample_ticket"; --',
  "\u202e\ud83d\ude00 <script>alert(1)</script> {{7*7}}",
  "\\%_[]*",
])("keeps the text %j as it is, and finds it", (text) => {
  const id = bench.make("bot", "sample_customernumbers", { sample_phonenumber: text });
  const quoted = `'${encodeURIComponent(text.replace(/'/g, "''"))}'`;
  expect(bench.ask("kim", "GET", `sample_customernumbers(${id})`).json["sample_phonenumber"]).toBe(text);
  expect(bench.ask("kim", "GET", `sample_customernumbers(sample_phonenumber=${quoted})`).json["sample_customernumberid"]).toBe(id);
  expect(rowsOf(bench.ask("kim", "GET", `sample_customernumbers?$filter=sample_phonenumber eq ${quoted}`))).toHaveLength(1);
  expect(rowsOf(bench.ask("kim", "GET", `sample_customernumbers?$filter=startswith(sample_phonenumber,${quoted})`))).toHaveLength(1);
  const value = text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
  const xml = `<fetch><entity name="sample_customernumber"><filter><condition attribute="sample_phonenumber" operator="eq" value="${value}"/></filter></entity></fetch>`;
  expect(rowsOf(bench.ask("kim", "GET", fetchPath("sample_customernumbers", xml)))).toHaveLength(1);
});

it("answers 500 with an error body when it fails inside, and throws nothing", () => {
  const closed = Bench.start();
  closed.close();
  for (const [method, path] of [
    ["GET", "sample_tickets"],
    ["POST", "sample_customernumbers"],
  ] as const) {
    expect(closed.ask("bot", method, path, { body: method === "POST" ? {} : "" })).toMatchObject({ status: 500, code: "0x80040216" });
  }
});

it("answers 400 to queries that are too big, instead of breaking on them", () => {
  const status = (path: string): number => bench.ask("kim", "GET", path).status;
  const many = Array.from({ length: 600 }, () => "sample_name eq 'x'").join(" or ");
  expect(status(`sample_tickets?$filter=${encodeURIComponent(many)}`)).toBe(400);
  const list = Array.from({ length: 5000 }, () => "'1'").join(",");
  expect(status(`sample_tickets?$filter=Microsoft.Dynamics.CRM.In(PropertyName='statecode',PropertyValues=[${list}])`)).toBe(400);
  expect(status(`sample_tickets?$filter=contains(sample_name,'${"x".repeat(9000)}')`)).toBe(400);
  expect(bench.ask("kim", "GET", `sample_tickets?$filter=${"x".repeat(33_000)}`)).toMatchObject({
    status: 400,
    code: "0x80060888",
    message: "Invalid URI: The Uri string is too long.",
  });
});

it("takes addresses of 32,768 characters alone and of 65,536 inside a batch, as documented", () => {
  const query = (length: number): string => `sample_tickets?$filter=sample_name eq 'x'${"%20".repeat(length / 3)}`;
  const inBatch = (length: number) => {
    const body = `--b\r\nContent-Type: application/http\r\n\r\nGET ${query(length).replaceAll(" ", "%20")} HTTP/1.1\r\n\r\n\r\n--b--\r\n`;
    return bench.ask("kim", "POST", "$batch", { body, headers: { "content-type": "multipart/mixed; boundary=b" } }).status;
  };
  expect([bench.ask("kim", "GET", query(32_400)).status, bench.ask("kim", "GET", query(33_000)).status]).toEqual([200, 400]);
  expect([inBatch(65_100), inBatch(65_700)]).toEqual([200, 400]);
});
