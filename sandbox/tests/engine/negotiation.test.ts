import { Bench, rowsOf } from "./bench";

let bench: Bench;
beforeAll(() => {
  bench = Bench.start();
  for (const number of ["+1", "+2", "+3"]) bench.make("bot", "sample_customernumbers", { sample_phonenumber: number });
});
afterAll(() => bench.close());

const ask = (headers: Readonly<Record<string, string>>, path = "sample_customernumbers") => bench.ask("kim", "GET", path, { headers });

describe("Accept", () => {
  it.each([
    "application/json",
    "application/json;odata.metadata=minimal",
    'application/json; odata.metadata="minimal"; odata.streaming=true; charset=utf-8; IEEE754Compatible=false',
    "*/*",
    "application/*",
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "application/xml, application/json;q=0.5",
    "application/json;odata.metadata=full;q=0.1, application/json;q=0.2",
    "",
  ])("%j gets JSON with minimal metadata", (accept) => {
    expect(ask({ accept })).toMatchObject({ status: 200, headers: { "Content-Type": "application/json; odata.metadata=minimal" } });
  });

  it.each([
    "application/json;odata.metadata=full",
    "application/json;odata.metadata=none",
    "application/json;odata.metadata=none, */*;q=0.1",
    "application/json;IEEE754Compatible=true",
    "application/json;charset=utf-16",
    "application/xml",
    "application/atom+xml",
    "text/plain",
    "application/json;q=0, text/html",
  ])("%j is refused with 501, which says what there is", (accept) => {
    const refused = ask({ accept });
    expect(refused).toMatchObject({ status: 501, headers: { "Content-Type": "application/json; odata.metadata=minimal" } });
    expect(refused.message).toContain("odata.metadata=minimal");
  });

  it("multipart/mixed suits a batch, and nothing else", () => {
    const body = "--b\r\nContent-Type: application/http\r\n\r\nGET WhoAmI HTTP/1.1\r\nAccept: application/json\r\n\r\n\r\n--b--\r\n";
    const batch = (accept: string): number =>
      bench.ask("kim", "POST", "$batch", { body, headers: { accept, "content-type": "multipart/mixed; boundary=b" } }).status;
    expect(["multipart/mixed", "application/json", "*/*", "application/xml"].map(batch)).toEqual([200, 200, 200, 501]);
    expect(ask({ accept: "multipart/mixed" }).status).toBe(501);
  });

  it("counts for each request inside a batch", () => {
    const body = "--b\r\nContent-Type: application/http\r\n\r\nGET WhoAmI HTTP/1.1\r\nAccept: application/xml\r\n\r\n\r\n--b--\r\n";
    expect(bench.ask("kim", "POST", "$batch", { body, headers: { "content-type": "multipart/mixed; boundary=b" } }).status).toBe(501);
  });
});

describe("the other headers that would change the answer", () => {
  it.each([
    [{ "odata-version": "4.0", "odata-maxversion": "4.0" }, 200],
    [{ "odata-maxversion": "4.01" }, 200],
    [{ "odata-version": "4.01" }, 501],
    [{ "odata-maxversion": "3.0" }, 501],
    [{ "odata-version": "four" }, 400],
    [{ "mscrm.suppressduplicatedetection": "true" }, 200],
    [{ "mscrm.suppressduplicatedetection": "false" }, 501],
    [{ "x-http-method-override": "DELETE" }, 501],
    [{ "mscrm.bypasscustompluginexecution": "true" }, 200],
  ])("%j → %i", (headers, status) => expect(ask(headers as Record<string, string>).status).toBe(status));

  it("are letters other than UTF-8 in a body: 415", () => {
    const post = (type: string): number =>
      bench.ask("bot", "POST", "sample_customernumbers", { body: {}, headers: { "content-type": type } }).status;
    expect(post("application/json; charset=utf-16")).toBe(415);
    expect(post("application/jsonp")).toBe(415);
    expect(post('application/json; charset="UTF-8"; odata.metadata=minimal')).toBe(204);
  });
});

describe("Prefer", () => {
  const page = (prefer: string, path = "sample_customernumbers?$filter=sample_phonenumber ne null") => ask({ prefer }, path);

  it("takes a page size of up to 5000, and ignores a larger one, as documented", () => {
    expect(page("odata.maxpagesize=2").headers["Preference-Applied"]).toBe("odata.maxpagesize=2");
    expect(rowsOf(page("odata.maxpagesize=2"))).toHaveLength(2);
    expect(page("odata.maxpagesize=5001").headers).not.toHaveProperty("Preference-Applied");
    expect(rowsOf(page("odata.maxpagesize=5001"))).toHaveLength(3);
  });

  it.each(["odata.maxpagesize=0", "odata.maxpagesize=-1", "odata.maxpagesize=two", "odata.maxpagesize"])("answers 400 to %s", (prefer) => {
    expect(page(prefer)).toMatchObject({ status: 400, message: expect.stringContaining("odata.maxpagesize") as unknown });
  });

  it.each([
    "odata.track-changes",
    "respond-async",
    'odata.callback;url="http://x"',
    "odata.allow-entityreferences",
    "handling=strict",
    'odata.include-annotations="Microsoft.Dynamics.CRM.globalmetadataversion"',
  ])("refuses %s with 501", (prefer) => expect(page(prefer).status).toBe(501));

  it("ignores what nobody knows, as HTTP says", () => expect(page("sample=1, return=minimal, wait=5").status).toBe(200));
});
