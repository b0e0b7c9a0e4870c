import { createDataverse } from "../../server/dataverse";
import { team, userId, users } from "../fixture/people";
import { answer, Bench, fetchPath, model, rowsOf } from "./bench";

let bench: Bench;
beforeAll(() => {
  bench = Bench.start();
});
afterAll(() => bench.close());

const names = (path: string, login = "root"): readonly unknown[] => rowsOf(bench.ask(login, "GET", path)).map((row) => row["name"]);
const joined = (table: string, inner: string): string =>
  `<fetch><entity name="${table}"><attribute name="name"/><order attribute="name"/>${inner}</entity></fetch>`;

it("lists the roles that a user has of their own", () => {
  const own = (login: string): readonly unknown[] =>
    names(
      fetchPath(
        "roles",
        joined(
          "role",
          `<link-entity name="systemuserroles" from="roleid" to="roleid"><filter><condition attribute="systemuserid" operator="eq" value="${userId(login)}"/></filter></link-entity>`,
        ),
      ),
    );
  expect(own("kim")).toEqual(["Basic User", "Ticket Agent"]);
  expect(own("member")).toEqual(["Basic User"]);
});

it("lists the roles that a user has through a team, with the team", () => {
  const membership = `<link-entity name="teammembership" from="teamid" to="teamid"><filter><condition attribute="systemuserid" operator="eq" value="${userId("member")}"/></filter></link-entity>`;
  const query = joined(
    "role",
    `<link-entity name="teamroles" from="roleid" to="roleid"><link-entity name="team" from="teamid" to="teamid"><attribute name="name" alias="team"/>${membership}</link-entity></link-entity>`,
  );
  const rows = rowsOf(bench.ask("root", "GET", fetchPath("roles", query)));
  expect(rows.map(({ name, team: through }) => [name, through])).toEqual([["Own rows", "First Line"]]);
});

it("says which role a copy would be of, and which ones are the same everywhere", () => {
  const rows = rowsOf(bench.ask("root", "GET", "roles?$select=name,_parentrootroleid_value,_roletemplateid_value&$orderby=name"));
  for (const row of rows) expect(row["_parentrootroleid_value"]).toBe(row["roleid"]);
  const templates = rows.filter((row) => row["_roletemplateid_value"] !== null).map(({ name }) => name);
  expect(templates).toEqual(["Basic User", "System Administrator"]);
});

it("lists the apps, whether somebody has deactivated them, and the roles that they are for", () => {
  const [app] = model.apps;
  const inactive = createDataverse({
    model: { ...model, apps: [{ ...(app as (typeof model.apps)[number]), isInactive: true }] },
    ...{ storage: ":memory:", now: () => bench.now, users, teams: [team] },
  });
  const query = joined(
    "appmodule",
    `<attribute name="statecode"/><link-entity name="appmoduleroles" from="appmoduleid" to="appmoduleid"><link-entity name="role" from="roleid" to="roleid"><attribute name="name" alias="role"/><order attribute="name"/></link-entity></link-entity>`,
  );
  const request = { method: "GET", path: fetchPath("appmodules", query), headers: {}, body: "", userId: userId("root") };
  const states = [bench.dataverse, inactive].map((one) => rowsOf(answer(one.handle(request))).map(({ statecode }) => statecode));
  const present = model.roles.filter(({ id }) => app?.roles.includes(id)).map(({ name }) => name);
  const rows = rowsOf(answer(bench.dataverse.handle(request)));
  expect(present.length).toBeGreaterThan(0);
  expect(rows.map(({ role }) => role)).toEqual(expect.arrayContaining(present));
  expect(new Set(states[0])).toEqual(new Set([0]));
  expect(new Set(states[1])).toEqual(new Set([1]));
  inactive.close();
});

it("lists the solutions with their versions", () => {
  const [row] = rowsOf(bench.ask("root", "GET", `solutions?$select=version,ismanaged&$filter=uniquename eq '${model.uniqueName}'`));
  expect(row).toMatchObject({ version: model.version, ismanaged: model.managed });
});

it.each(["roles", "appmodules", "solutions", "systemuserrolescollection", "teamrolescollection", "appmodulerolescollection"])(
  "lets nobody without the privilege read %s, and nobody write",
  (set) => {
    expect(bench.ask("bot", "GET", set).status).toBe(403);
    expect(bench.ask("root", "POST", set, { body: {} }).status).toBeGreaterThanOrEqual(400);
  },
);
