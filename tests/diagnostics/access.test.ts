/** What of roles, privileges and apps holds a person back: each cause is made in the environment, and found. */
import { prepareStart } from "../../launcher/start";
import { createClient } from "../../shared/dataverse/client";
import { START_PRIVILEGES, WORK_PRIVILEGES } from "../../shared/dataverse/names";
import { inboxQuery } from "../../shared/dataverse/queries";
import type { SolutionModel } from "../../sandbox/model";
import { startDataverse } from "../dataverse";
import type { Environment, TestDataverse } from "../dataverse";
import { reportOf } from "./reportOf";

let dataverse: TestDataverse | undefined;
afterEach(() => dataverse?.close());

async function environment(different: Environment): Promise<TestDataverse> {
  dataverse = await startDataverse(different);
  dataverse.system("POST", "msgn_configurations", { msgn_name: "Default", msgn_idletimeoutminutes: 15 });
  return dataverse;
}

const BASIC = ["Basic User"];

/** The role SMS Agent without some privileges, or with others. */
const agentRole =
  (change: (name: string, level: string) => string | null) =>
  (model: SolutionModel): SolutionModel => ({
    ...model,
    roles: model.roles.map((role) =>
      role.name !== "SMS Agent"
        ? role
        : {
            ...role,
            privileges: role.privileges.flatMap((each) => {
              const level = change(each.name, each.level) as typeof each.level | null;
              return level === null ? [] : [{ ...each, level }];
            }),
          },
    ),
  });

describe("an agent with the role", () => {
  it("is held back by nothing: roles, privileges and apps are told as fine", async () => {
    const report = await reportOf(await environment({}), "ana");
    expect(report.holdsBack).toEqual([]);
    expect(report.one("enabled")).toMatchObject({ severity: "fine" });
    expect(report.one("roles")?.values).toEqual(["Basic User, SMS Agent, SMS Pictures, SMS Agent (Front Desk)"]);
    expect(report.one("privileges")).toMatchObject({ severity: "fine" });
    expect(report.one("apps")?.values).toEqual(["Message Notification (msgn_MessageNotification)"]);
  });

  it("may have it through a team alone", async () => {
    const report = await reportOf(await environment({ roles: { ana: BASIC } }), "ana");
    expect(report.holdsBack).toEqual([]);
    expect(report.one("roles")?.values).toEqual(["Basic User, SMS Agent (Front Desk)"]);
  });
});

describe("a person is held back", () => {
  it("without the role: the privileges that are missing are named, and that no app can be opened", async () => {
    const report = await reportOf(await environment({ roles: { ana: BASIC }, teams: [] }), "ana");
    expect(report.holdsBack).toEqual(["missingForStart", "noApp"]);
    const missing = START_PRIVILEGES.filter((name) => name !== "prvReadUser");
    expect(report.one("missingForStart")?.values).toEqual([missing.join(", ")]);
    // Basic User reads people and teams.
    const forWork = WORK_PRIVILEGES.filter((name) => name !== "prvReadTeam");
    expect(report.one("missingForWork")?.values).toEqual([forWork.join(", ")]);
    expect(report.one("nothingUnread")).toBeUndefined();
  });

  it("without any role", async () => {
    const report = await reportOf(await environment({ roles: { ana: [] }, teams: [] }), "ana");
    expect(report.holdsBack).toEqual(["noRoles", "missingForStart", "noApp"]);
  });

  it("where the user is disabled", async () => {
    const here = await environment({});
    here.system("PATCH", `systemusers(${here.idOf("ana")})`, { isdisabled: true });
    expect((await reportOf(here, "ana")).holdsBack).toEqual(["disabled"]);
  });

  it("where no app is shared with a role of theirs, and by an app that somebody has deactivated", async () => {
    const apps = (change: object) => (model: SolutionModel) => ({ ...model, apps: model.apps.map((app) => ({ ...app, ...change })) });
    const unshared = await reportOf(await environment({ change: apps({ roles: [] }) }), "ana");
    expect(unshared.holdsBack).toEqual(["noApp"]);
    dataverse?.close();
    const inactive = await reportOf(await environment({ change: apps({ isInactive: true }) }), "ana");
    expect(inactive.holdsBack).toEqual(["noApp"]);
    expect(inactive.one("inactiveApps")?.values).toEqual(["Message Notification (msgn_MessageNotification)"]);
  });

  it("not where no app is shared, as a System Administrator", async () => {
    const change = (model: SolutionModel) => ({ ...model, apps: model.apps.map((app) => ({ ...app, roles: [] })) });
    expect((await reportOf(await environment({ change }), "root")).holdsBack).toEqual([]);
  });
});

describe("the product's start", () => {
  /** Whether it starts for Ana, who has the role alone, and the list can be read. */
  async function starts(without: readonly string[]): Promise<boolean> {
    const change = agentRole((name, level) => (without.includes(name) ? null : level));
    const here = await environment({ roles: { ana: ["SMS Agent"] }, teams: [], change });
    const client = createClient(here.fetchAs("ana"));
    const userId = here.idOf("ana");
    const refused = () => null;
    const settings = await prepareStart(client, { userId, userName: "Ana Ruiz", app: "any" }).catch(refused);
    const list = await client({ method: "GET", path: inboxQuery(userId) }).catch(refused);
    return settings !== null && list !== null;
  }

  it.each(START_PRIVILEGES)("needs %s, without which a person is said to be held back", async (name) => {
    expect(await starts([name])).toBe(false);
  });

  it("needs none of the privileges whose want is only worth knowing", async () => {
    expect(await starts(WORK_PRIVILEGES)).toBe(true);
  });
});

describe("what is worth knowing of roles", () => {
  it("is a privilege without which a part of the work is refused", async () => {
    const change = agentRole((name, level) => (name === "prvAssignmsgn_session" ? null : level));
    const report = await reportOf(await environment({ change }), "ana");
    expect(report.holdsBack).toEqual([]);
    expect(report.one("missingForWork")).toEqual({
      kind: "missingForWork",
      severity: "worthKnowing",
      values: ["prvAssignmsgn_session"],
    });
  });

  it("is that pictures are not shown, without the role for them", async () => {
    const without = await reportOf(await environment({ roles: { ana: [...BASIC, "SMS Agent"] } }), "ana");
    expect(without.worthKnowing).toContain("noPictures");
    expect(without.one("privileges")).toMatchObject({ severity: "fine" });
    expect((await reportOf(dataverse as TestDataverse, "ben")).worthKnowing).not.toContain("noPictures");
  });

  it("is that only own conversations can be read", async () => {
    const change = agentRole((name, level) => (name === "prvReadmsgn_session" ? "Basic" : level));
    const report = await reportOf(await environment({ change }), "ana");
    expect(report.one("ownRowsOnly")?.values).toEqual(["prvReadmsgn_session (Basic)"]);
    expect(report.one("privileges")).toBeUndefined();
  });
});
