import { Bench, fetchPath, rowsOf } from "./sandbox";

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
  bench.session("+15550100", { msgn_name: "safe" });
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
  "msgn_sessions?$select=msgn_name&$filter=contains(msgn_name,'a') and statecode eq 0&$orderby=createdon desc&$top=5",
  "msgn_contactnumbers(msgn_phonenumber='%2B15550100')?$expand=createdby($select=fullname)",
  fetchPath(
    "msgn_sessions",
    '<fetch top="5"><entity name="msgn_session"><attribute name="msgn_name"/><filter><condition attribute="statecode" operator="eq" value="0"/></filter></entity></fetch>',
  ),
  'systemusers(a0000000-0000-4000-8000-000000000001)/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)?@p=["x"]',
];
const BODY =
  '{"msgn_phonenumber":"+1","msgn_customerid_contact@odata.bind":"/contacts(00000000-0000-0000-0000-000000000000)","statecode":0}';
const BATCH =
  '--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\nContent-ID: 1\r\n\r\nPOST msgn_contactnumbers HTTP/1.1\r\n\r\n{"msgn_phonenumber":"+9"}\r\n--c--\r\n--b--';

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
    const path = kind === 0 ? mutate(PATHS[Math.floor(next() * PATHS.length)] ?? "", next) : kind === 1 ? "msgn_contactnumbers" : "$batch";
    const body = kind === 0 ? "" : mutate(kind === 1 ? BODY : BATCH, next);
    const method = kind === 0 ? (next() < 0.8 ? "GET" : "DELETE") : "POST";
    const headers = kind === 2 ? { "content-type": "multipart/mixed; boundary=b" } : {};
    const answer = bench.ask("ana", method, path, { body, headers });
    const hasBody = answer.status < 400 || kind === 2 || (Boolean(answer.code) && Boolean(answer.message));
    if (answer.status === 500 || answer.body.includes("0x80040216") || !hasBody)
      wrong.push(`${method} ${path} ${body} → ${answer.status} ${answer.body}`);
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(rowsOf(bench.ask("ana", "GET", "msgn_sessions?$select=msgn_name"))[0]).toMatchObject({ msgn_name: "safe" });
});

it.each([
  "x'; DROP TABLE msgn_session; --",
  "' OR '1'='1",
  '"); DELETE FROM "msgn_session"; --',
  "\u202e\ud83d\ude00 <script>alert(1)</script> {{7*7}}",
  "\\%_[]*",
])("keeps the text %j as it is, and finds it", (text) => {
  const id = bench.make("gateway", "msgn_contactnumbers", { msgn_phonenumber: text });
  const quoted = `'${encodeURIComponent(text.replace(/'/g, "''"))}'`;
  expect(bench.ask("ana", "GET", `msgn_contactnumbers(${id})`).json["msgn_phonenumber"]).toBe(text);
  expect(bench.ask("ana", "GET", `msgn_contactnumbers(msgn_phonenumber=${quoted})`).json["msgn_contactnumberid"]).toBe(id);
  expect(rowsOf(bench.ask("ana", "GET", `msgn_contactnumbers?$filter=msgn_phonenumber eq ${quoted}`))).toHaveLength(1);
  expect(rowsOf(bench.ask("ana", "GET", `msgn_contactnumbers?$filter=startswith(msgn_phonenumber,${quoted})`))).toHaveLength(1);
  const value = text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
  const xml = `<fetch><entity name="msgn_contactnumber"><filter><condition attribute="msgn_phonenumber" operator="eq" value="${value}"/></filter></entity></fetch>`;
  expect(rowsOf(bench.ask("ana", "GET", fetchPath("msgn_contactnumbers", xml)))).toHaveLength(1);
});

it("answers 500 with an error body when it fails inside, and throws nothing", async () => {
  const closed = await Bench.start();
  closed.close();
  for (const [method, path] of [
    ["GET", "msgn_sessions"],
    ["POST", "msgn_contactnumbers"],
  ] as const) {
    expect(closed.ask("gateway", method, path, { body: method === "POST" ? {} : "" })).toMatchObject({ status: 500, code: "0x80040216" });
  }
});

it("answers 400 to queries that are too big, instead of breaking on them", () => {
  const status = (path: string): number => bench.ask("ana", "GET", path).status;
  const many = Array.from({ length: 600 }, () => "msgn_name eq 'x'").join(" or ");
  expect(status(`msgn_sessions?$filter=${encodeURIComponent(many)}`)).toBe(400);
  const list = Array.from({ length: 5000 }, () => "'1'").join(",");
  expect(status(`msgn_sessions?$filter=Microsoft.Dynamics.CRM.In(PropertyName='statecode',PropertyValues=[${list}])`)).toBe(400);
  expect(status(`msgn_sessions?$filter=contains(msgn_name,'${"x".repeat(9000)}')`)).toBe(400);
  expect(status(`msgn_sessions?$filter=${"x".repeat(70_000)}`)).toBe(414);
});
