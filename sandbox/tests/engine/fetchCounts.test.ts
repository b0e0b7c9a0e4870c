import type { Answer } from "./bench";
import { annotated, Bench, fetchPath, rowsOf } from "./bench";

let bench: Bench;
beforeAll(() => {
  bench = Bench.start();
  for (const name of ["a", "b", "c"]) bench.make("bot", "sample_customernumbers", { sample_phonenumber: name });
});
afterAll(() => bench.close());

const fetch = (attributes: string, more = "", headers = {}): Answer =>
  bench.ask(
    "kim",
    "GET",
    `${fetchPath("sample_customernumbers", `<fetch ${attributes}><entity name="sample_customernumber"><attribute name="sample_phonenumber"/><attribute name="sample_closedon"/></entity></fetch>`)}${more}`,
    { headers },
  );
const counts = ({ json }: Answer): unknown[] =>
  ["@odata.count", "@Microsoft.Dynamics.CRM.totalrecordcount", "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded"].map(
    (name) => json[name],
  );

it("leaves out columns without a value in answers to FetchXML, and keeps them as null in those to OData", () => {
  const [fetched] = rowsOf(fetch(""));
  expect(Object.keys(fetched ?? {}).sort()).toEqual(["@odata.etag", "sample_customernumberid", "sample_phonenumber"]);
  const [read] = rowsOf(bench.ask("kim", "GET", "sample_customernumbers?$select=sample_phonenumber,sample_closedon"));
  expect(read).toHaveProperty("sample_closedon", null);
  const all = rowsOf(
    bench.ask(
      "kim",
      "GET",
      fetchPath("sample_customernumbers", '<fetch><entity name="sample_customernumber"><all-attributes/></entity></fetch>'),
    ),
  );
  expect(Object.values(all[0] ?? {})).not.toContain(null);
});

describe("the number of rows", () => {
  it.each([
    ["returntotalrecordcount", () => fetch('returntotalrecordcount="true" count="2"', "", annotated)],
    ["$count beside fetchXml", () => fetch('count="2"', "&$count=true", annotated)],
    ["both", () => fetch('returntotalrecordcount="true"', "&$count=true", annotated)],
    ["$count of OData", () => bench.ask("kim", "GET", "sample_customernumbers?$count=true", { headers: annotated })],
  ])("comes with %s, as a count and in both annotations", (_how, ask) => expect(counts(ask())).toEqual([3, 3, false]));

  it("is -1 in the annotation where nobody asked for it", () => {
    expect(counts(fetch("", "", annotated))).toEqual([undefined, -1, false]);
    expect(counts(fetch("", "&$count=false", annotated))).toEqual([undefined, -1, false]);
    expect(counts(bench.ask("kim", "GET", "sample_customernumbers", { headers: annotated }))).toEqual([undefined, -1, false]);
  });

  it("has annotations only where Prefer wants them", () => {
    expect(counts(fetch('returntotalrecordcount="true"'))).toEqual([3, undefined, undefined]);
    const one = { prefer: 'odata.include-annotations="Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded"' };
    expect(counts(fetch('returntotalrecordcount="1"', "", one))).toEqual([3, undefined, false]);
  });

  it("counts what is distinct once", () => {
    const xml =
      '<fetch distinct="true" returntotalrecordcount="true"><entity name="sample_customernumber"><attribute name="statecode"/></entity></fetch>';
    expect(counts(bench.ask("kim", "GET", fetchPath("sample_customernumbers", xml)))[0]).toBe(1);
  });

  it("is refused beside top, in Dataverse's words, whichever way it is asked for", () => {
    const words = "The top attribute can't be specified with paging attribute returntotalrecordcount";
    expect(fetch('top="2" returntotalrecordcount="true"')).toMatchObject({ status: 400, code: "0x80040203", message: words });
    expect(fetch('top="2"', "&$count=true")).toMatchObject({ status: 400, code: "0x80040203", message: words });
    expect(fetch('top="2"', "&$count=false").status).toBe(200);
    expect(fetch("", "&$count=maybe").status).toBe(400);
  });

  it("of an aggregate is refused with 501", () => {
    const xml =
      '<fetch aggregate="true" returntotalrecordcount="true"><entity name="sample_customernumber"><attribute name="statecode" alias="s" groupby="true"/></entity></fetch>';
    expect(bench.ask("kim", "GET", fetchPath("sample_customernumbers", xml)).status).toBe(501);
  });
});

it("counts no further than 5000, and says when there are more", () => {
  const many = Bench.start();
  const add = (count: number): void => {
    for (let number = 0; number < count; number += 1) many.dataverse.asSystem({ method: "POST", path: "sample_customernumbers", body: {} });
  };
  const read = (): unknown[] => counts(many.ask("kim", "GET", "sample_customernumbers?$count=true&$top=1", { headers: annotated }));
  add(5000);
  expect(read()).toEqual([5000, 5000, false]);
  add(1);
  expect(read()).toEqual([5000, 5000, true]);
  expect(many.ask("kim", "GET", "sample_customernumbers/$count").body).toBe("5000");
  many.close();
});
