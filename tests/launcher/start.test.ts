import { derivedId } from "../../shared/dataverse/derivedId";
import { createClient } from "../../shared/dataverse/client";
import { prepareStart, settingsIdOf } from "../../launcher/start";
import { startDataverse } from "../dataverse";
import type { Login, TestDataverse } from "../dataverse";

let dataverse: TestDataverse;
/** The id of the row that a start finds or makes; null: no part in the product. */
async function start(login: Login, app = "msgn_MessageNotification"): Promise<string | null> {
  const row = await prepareStart(createClient(dataverse.fetchAs(login)), { userId: dataverse.idOf(login), userName: login, app });
  return row && settingsIdOf(row);
}
const configurations = () => dataverse.rows("msgn_configurations").map((row) => row["msgn_name"]);

beforeEach(async () => {
  dataverse = await startDataverse();
});

afterEach(() => dataverse.close());

it("makes the agent's own settings row once, and finds it again", async () => {
  const first = await start("ana");
  expect(first).toEqual(expect.any(String));
  expect(await start("ana")).toBe(first);
  expect(dataverse.rows("msgn_agentsettings")).toEqual([
    expect.objectContaining({
      msgn_agentsettingid: derivedId(dataverse.idOf("ana")),
      msgn_name: "ana",
      _ownerid_value: dataverse.idOf("ana"),
    }),
  ]);
});

it("asks nothing but the roles of a user who has no part in the product", async () => {
  expect(await start("zoe")).toBeNull();
  expect(dataverse.asked).toEqual([expect.stringContaining("RetrieveUserSetOfPrivilegesByNames")]);
});

it("makes the default configuration record for an administrator, once", async () => {
  await Promise.all([start("mia"), start("mia"), start("root")]);
  expect(dataverse.rows("msgn_configurations")).toEqual([
    expect.objectContaining({ msgn_name: "Default", msgn_idletimeoutminutes: 15, msgn_refreshseconds: 60, msgn_floatingbubble: true }),
  ]);
});

it("makes no configuration record where somebody has deactivated the one that there was", async () => {
  const { msgn_configurationid: id } = dataverse.system("POST", "msgn_configurations", { msgn_name: "Autumn" });
  dataverse.system("PATCH", `msgn_configurations(${String(id)})`, { statecode: 1, statuscode: 2 });
  expect(await start("mia")).not.toBeNull();
  expect(configurations()).toEqual(["Autumn"]);
});

it("leaves the making of the configuration record to those who may, and works without", async () => {
  expect(await start("ana")).not.toBeNull();
  expect(configurations()).toEqual([]);
});

it("goes on where the server does not let the configuration record be made", async () => {
  const send = dataverse.fetchAs("mia");
  const client = createClient((url, init) =>
    url.includes("Default") ? Promise.resolve(new Response("", { status: 403 })) : send(url, init),
  );
  const row = await prepareStart(client, { userId: dataverse.idOf("mia"), userName: "Mia", app: "msgn_MessageNotification" });
  expect([row && settingsIdOf(row), configurations()]).toEqual([expect.any(String), []]);
});

it("hides no bug behind the making of the configuration record", async () => {
  const client = createClient(dataverse.fetchAs("mia"));
  const bug = new TypeError("undefined is not a function");
  const start = prepareStart((request) => (request.path.includes("Default") ? Promise.reject(bug) : client(request)), {
    userId: dataverse.idOf("mia"),
    userName: "Mia",
    app: "msgn_MessageNotification",
  });
  await expect(start).rejects.toBe(bug);
});

it("shows only in the apps that the configuration record names", async () => {
  dataverse.system("POST", "msgn_configurations", { msgn_name: "Default", msgn_apps: "sales_app, MSGN_MessageNotification" });
  expect(await start("ana")).not.toBeNull();
  expect(await start("ana", "hr_app")).toBeNull();
});
