import type { SolutionModel } from "../../../model";
import type { SandboxBusinessUnit, SandboxTeam, SandboxUser } from "../api";
import type { Catalog } from "../catalog";
import { namedGuid } from "../identifiers";
import { CONFIGURED_PEOPLE } from "../storage/configuredPeople";
import type { Store } from "../storage/state";
import { StorageError } from "../storage/storageError";
import { quoted } from "../storage/database";
import { roleIdIn } from "./businessUnits";
import { moveUser } from "./moveUser";
import { PLATFORM_IDS } from "./platformIds";
import { putRow } from "./putRow";
import { settleUnits } from "./settleUnits";

/** What the platform's tables are filled from. */
export interface SeedRows {
  readonly users: readonly SandboxUser[];
  readonly teams: readonly SandboxTeam[];
  readonly businessUnits: readonly SandboxBusinessUnit[];
  /** Those that were imported, each by itself. */
  readonly solutions: readonly SolutionModel[];
  readonly businessUnitName: string;
}

/** What seeding writes into. */
interface Seeded {
  readonly catalog: Catalog;
  readonly store: Store;
  readonly written: Set<string>;
}

/**
 * Puts the organization, its business units, the users, the teams with their members, the roles with who has them, the apps with whom they are for, and the
 * solutions into the tables. What was configured of a user or a team is written where it is new or has changed; otherwise it stays as administrators have made it since.
 * @throws StorageError for a role, a unit or a parent that there is not
 */
export function seed(engine: Seeded, rows: SeedRows): void {
  const { businessUnitName } = rows;
  const { store } = engine;
  putRow(engine, "organization", { organizationid: PLATFORM_IDS.organization, name: businessUnitName });
  putRow(engine, "businessunit", { businessunitid: PLATFORM_IDS.businessUnit, name: businessUnitName, parentbusinessunitid: null });
  for (const unit of rows.businessUnits) {
    const parent = unitNamed(engine, unit.parent, `The business unit ${unit.name}`);
    putRow(engine, "businessunit", { businessunitid: unit.id, name: unit.name, parentbusinessunitid: parent });
  }
  putUser(
    engine,
    { id: PLATFORM_IDS.systemUser, firstName: "", lastName: "SYSTEM", domainName: "system@sandbox.example", human: false, roles: [] },
    { unit: PLATFORM_IDS.businessUnit, isDisabledAtFirst: true },
  );
  const before = JSON.parse(store.remembered(CONFIGURED_PEOPLE) ?? "{}") as Readonly<Record<string, string>>;
  const now: Record<string, string> = {};
  for (const user of rows.users) {
    const unit = unitNamed(engine, user.businessUnit, user.domainName);
    const roles = roleIds(engine, user.domainName, user.roles);
    const isAsBefore = (now[user.id] = JSON.stringify([unit, roles])) === before[user.id];
    const stored =
      store.database.get("SELECT businessunitid FROM systemuser WHERE systemuserid = ?", [user.id])?.["businessunitid"] ?? unit;
    putUser(engine, user, { unit: String(stored), isDisabledAtFirst: false });
    if (isAsBefore) continue;
    if (stored !== unit) moveUser(engine, user.id, unit);
    replacePairs(
      engine,
      "systemuserroles",
      ["systemuserid", user.id],
      "roleid",
      roles.map((role) => roleIdIn(unit, role)),
    );
  }
  for (const team of rows.teams) {
    const unit = unitNamed(engine, team.businessUnit, `The team ${team.name}`);
    const roles = roleIds(engine, team.name, team.roles ?? []);
    if ((now[team.id] = JSON.stringify([unit, roles, team.members])) === before[team.id]) continue;
    putRow(engine, "team", {
      ...{ teamid: team.id, name: team.name, description: null, businessunitid: unit },
      ...{ teamtype: 0, isdefault: 0, administratorid: null },
    });
    replacePairs(
      engine,
      "teamroles",
      ["teamid", team.id],
      "roleid",
      roles.map((role) => roleIdIn(unit, role)),
    );
    replacePairs(engine, "teammembership", ["teamid", team.id], "systemuserid", team.members);
  }
  for (const gone of Object.keys(before).filter((id) => !(id in now))) forget(engine, gone);
  settleUnits(engine);
  seedApps(engine, rows.solutions, before, now);
  store.remember(CONFIGURED_PEOPLE, JSON.stringify(now));
}

/** A user whom somebody has disabled stays so at the next start. */
function putUser(engine: Seeded, user: SandboxUser, { unit, isDisabledAtFirst }: { unit: string; isDisabledAtFirst: boolean }): void {
  const known = engine.store.database.get("SELECT isdisabled FROM systemuser WHERE systemuserid = ?", [user.id]);
  putRow(engine, "systemuser", {
    systemuserid: user.id,
    fullname: `${user.firstName} ${user.lastName}`.trim(),
    firstname: user.firstName || null,
    lastname: user.lastName || null,
    domainname: user.domainName,
    internalemailaddress: user.domainName,
    businessunitid: unit,
    // As in Dataverse, where it is a value of the choice "Access Mode" (learn.microsoft.com/power-apps/developer/data-platform/reference/entities/systemuser).
    accessmode: user.human === false ? 4 : 0,
    isdisabled: known?.["isdisabled"] ?? (isDisabledAtFirst ? 1 : 0),
  });
}

/** @throws StorageError where there is no such unit */
function unitNamed({ store }: Seeded, unit: string | undefined, who: string): string {
  if (unit === undefined) return PLATFORM_IDS.businessUnit;
  if (store.database.get("SELECT 1 AS found FROM businessunit WHERE businessunitid = ?", [unit])) return unit;
  throw new StorageError(`${who} is to lie in the business unit ${unit}, which there is not. Correct the id, or name that unit before.`);
}

/** @throws StorageError where there is no such role */
function roleIds({ catalog }: Seeded, who: string, names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const role = catalog.roles.get(name);
    if (role) return role.id;
    throw new StorageError(`${who} is to have the role "${name}", which neither the solution nor the platform has. Correct the name.`);
  });
}

/** Who was configured once, and is not any more, has no roles and is in no team. What they own stays. */
function forget({ store }: Seeded, id: string): void {
  store.database.run("DELETE FROM systemuserroles WHERE systemuserid = ?", [id]);
  store.database.run("DELETE FROM teamroles WHERE teamid = ?", [id]);
  store.database.run("DELETE FROM teammembership WHERE teamid = ? OR systemuserid = ?", [id, id]);
}

/** The apps as they were imported. Whom an app is for is what the solution says, unless an administrator has shared it with others since, and the solution says the same still. */
function seedApps(
  engine: Seeded,
  solutions: readonly SolutionModel[],
  before: Readonly<Record<string, string>>,
  now: Record<string, string>,
): void {
  for (const table of ["appmodule", "solution"]) engine.store.database.run(`DELETE FROM ${quoted(table)}`);
  const present = new Set([...engine.catalog.roles.values()].map(({ id }) => id));
  for (const app of engine.catalog.model.apps) {
    const id = namedGuid(`app ${app.uniqueName}`);
    putRow(engine, "appmodule", {
      appmoduleid: id,
      name: app.labels["1033"] ?? app.uniqueName,
      uniquename: app.uniqueName,
      statecode: app.isInactive ? 1 : 0,
    });
    const mapped = app.roles.filter((role) => present.has(role));
    if ((now[id] = JSON.stringify(mapped)) !== before[id]) replacePairs(engine, "appmoduleroles", ["appmoduleid", id], "roleid", mapped);
  }
  engine.store.database.run("DELETE FROM appmoduleroles WHERE appmoduleid NOT IN (SELECT appmoduleid FROM appmodule)");
  for (const { uniqueName, version, managed } of solutions) {
    putRow(engine, "solution", {
      solutionid: namedGuid(`solution ${uniqueName}`),
      uniquename: uniqueName,
      friendlyname: uniqueName,
      version,
      ismanaged: managed ? 1 : 0,
    });
  }
}

/** A row for each of these of the one, and no other: which roles a user has, who is in a team, which roles an app is for. */
function replacePairs(
  engine: Seeded,
  table: string,
  [column, one]: readonly [column: string, id: string],
  otherColumn: string,
  others: readonly string[],
): void {
  engine.store.database.run(`DELETE FROM ${quoted(table)} WHERE ${quoted(column)} = ?`, [one]);
  for (const other of new Set(others)) {
    putRow(engine, table, { [`${table}id`]: namedGuid(`${table} ${one} ${other}`), [column]: one, [otherColumn]: other });
  }
}
