/** Business units: whose rows a role covers, whose unit a row lies in, and what happens when an administrator moves somebody. */
import { fetchPath, rowsOf } from "./bench";
import type { Answer } from "./bench";
import { ALONE, DESK, id, idOfMade, REPAIRERS, REPAIRS, SALES, SERVICE, toTeam, toUser, UnitsBench } from "./unitsBench";

let bench: UnitsBench;
beforeEach(() => {
  bench = UnitsBench.start();
});
afterEach(() => bench.dataverse.close());

const ok = (made: Answer): void => expect([made.status, made.message]).toEqual([204, undefined]);

describe("whose rows a role covers", () => {
  beforeEach(() => {
    for (const owner of ["sam", "sara", "vera", "rita", "ruth"] as const) bench.ticket(owner, toUser(owner));
    bench.ticket("repairers", toTeam(REPAIRERS));
  });

  it("is one's own at the level Basic", () => {
    expect(bench.seen("sara")).toEqual(["sara"]);
  });

  it("is the unit's at the level Local, its teams' too, and not what lies below or beside", () => {
    expect(bench.seen("sam")).toEqual(["sam", "sara"]);
    expect(bench.seen("rita")).toEqual(["repairers", "rita", "ruth"]);
  });

  it("is the unit's and of those below at the level Deep", () => {
    expect(bench.seen("vera")).toEqual(["repairers", "rita", "ruth", "vera"]);
  });

  it("is the team's unit where the role is a team's, wherever its member lies", () => {
    ok(bench.join(REPAIRERS, "sara"));
    expect(bench.seen("sara")).toEqual(["repairers", "rita", "ruth", "sara"]);
    ok(bench.leave(REPAIRERS, "sara"));
    expect(bench.seen("sara")).toEqual(["sara"]);
  });

  it("is what the team owns, and not what its member owns, where a role is for the team only", () => {
    ok(bench.join(ALONE, "tom"));
    bench.ticket("alone", toTeam(ALONE));
    bench.ticket("tom", toUser("tom"));
    expect(bench.seen("tom")).toEqual(["alone"]);
    ok(bench.join(DESK, "tom"));
    expect(bench.seen("tom")).toEqual(["alone", "tom"]);
  });

  it("holds for reading, writing, assigning and FetchXML alike", () => {
    const path = bench.ticket("another of rita", toUser("rita"));
    expect(bench.ask("sam", "GET", path).status).toBe(403);
    expect(bench.ask("sam", "PATCH", path, { sample_name: "x" }).status).toBe(403);
    expect(bench.ask("sam", "PATCH", path, toUser("sam")).status).toBe(403);
    const all =
      '<fetch aggregate="true"><entity name="sample_ticket"><attribute name="sample_ticketid" alias="n" aggregate="count"/></entity></fetch>';
    expect(rowsOf(bench.ask("sam", "GET", fetchPath("sample_tickets", all)))).toMatchObject([{ n: 2 }]);
    expect(bench.ask("rita", "PATCH", path, { sample_name: "hers" }).status).toBe(204);
  });
});

describe("the unit that a row lies in", () => {
  it("is its owner's, and moves with the owner", () => {
    const path = bench.ticket("one", toUser("sam"));
    expect(bench.unitOf(path)).toBe(SALES);
    // Into another unit: whoever gives it away does not see it any more.
    ok(bench.ask("sam", "PATCH", path, toUser("rita")));
    expect(bench.unitOf(path)).toBe(REPAIRS);
    expect(bench.ask("sam", "GET", path).status).toBe(403);
    ok(bench.ask("rita", "PATCH", path, toTeam(DESK)));
    expect(bench.unitOf(path)).toBe(SERVICE);
  });

  it("is where WhoAmI says that a user lies", () => {
    expect(bench.ask("rita", "GET", "WhoAmI").json["BusinessUnitId"]).toBe(REPAIRS);
    expect(bench.ask("root", "GET", "WhoAmI").json["BusinessUnitId"]).toBe(bench.dataverse.ids.businessUnit);
  });
});

describe("what an administrator does", () => {
  it("moves a user: what they own moves along, and their roles are gone until they are given those of the new unit", () => {
    const [own, ofTeam] = [bench.ticket("sam's", toUser("sam")), bench.ticket("repairers", toTeam(REPAIRERS))];
    const etag = bench.column(own, "@odata.etag");
    ok(bench.move("sam", REPAIRS));
    expect([bench.unitOf(own), bench.unitOf(ofTeam)]).toEqual([REPAIRS, REPAIRS]);
    expect(bench.column(own, "@odata.etag")).not.toBe(etag);
    expect(bench.ask("sam", "GET", "sample_tickets").status).toBe(403);
    const give = (roleId: string): Answer =>
      bench.ask("root", "POST", `systemusers(${id("sam")})/systemuserroles_association/$ref`, { "@odata.id": `roles(${roleId})` });
    expect(give(bench.roleIn("Local", SALES))).toMatchObject({ status: 400, message: expect.stringContaining("business unit") as unknown });
    ok(give(bench.roleIn("Local", REPAIRS)));
    expect(bench.seen("sam")).toEqual(["repairers", "sam's"]);
    expect(bench.ask("sam", "GET", own).status).toBe(200);
  });

  it("makes a unit and a team in it; the unit has a default team and copies of all roles at once", () => {
    const made = bench.ask("root", "POST", "businessunits", {
      ...{ name: "Returns", "parentbusinessunitid@odata.bind": `/businessunits(${SERVICE})` },
    });
    ok(made);
    const returns = idOfMade(made);
    const ofRoot = rowsOf(
      bench.ask("root", "GET", `roles?$filter=_businessunitid_value eq ${bench.dataverse.ids.businessUnit}&$orderby=name`),
    );
    const ofReturns = rowsOf(bench.ask("root", "GET", `roles?$filter=_businessunitid_value eq ${returns}&$orderby=name`));
    expect(ofReturns.map((row) => row["_parentrootroleid_value"])).toEqual(ofRoot.map((row) => row["roleid"]));
    expect(ofReturns.every((row) => row["roleid"] !== row["_parentrootroleid_value"])).toBe(true);
    ok(bench.move("ruth", returns));
    const members = `<fetch><entity name="teammembership"><attribute name="systemuserid"/><link-entity name="team" from="teamid" to="teamid"><filter><condition attribute="businessunitid" operator="eq" value="${returns}"/><condition attribute="isdefault" operator="eq" value="1"/></filter></link-entity></entity></fetch>`;
    expect(rowsOf(bench.ask("root", "GET", fetchPath("teammemberships", members))).map((row) => row["_systemuserid_value"])).toEqual([
      id("ruth"),
    ]);
    const team = bench.ask("root", "POST", "teams", { name: "Returns Desk", "businessunitid@odata.bind": `/businessunits(${returns})` });
    ok(team);
    const desk = idOfMade(team);
    ok(bench.ask("root", "POST", `teams(${desk})/teamroles_association/$ref`, { "@odata.id": `roles(${bench.roleIn("Local", returns)})` }));
    ok(bench.join(desk, "ruth"));
    const path = bench.ticket("returned", toTeam(desk));
    expect(bench.unitOf(path)).toBe(returns);
    expect(bench.seen("ruth")).toEqual(["returned"]);
    // Service lies above the new unit.
    expect(bench.seen("vera")).toEqual(["returned"]);
  });

  it("cannot change who is in a default team, nor their own unit and roles, nor delete a unit", () => {
    const [sales] = rowsOf(bench.ask("root", "GET", `teams?$filter=isdefault eq true and _businessunitid_value eq ${SALES}`));
    expect(bench.join(String(sales?.["teamid"]), "rita").status).toBe(400);
    expect(bench.move("root", SALES).status).toBe(501);
    expect(bench.ask("root", "DELETE", `businessunits(${SALES})`).status).toBe(501);
    const administrator = bench.roleIn("System Administrator", bench.dataverse.ids.businessUnit);
    expect(bench.ask("root", "DELETE", `systemusers(${id("root")})/systemuserroles_association(${administrator})/$ref`).status).toBe(501);
  });

  it("is refused to anybody else", () => {
    expect(
      bench.ask("sam", "POST", `teams(${DESK})/teammembership_association/$ref`, { "@odata.id": `systemusers(${id("sam")})` }).status,
    ).toBe(403);
    expect(
      bench.ask("sam", "PATCH", `systemusers(${id("tom")})`, { "businessunitid@odata.bind": `/businessunits(${REPAIRS})` }).status,
    ).toBe(403);
    expect(
      bench.ask("sam", "POST", `systemusers(${id("tom")})/systemuserroles_association/$ref`, {
        "@odata.id": `roles(${bench.roleIn("Local", SALES)})`,
      }).status,
    ).toBe(403);
  });

  it("leaves no right behind where the change set that gave it fails", () => {
    const path = bench.ticket("rita's", toUser("rita"));
    const part = (number: number, line: string, body: string): string =>
      `--c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: ${number}\r\n\r\n${line} HTTP/1.1\r\nContent-Type: application/json\r\n\r\n${body}\r\n`;
    const changeSet =
      part(1, `POST /api/data/v9.2/teams(${REPAIRERS})/teammembership_association/$ref`, `{"@odata.id":"systemusers(${id("sara")})"}`) +
      part(2, "POST /api/data/v9.2/sample_tickets", '{"no such column":1}');
    const body = `--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n${changeSet}--c--\r\n--b--\r\n`;
    const headers = { "content-type": "multipart/mixed; boundary=b" };
    const batch = bench.dataverse.handle({ method: "POST", path: "$batch", headers, body, userId: id("root") });
    expect(batch.body).toMatch(/HTTP\/1\.1 400/);
    expect(bench.ask("sara", "GET", path).status).toBe(403);
  });
});
