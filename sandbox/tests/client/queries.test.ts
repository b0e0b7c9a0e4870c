import { userId } from "../fixture/people";
import { errorOf, openDesk } from "./desk";
import type { Desk, Row } from "./desk";

let desk: Desk;
let firstTicket: string;
beforeAll(async () => {
  desk = await openDesk();
  const made = await desk.ticket("+4930100", { sample_name: "O'Neil & Söhne" });
  firstTicket = made.ticketId;
  for (const number of [1, 2, 3, 4]) await desk.ticket(`+493010${number}`, { sample_name: `Ticket ${number}`, sample_stage: 100000001 });
  for (const [name, readOn] of [
    ["a", null],
    ["b", null],
    ["c", "2026-11-22T12:00:00Z"],
  ] as const) {
    await desk.as("bot").create({
      collection: "sample_notes",
      data: {
        sample_name: name,
        sample_externalid: name,
        sample_readon: readOn,
        "sample_ticketid@odata.bind": `sample_tickets(${firstTicket})`,
      },
    });
  }
});
afterAll(() => desk.close());

const kim = () => desk.as("kim");
const names = (rows: readonly Row[] = []): unknown[] => rows.map((row) => row["sample_name"]);
const collection = "sample_tickets";

describe("lists, by a client that was written for Dataverse", () => {
  it("are filtered, sorted, cut and expanded", async () => {
    const { value } = await kim().retrieveMultiple<Row>({
      collection,
      select: ["sample_name"],
      filter: "sample_name ne 'O''Neil & Söhne' and sample_stage eq 100000001",
      orderBy: ["sample_name desc"],
      expand: [{ property: "sample_customernumberid", select: ["sample_phonenumber"] }],
      top: 2,
    });
    expect(names(value)).toEqual(["Ticket 4", "Ticket 3"]);
    expect(value[0]?.["sample_customernumberid"]).toMatchObject({ sample_phonenumber: "+4930104" });
  });

  it("come in pages whose links the client follows, with a count of all rows", async () => {
    const request = { collection, select: ["sample_name"], orderBy: ["sample_name"], maxPageSize: 2, count: true };
    const first = await kim().retrieveMultiple<Row>(request);
    expect([names(first.value), first.oDataCount]).toEqual([["O'Neil & Söhne", "Ticket 1"], 5]);
    const second = await kim().retrieveMultiple<Row>(request, first.oDataNextLink);
    expect(names(second.value)).toEqual(["Ticket 2", "Ticket 3"]);
    const all = await kim().retrieveAll<Row>({ collection, select: ["sample_name"], orderBy: ["sample_name"] });
    expect(names(all.value)).toHaveLength(5);
    expect(second.oDataNextLink).toContain("/api/data/v9.2/");
  });

  it("are counted, with a filter and without", async () => {
    expect(await kim().count({ collection })).toBe(5);
    expect(await kim().count({ collection, filter: "sample_stage eq 100000001" })).toBe(4);
    expect(await kim().countAll({ collection, filter: "startswith(sample_name,'Ticket')" })).toBe(4);
  });

  it("show what people see of values, lookups and choices", async () => {
    const { value } = await kim().retrieveMultiple<Row>({
      collection,
      select: ["sample_stage", "_ownerid_value", "createdon"],
      filter: `sample_ticketid eq ${firstTicket}`,
      includeAnnotations: "OData.Community.Display.V1.FormattedValue,Microsoft.Dynamics.CRM.lookuplogicalname",
    });
    expect(value[0]).toMatchObject({
      sample_stage_Formatted: "New",
      _ownerid_value: userId("bot"),
      _ownerid_value_Formatted: "Bot Test",
      _ownerid_value_LogicalName: "systemuser",
      createdon_Formatted: expect.stringMatching(/^\d+\/\d+\/\d{4} /) as unknown,
    });
    expect(value[0]).not.toHaveProperty("_ownerid_value_NavigationProperty");
  });

  it.each(["9.0", "9.1"])("are the same in version %s", async (version) => {
    const { value, oDataNextLink } = await desk
      .as("kim", version)
      .retrieveMultiple<Row>({ collection, select: ["sample_name"], maxPageSize: 3 });
    expect(value).toHaveLength(3);
    expect(oDataNextLink).toContain(`/api/data/v${version}/`);
  });
});

describe("FetchXML, by the same client", () => {
  const notes =
    '<fetch aggregate="true"><entity name="sample_note"><attribute name="sample_noteid" alias="unread" aggregate="count"/>' +
    '<attribute name="createdon" alias="newest" aggregate="max"/><attribute name="sample_ticketid" alias="ticket" groupby="true"/>' +
    '<filter><condition attribute="sample_readon" operator="null"/></filter>' +
    '<link-entity name="sample_ticket" from="sample_ticketid" to="sample_ticketid" alias="t"><attribute name="ownerid" alias="owner" groupby="true"/></link-entity></entity></fetch>';
  const sorted = (attributes = ""): string =>
    `<fetch ${attributes}><entity name="sample_ticket"><attribute name="sample_name"/><attribute name="sample_assignedon"/><order attribute="sample_name"/></entity></fetch>`;

  it("counts in groups over joined tables", async () => {
    const { value } = await kim().fetch<Row>({ collection: "sample_notes", fetchXml: notes, includeAnnotations: "*" });
    expect(value).toEqual([
      expect.objectContaining({
        unread: 2,
        ticket: firstTicket,
        ticket_Formatted: "O'Neil & Söhne",
        owner: userId("bot"),
        owner_LogicalName: "systemuser",
      }),
    ]);
  });

  it("leaves out what has no value", async () => {
    const { value } = await kim().fetch<Row>({ collection, fetchXml: sorted('count="1"') });
    expect(value[0]).toMatchObject({ sample_name: "O'Neil & Söhne" });
    expect(value[0]).not.toHaveProperty("sample_assignedon");
  });

  it("comes in pages by the cookie that the client unwraps and gives back", async () => {
    const first = await kim().fetch<Row>({ collection, fetchXml: sorted('count="2"'), includeAnnotations: "*" });
    expect(names(first.value)).toEqual(["O'Neil & Söhne", "Ticket 1"]);
    const { cookie, nextPage } = first.PagingInfo ?? {};
    expect([cookie, nextPage]).toEqual([expect.stringContaining("cookie"), 2]);
    const second = await kim().fetch<Row>({
      collection,
      fetchXml: sorted('count="2"'),
      includeAnnotations: "*",
      ...(nextPage === undefined ? {} : { pageNumber: nextPage }),
      ...(cookie === undefined ? {} : { pagingCookie: cookie }),
    });
    expect(names(second.value)).toEqual(["Ticket 2", "Ticket 3"]);
    const all = await kim().fetchAll<Row>({ collection, fetchXml: sorted('count="2"'), includeAnnotations: "*" });
    expect(names(all.value)).toHaveLength(5);
  });

  it("counts all rows beside a page, and refuses to beside top", async () => {
    const counted = await kim().fetch<Row>({
      collection,
      fetchXml: sorted('count="2" returntotalrecordcount="true"'),
      includeAnnotations: "*",
    });
    expect(counted).toMatchObject({ oDataCount: 5, "@Microsoft.Dynamics.CRM.totalrecordcount": 5 });
    const refused = await errorOf(kim().fetch({ collection, fetchXml: sorted('top="2" returntotalrecordcount="true"') }));
    expect(refused).toMatchObject({ status: 400, code: "0x80040203" });
  });

  it("names an unknown column with Dataverse's code", async () => {
    const fetchXml = '<fetch><entity name="sample_ticket"><attribute name="sample_nope"/></entity></fetch>';
    expect(await errorOf(kim().fetch({ collection, fetchXml }))).toMatchObject({ status: 400, code: "0x80041103" });
  });
});

describe("functions, by the same client", () => {
  it("WhoAmI", async () => expect(await kim().callFunction<Row>("WhoAmI")).toMatchObject({ UserId: userId("kim") }));

  it("RetrieveUserSetOfPrivilegesByNames, bound to a user", async () => {
    const answer = await kim().callFunction<{ readonly RolePrivileges: readonly Row[] }>({
      collection: "systemusers",
      key: userId("kim"),
      name: "Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames",
      parameters: { PrivilegeNames: ["prvReadsample_ticket", "prvDeletesample_ticket"] },
    });
    expect(answer.RolePrivileges.map((one) => one["PrivilegeName"])).toEqual(["prvReadsample_ticket"]);
  });
});
