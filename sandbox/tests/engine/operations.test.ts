import { userId } from "../fixture/people";
import { Bench, rowsOf } from "./bench";

let bench: Bench;
beforeAll(() => {
  bench = Bench.start();
});
afterAll(() => bench.close());

const ask = (method: string, path: string) => bench.ask("root", method, path, { body: method === "POST" ? {} : "" });
const bound = (name: string): string => `systemusers(${userId("kim")})/Microsoft.Dynamics.CRM.${name}`;

describe("functions and actions", () => {
  it.each([
    ["GET", "RetrieveVersion()"],
    ["GET", "RetrieveVersion"],
    ["GET", "RetrieveTotalRecordCount(EntityNames=['account'])"],
    ["GET", "FormatAddress(Line1=@p)?@p='x'"],
    ["POST", "GrantAccess"],
    ["POST", "Merge"],
    ["POST", "CreateMultiple"],
    ["POST", "ExecuteWorkflow"],
    ["GET", bound("RetrieveUserPrivileges()")],
    ["POST", "teams(a0000000-0000-4000-8000-000000000099)/Microsoft.Dynamics.CRM.AddMembersTeam"],
    ["POST", "sample_tickets/Microsoft.Dynamics.CRM.CreateMultiple"],
    ["POST", "sample_tickets/Microsoft.Dynamics.CRM.UpdateMultiple"],
  ])("that Dataverse has and the sandbox has not are refused with 501, by name: %s %s", (method, path) => {
    const refused = ask(method, path);
    expect(refused).toMatchObject({
      status: 501,
      message: expect.stringMatching(/^The sandbox does not support the (function|action) '/) as unknown,
    });
  });

  it.each([
    ["GET", "RetrieveWisdom()"],
    ["GET", "whoami"],
    ["POST", "GrantWisdom"],
    ["POST", "Microsoft.Dynamics.CRM.GrantAccess"],
    ["GET", bound("RetrieveWisdom()")],
    ["POST", "sample_tickets/Microsoft.Dynamics.CRM.GrantWisdom"],
    ["GET", "Sample_Tickets"],
  ])("that nobody has are not found: %s %s", (method, path) => {
    expect(ask(method, path)).toMatchObject({
      status: 404,
      code: "0x8006088a",
      message: expect.stringContaining("Resource not found for the segment") as unknown,
    });
  });

  it.each([
    ["POST", "WhoAmI"],
    ["DELETE", "WhoAmI()"],
    ["GET", "GrantAccess"],
    ["POST", "RetrieveVersion"],
    ["POST", bound("RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)")],
    ["GET", "sample_tickets/Microsoft.Dynamics.CRM.CreateMultiple"],
  ])("are not found by the wrong method, with the words that Dataverse has for it: %s %s", (method, path) => {
    expect(ask(method, path)).toMatchObject({
      status: 404,
      code: "",
      message: `No HTTP resource was found that matches the request URI 'http://localhost/api/data/v9.2/${path}'.`,
    });
  });
});

describe("the platform's tables that the sandbox does not bring", () => {
  it.each(["appointments", "emails", "incidents?$top=1", "publishers(00000000-0000-0000-0000-000000000001)"])(
    "are refused with 501: %s",
    (path) => {
      expect(ask("GET", path)).toMatchObject({ status: 501, message: expect.stringContaining("platform's table") as unknown });
    },
  );

  it("are refused in FetchXML, too, while an unknown table has Dataverse's own code", () => {
    const fetch = (name: string): string =>
      `sample_tickets?fetchXml=${encodeURIComponent(`<fetch><entity name="sample_ticket"><link-entity name="${name}" from="a" to="b"/></entity></fetch>`)}`;
    expect(ask("GET", fetch("activitypointer")).status).toBe(501);
    expect(ask("GET", fetch("sample_nothing"))).toMatchObject({ status: 400, code: "0x80041102" });
  });
});

it("counts a set at /$count as a plain text, filtered where it is asked for", () => {
  bench.ticket("+4930100", { sample_name: "one" });
  bench.ticket("+4930101", { sample_name: "two" });
  const count = (path: string) => bench.ask("kim", "GET", path, { headers: { accept: "text/plain" } });
  expect(count("sample_tickets/$count")).toMatchObject({ status: 200, body: "2", headers: { "Content-Type": "text/plain" } });
  expect(count("sample_tickets/$count?$filter=sample_name eq 'one'").body).toBe("1");
  expect(bench.ask("pat", "GET", "sample_tickets/$count").status).toBe(403);
  expect(rowsOf(bench.ask("kim", "GET", "sample_tickets"))).toHaveLength(2);
});
