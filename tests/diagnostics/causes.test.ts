/** Configuration, own rows, the list, versions and clock: each cause is made in the environment, and found. */
import { findingsOf } from "../../diagnostics/findingsOf";
import { readFacts } from "../../diagnostics/readFacts";
import type { ApiClient } from "../../shared/dataverse/client";
import { derivedId } from "../../shared/dataverse/derivedId";
import { RequestFailed } from "../../shared/domain/failure";
import { startDataverse } from "../dataverse";
import type { TestDataverse } from "../dataverse";
import { reportOf } from "./reportOf";

let dataverse: TestDataverse;
beforeEach(async () => {
  dataverse = await startDataverse();
});
afterEach(() => dataverse.close());

const configure = (columns: object, name = "Default") => dataverse.system("POST", "msgn_configurations", { msgn_name: name, ...columns });
const user = (login: "ana" | "ben") => ({ "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})` });

describe("the configuration", () => {
  it("that applies is the oldest active one, and the others are named", async () => {
    configure({ msgn_idletimeoutminutes: 15, msgn_refreshseconds: 30 });
    dataverse.now += 60_000;
    configure({}, "Second");
    const report = await reportOf(dataverse, "ana");
    expect(report.one("configuration")?.values).toEqual(["Default"]);
    expect(report.one("otherConfigurations")?.values).toEqual(["Second"]);
    expect(report.one("takeoverAfter")?.values).toEqual(["15"]);
    expect(report.one("refreshEvery")?.values).toEqual(["30"]);
  });

  it("may be missing: then the defaults apply, and takeover is off", async () => {
    const report = await reportOf(dataverse, "ana");
    expect(report.worthKnowing).toEqual(expect.arrayContaining(["noConfiguration", "takeoverOff"]));
    expect(report.holdsBack).toEqual([]);
  });

  it("may turn off takeover, background refresh, the bubble and blocking", async () => {
    configure({ msgn_idletimeoutminutes: 0, msgn_refreshseconds: 0, msgn_floatingbubble: false, msgn_agentsmayblock: false });
    const report = await reportOf(dataverse, "ana");
    expect(report.worthKnowing).toEqual(expect.arrayContaining(["takeoverOff", "refreshOff", "bubbleOff", "blockOff"]));
    expect((await reportOf(dataverse, "mia")).one("blockOff")).toBeUndefined();
  });

  it("holds back where it leaves out every app of the person, and names an app that does not exist", async () => {
    configure({ msgn_apps: "sales_hub" });
    const report = await reportOf(dataverse, "ana");
    expect(report.holdsBack).toEqual(["appsLeftOut"]);
    expect(report.one("unknownApps")?.values).toEqual(["sales_hub"]);
  });

  it("leaves out nothing that it names, however the name is written", async () => {
    configure({ msgn_apps: "MSGN_messagenotification" });
    const report = await reportOf(dataverse, "ana");
    expect([report.one("appsLeftOut"), report.one("unknownApps")]).toEqual([undefined, undefined]);
  });
});

describe("the person's settings", () => {
  const settings = (columns: object, login: "ana" | "ben" = "ana") =>
    dataverse.system("POST", "msgn_agentsettings", { msgn_name: "Ana Ruiz", ...user(login), ...columns });

  it("are there once the product has started for them, and are missed before", async () => {
    expect((await reportOf(dataverse, "ana")).worthKnowing).toContain("noOwnRow");
    settings({});
    expect((await reportOf(dataverse, "ana")).one("ownRow")).toMatchObject({ severity: "fine" });
  });

  it("may be deactivated, or there twice", async () => {
    const id = String(settings({})["msgn_agentsettingid"]);
    dataverse.system("PATCH", `msgn_agentsettings(${id})`, { statecode: 1, statuscode: 2 });
    dataverse.now += 60_000;
    settings({});
    const report = await reportOf(dataverse, "ana");
    expect(report.worthKnowing).toEqual(expect.arrayContaining(["inactiveOwnRow", "severalOwnRows"]));
    expect(report.one("severalOwnRows")?.values).toEqual(["2"]);
  });

  it.each([
    ["stand in this person's place", () => ({ msgn_agentsettingid: derivedId(dataverse.idOf("ana")), msgn_name: "Anything" })],
    ["bear this person's name", () => ({ msgn_name: "Ana Ruiz" })],
  ])("of somebody else may %s: their owner is named", async (_, columns) => {
    settings(columns(), "ben");
    expect((await reportOf(dataverse, "ana")).one("strangersRow")?.values).toEqual(["Ben Okafor"]);
  });

  it("say until when the person is not to be disturbed, and nothing once that is over", async () => {
    const until = new Date(dataverse.now + 3_600_000).toISOString();
    settings({ msgn_donotdisturbuntil: until });
    expect((await reportOf(dataverse, "ana")).one("quiet")?.values).toEqual([until]);
    dataverse.now += 3_600_000;
    expect((await reportOf(dataverse, "ana")).one("quiet")).toBeUndefined();
  });
});

describe("the list", () => {
  it("is counted as the person sees it: offered, dismissed, with colleagues", async () => {
    configure({ msgn_idletimeoutminutes: 15 });
    expect((await reportOf(dataverse, "ana")).one("nothingUnread")).toMatchObject({ severity: "fine" });
    const dismissed = dataverse.text("+15550101");
    dataverse.system("POST", "msgn_dismissals", {
      "msgn_sessionid@odata.bind": `/msgn_sessions(${dismissed})`,
      msgn_dismissedupto: new Date(dataverse.now).toISOString(),
      msgn_dismissedcount: 1,
      ...user("ana"),
    });
    dataverse.text("+15550102", { session: { msgn_sessionstatus: 864500001, ...user("ben") } });
    expect((await reportOf(dataverse, "ana")).one("nothingOffered")).toMatchObject({
      severity: "worthKnowing",
      values: ["2", "0", "1", "1"],
    });
    expect((await reportOf(dataverse, "ben")).one("unread")?.values).toEqual(["2", "2", "0", "0"]);
  });
});

describe("versions and clocks", () => {
  it("are fine where they agree", async () => {
    const report = await reportOf(dataverse, "ana");
    expect(report.one("version")?.values).toEqual([`${PRODUCT_VERSION}.0`]);
    expect(report.one("clock")).toMatchObject({ severity: "fine" });
  });

  it("are worth knowing where the page is of another version, and where this browser's clock is off", async () => {
    const report = await reportOf(dataverse, "ana", { version: "0.9.0", ahead: -3_600_000 });
    expect(report.one("otherVersion")?.values).toEqual([`${PRODUCT_VERSION}.0`, "0.9.0"]);
    expect(report.one("clockOff")).toMatchObject({ severity: "worthKnowing", values: ["3600"] });
  });
});

it("claims nothing where nothing can be read: each topic is said to be unknown", async () => {
  const refused: ApiClient = () => Promise.reject(new RequestFailed("denied", { detail: "HTTP 403" }));
  const person = { id: dataverse.idOf("ana"), name: "Ana Ruiz", login: "ana", isDisabled: false };
  const facts = await readFacts(refused, person, () => dataverse.now);
  const findings = findingsOf(facts, { version: "1.0.0", writeTime: String, topicName: (topic) => topic });
  const topics = ["roles", "privileges", "apps", "configurations", "settings", "inbox", "version", "clockOffset"];
  expect(findings.map(({ kind }) => kind)).toEqual(["enabled", ...topics.map(() => "notRead")]);
  expect(findings.slice(1).map(({ values }) => values)).toEqual(topics.map((topic) => [topic, "denied: HTTP 403"]));
});

it("lets a bug through: it is no answer of the server's", async () => {
  const bug: ApiClient = () => Promise.reject(new TypeError("a bug"));
  const person = { id: dataverse.idOf("ana"), name: "Ana Ruiz", login: "ana", isDisabled: false };
  await expect(readFacts(bug, person, () => dataverse.now)).rejects.toThrow("a bug");
});

it("knows that the environment may list no solution of that name, and may have an app without roles", async () => {
  dataverse.close();
  dataverse = await startDataverse({
    change: (model) => ({ ...model, uniqueName: "Other", apps: model.apps.map((app) => ({ ...app, roles: [] })) }),
  });
  const report = await reportOf(dataverse, "ana");
  expect(report.one("noVersion")?.values).toEqual(["1.0.0"]);
  expect(report.holdsBack).toEqual(["noApp"]);
});

it("says of everything that its reader may not read that it is not known", async () => {
  const report = await reportOf(dataverse, "ana", { reader: "ben" });
  expect(report.findings.filter(({ kind }) => kind === "notRead").map(({ values }) => values[0])).toEqual(["Version of the solution"]);
  expect(report.one("version")).toBeUndefined();
});

declare const PRODUCT_VERSION: string;
