import { annotated, Bench, fetchPath } from "./bench";

let bench: Bench;
beforeAll(() => {
  bench = Bench.start();
  bench.ticket();
});
afterAll(() => bench.close());

const message = (path: string): string | undefined => {
  const refused = bench.ask("kim", "GET", path, { headers: annotated });
  expect(refused).toMatchObject({ status: 400, code: "0x80060888" });
  return refused.message;
};

describe("a syntax error in an address", () => {
  it.each([
    ["sample_name eq", "Expression expected at position 14 in 'sample_name eq'."],
    ["sample_name eq )", "Expression expected at position 15 in 'sample_name eq )'."],
    ["eq 5", /Syntax error at position 3|Could not find/],
    ["sample_name eq 'x", "There is an unterminated string literal at position 17 in 'sample_name eq 'x'."],
    ["sample_name == 'x'", "Syntax error at position 12 in 'sample_name == 'x''."],
    ["sample_name eq #", "Syntax error: character '#' is not valid at position 15 in 'sample_name eq #'."],
    ["sample_name eq 'x' and", "Expression expected at position 22 in 'sample_name eq 'x' and'."],
    ["sample_name eq 'x' sample_name", "Syntax error at position 19 in 'sample_name eq 'x' sample_name'."],
    ["(sample_name eq 'x'", "')' expected at position 19 in '(sample_name eq 'x''."],
    ["contains(sample_name)", "',' expected at position 20 in 'contains(sample_name)'."],
    ["contains(sample_name,)", "Expression expected at position 21 in 'contains(sample_name,)'."],
    ["contains(,'x')", "Expression expected at position 9 in 'contains(,'x')'."],
    ["Microsoft.Dynamics.CRM.In(PropertyName=,PropertyValues=['x'])", /^Expression expected at position 39/],
    ["Microsoft.Dynamics.CRM.In(PropertyName='sample_name',PropertyValues=['x',])", /^Expression expected at position 73/],
    ["sample_name", "The $filter expression must evaluate to a single boolean value."],
    ["", "Expression expected at position 0 in ''."],
  ])("of $filter is told as one, with its place: %j", (filter, words) => {
    const told = message(`sample_tickets?$filter=${encodeURIComponent(filter)}`);
    if (typeof words === "string") expect(told).toBe(words);
    else expect(told).toMatch(words);
    expect(told).not.toContain("incompatible types");
  });

  it.each([
    ["sample_name eq 5", "A binary operator with incompatible types was detected: '5' does not fit the property 'sample_name'."],
    ["sample_name eq foo", "Could not find a property named 'foo' on type 'Microsoft.Dynamics.CRM.sample_ticket'."],
    ["foo eq 5", "Could not find a property named 'foo' on type 'Microsoft.Dynamics.CRM.sample_ticket'."],
  ])("is not what a wrong type or a wrong name is: %j", (filter, words) => {
    expect(message(`sample_tickets?$filter=${encodeURIComponent(filter)}`)).toBe(words);
  });

  it.each([
    ["sample_tickets?$orderby=sample_name,", "Expression expected at position 12 in 'sample_name,'."],
    ["sample_tickets?$orderby=sample_name asc desc", "Syntax error at position 20 in 'sample_name asc desc'."],
    ["sample_customernumbers(sample_phonenumber=)", "Expression expected at position 19 in 'sample_phonenumber='."],
    ["sample_customernumbers(sample_phonenumber='x',)", "Expression expected at position 23 in 'sample_phonenumber='x','."],
    ["sample_customernumbers(=5)", "Expression expected at position 0 in '=5'."],
    ["sample_tickets?$count=yes", "Invalid value 'yes' for $count query option found. Valid values are 'true' and 'false'."],
  ])("elsewhere, too: %s", (path, words) => expect(message(path)).toBe(words));

  it("does not hide that a yes-or-no column may stand alone in Dataverse", () => {
    expect(bench.ask("kim", "GET", "sample_settings?$filter=sample_showhints").status).toBe(501);
    expect(bench.ask("kim", "GET", "sample_settings?$filter=sample_showhints or sample_name eq 'x'").status).toBe(501);
  });
});

describe("a syntax error in a body", () => {
  it.each([
    ['{"sample_phonenumber":"+1"', /^Invalid JSON/],
    ['{"sample_phonenumber":"+1",}', /^Invalid JSON/],
    ["{'sample_phonenumber':'+1'}", /^Invalid JSON/],
    ['{"sample_phonenumber":}', /^Invalid JSON/],
    ['{"sample_phonenumber":"+1","sample_phonenumber":"+2"}', /'sample_phonenumber'.*duplicated/],
    ['{"sample_phone\\u006eumber":"+1","sample_phonenumber":"+2"}', /'sample_phonenumber'.*duplicated/],
    ["", /empty/],
  ])("has the code of a payload that cannot be read: %j", (body, words) => {
    const refused = bench.ask("bot", "POST", "sample_customernumbers", { body });
    expect(refused).toMatchObject({ status: 400, code: "0x80048d19" });
    expect(refused.message).toMatch(words);
  });

  it("is not a name that appears in a text, or twice in different objects", () => {
    const body = '{"sample_phonenumber":"\\"sample_name\\":\\"x\\",{[","sample_nothing@x":{"a":1},"sample_other@x":{"a":1}}';
    expect(bench.ask("bot", "POST", "sample_customernumbers", { body }).status).toBe(204);
  });
});

describe("what is wrong with FetchXML", () => {
  const entity = (inner: string, attributes = ""): string => `<fetch ${attributes}><entity name="sample_ticket">${inner}</entity></fetch>`;
  it.each([
    ["text that is no XML", "<fetch", "0x80040201"],
    ["a column that is not there", entity('<attribute name="sample_nope"/>'), "0x80041103"],
    ["a condition on one", entity('<filter><condition attribute="sample_nope" operator="null"/></filter>'), "0x80041103"],
    ["an order by one", entity('<order attribute="sample_nope"/>'), "0x80041103"],
    ["a join by one", entity('<link-entity name="sample_note" from="sample_nope" to="sample_ticketid"/>'), "0x80041103"],
    ["a table that is not there", '<fetch><entity name="sample_nope"/></fetch>', "0x80041102"],
    ["top beside page", entity("", 'top="5" page="1"'), "0x80040203"],
    ["top beside count", entity("", 'top="5" count="2"'), "0x80040203"],
    ["a cookie in its wrapping", entity("", 'page="2" paging-cookie="&lt;cookie pagenumber=&quot;2&quot; /&gt;"'), "0x80041129"],
    ["a yes that is neither true nor false", entity("", 'distinct="yes"'), "0x80060888"],
    ["a descending that is neither", entity('<order attribute="sample_name" descending="down"/>'), "0x80060888"],
  ])("has Dataverse's code: %s", (_what, xml, code) => {
    expect(bench.ask("kim", "GET", fetchPath("sample_tickets", xml))).toMatchObject({ status: 400, code });
  });

  it("is told by name where a column is not there", () => {
    const refused = bench.ask("kim", "GET", fetchPath("sample_tickets", entity('<attribute name="sample_nope"/>')));
    expect(refused.message).toBe("'sample_ticket' entity doesn't contain attribute with Name = 'sample_nope' and NameMapping = 'Logical'.");
  });
});
