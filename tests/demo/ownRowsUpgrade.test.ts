/** An upgrade from a version whose settings and dismissals named their user in a column, unique in it. Now their owner is what they are found by. */
import { prepareStart, settingsIdOf } from "../../launcher/start";
import { userId } from "../../demo/users";
import type { Dataverse } from "../../sandbox/server/dataverse";
import type { SolutionModel } from "../../sandbox/model";
import { rowsOf } from "../../sandbox/tests/lifecycle/dataOnDisk";
import { createClient } from "../../shared/dataverse/client";
import { packedModel } from "../packed";
import { Data } from "./data";

const WITH_USER = ["msgn_agentsetting", "msgn_dismissal"];
const SETTINGS = "50000000-0000-4000-8000-00000000000a";

let data: Data;
beforeEach(() => {
  data = new Data();
});
afterEach(() => data.remove());

/** The solution as it was, as far as own rows are concerned. */
function older(model: SolutionModel): SolutionModel {
  return {
    ...model,
    version: "0.9.0.0",
    tables: model.tables.map((table) => {
      if (!WITH_USER.includes(table.logicalName)) return table;
      const [lookup] = table.columns.filter(({ logicalName }) => logicalName === "createdby");
      if (!lookup) throw new Error("no lookup of users to take after");
      const columns = table.logicalName === "msgn_dismissal" ? ["msgn_sessionid", "msgn_userid"] : ["msgn_userid"];
      return {
        ...table,
        columns: [...table.columns, { ...lookup, logicalName: "msgn_userid", readOnly: false }],
        keys: [{ name: "user_key", columns }],
      };
    }),
    roles: model.roles.map((role) => ({
      ...role,
      privileges: [
        ...role.privileges,
        ...(role.name === "SMS Agent" ? [{ name: "prvAppendmsgn_agentsetting", level: "Basic" as const }] : []),
      ],
    })),
    relationships: [
      ...model.relationships,
      ...WITH_USER.map((table) => {
        const like = model.relationships.find(({ referencingTable, column }) => referencingTable === table && column === "createdby");
        if (!like) throw new Error("no relationship to take after");
        return { ...like, name: `user_of_${table}`, column: "msgn_userid", navigationProperty: "msgn_userid" };
      }),
    ],
  };
}

function ask(dataverse: Dataverse, login: string, method: string, path: string, body?: object): number {
  const headers = { "content-type": "application/json" };
  return dataverse.handle({ method, path, headers, body: body ? JSON.stringify(body) : "", userId: userId(login) }).status;
}

it("keeps the rows that agents made themselves, and lets the keys go that a stranger's row could stand behind", async () => {
  const model = await packedModel();
  const before = data.open(older(model));
  const named = { "msgn_userid@odata.bind": `/systemusers(${userId("ana")})` };
  expect(ask(before, "ana", "PATCH", `msgn_agentsettings(${SETTINGS})`, { msgn_sound: false, ...named })).toBe(204);
  // That was the harm: Chloe cannot have settings, because Ben has made some in her name.
  const chloe = { "msgn_userid@odata.bind": `/systemusers(${userId("chloe")})` };
  expect(ask(before, "ben", "POST", "msgn_agentsettings", chloe)).toBe(204);
  expect(ask(before, "chloe", "POST", "msgn_agentsettings", chloe)).toBe(412);
  before.close();

  const after = data.open(model);
  expect(after.imported[0]).toMatchObject({ kind: "upgraded", removed: WITH_USER.map((table) => `${table}.msgn_userid`) });
  expect(rowsOf(after, "msgn_agentsettings")).toHaveLength(2);
  const start = async (login: string) => {
    const row = await prepareStart(
      createClient((url, init) => {
        const path = url.replace("/api/data/v9.2/", "");
        const request = { method: init.method ?? "GET", path, headers: Object.fromEntries(new Headers(init.headers).entries()) };
        const answer = after.handle({ ...request, body: typeof init.body === "string" ? init.body : "", userId: userId(login) });
        return Promise.resolve(new Response(answer.body === "" ? null : answer.body, { status: answer.status, headers: answer.headers }));
      }),
      { userId: userId(login), userName: login, app: "msgn_MessageNotification" },
    );
    return row && settingsIdOf(row);
  };
  expect(await start("ana")).toBe(SETTINGS);
  expect(rowsOf(after, `msgn_agentsettings?$filter=msgn_agentsettingid eq ${SETTINGS}`)).toEqual([
    expect.objectContaining({ msgn_sound: false }),
  ]);
  expect(await start("chloe")).toEqual(expect.any(String));
  expect(rowsOf(after, `msgn_agentsettings?$filter=_ownerid_value eq ${userId("chloe")}`)).toHaveLength(1);
  after.close();
});
