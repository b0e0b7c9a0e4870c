import type { SolutionModel } from "../../model";
import type { SandboxTeam, SandboxUser } from "./api";
import type { Engine } from "./context";
import { namedGuid } from "./identifiers";
import { PLATFORM_ROLE_IDS } from "./platform/roles";
import { quoted } from "./storage/database";
import type { Stored } from "./storage/database";

/** Ids of the rows that the engine makes itself. */
export interface PlatformIds {
  readonly businessUnit: string;
  readonly organization: string;
  /** The user SYSTEM, as whom the platform itself acts. */
  readonly systemUser: string;
}

/** The ids are the same on every machine. */
export const PLATFORM_IDS: PlatformIds = {
  businessUnit: namedGuid("business unit"),
  organization: namedGuid("organization"),
  systemUser: namedGuid("user SYSTEM"),
};

/** Writes or corrects a row of the platform. Its version changes only when it does, so that etags stay over a restart. */
function put(engine: Engine, table: string, values: Readonly<Record<string, Stored>>): void {
  const info = engine.catalog.tables.get(table);
  if (!info) return;
  const { database, nextVersion } = engine.store;
  const id = info.definition.primaryId;
  const present = database.get(`SELECT * FROM ${quoted(table)} WHERE ${quoted(id)} = ?`, [values[id] ?? null]);
  if (present && Object.entries(values).every(([name, value]) => present[name] === value)) return;
  const row = { ...values, versionnumber: nextVersion() };
  const names = Object.keys(row);
  if (present) database.run(`DELETE FROM ${quoted(table)} WHERE ${quoted(id)} = ?`, [values[id] ?? null]);
  database.run(
    `INSERT INTO ${quoted(table)} (${names.map(quoted).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
    Object.values(row),
  );
}

/** A user whom somebody has disabled stays so at the next start. */
function putUser(engine: Engine, user: Omit<SandboxUser, "roles">, isDisabledAtFirst: boolean): void {
  const known = engine.store.database.get("SELECT isdisabled FROM systemuser WHERE systemuserid = ?", [user.id]);
  put(engine, "systemuser", {
    systemuserid: user.id,
    fullname: `${user.firstName} ${user.lastName}`.trim(),
    firstname: user.firstName || null,
    lastname: user.lastName || null,
    domainname: user.domainName,
    internalemailaddress: user.domainName,
    businessunitid: PLATFORM_IDS.businessUnit,
    // As in Dataverse, where it is a value of the choice "Access Mode" (learn.microsoft.com/power-apps/developer/data-platform/reference/entities/systemuser).
    accessmode: user.human === false ? 4 : 0,
    isdisabled: known?.["isdisabled"] ?? (isDisabledAtFirst ? 1 : 0),
  });
}

/** What the platform's tables are filled from. */
export interface SeedRows {
  readonly users: readonly SandboxUser[];
  readonly teams: readonly SandboxTeam[];
  /** Those that were imported, each by itself. */
  readonly solutions: readonly SolutionModel[];
  readonly businessUnitName: string;
}

/**
 * Puts the organization, its business unit, the users, the teams with their members, the roles with who has them, the apps with whom they are for, and the
 * solutions into the tables.
 */
export function seed(engine: Engine, { users, teams, solutions, businessUnitName }: SeedRows): void {
  put(engine, "organization", { organizationid: PLATFORM_IDS.organization, name: businessUnitName });
  put(engine, "businessunit", { businessunitid: PLATFORM_IDS.businessUnit, name: businessUnitName, parentbusinessunitid: null });
  putUser(
    engine,
    { id: PLATFORM_IDS.systemUser, firstName: "", lastName: "SYSTEM", domainName: "system@sandbox.example", human: false },
    true,
  );
  for (const user of users) putUser(engine, user, false);
  for (const table of ["teammembership", "systemuserroles", "teamroles", "appmodule", "appmoduleroles", "solution"]) {
    engine.store.database.run(`DELETE FROM ${quoted(table)}`);
  }
  for (const team of teams) {
    put(engine, "team", {
      teamid: team.id,
      name: team.name,
      description: null,
      businessunitid: PLATFORM_IDS.businessUnit,
      teamtype: 0,
      isdefault: 0,
    });
    for (const member of team.members) {
      put(engine, "teammembership", {
        teammembershipid: namedGuid(`membership ${team.id} ${member}`),
        teamid: team.id,
        systemuserid: member,
      });
    }
  }
  for (const role of engine.catalog.roles.values()) {
    put(engine, "role", {
      roleid: role.id,
      name: role.name,
      businessunitid: PLATFORM_IDS.businessUnit,
      parentrootroleid: role.id,
      roletemplateid: PLATFORM_ROLE_IDS.has(role.id) ? role.id : null,
    });
  }
  const roleIds = (names: readonly string[]): readonly string[] => names.flatMap((name) => engine.catalog.roles.get(name)?.id ?? []);
  for (const user of users) putPairs(engine, "systemuserroles", ["systemuserid", user.id], "roleid", roleIds(user.roles));
  for (const team of teams) putPairs(engine, "teamroles", ["teamid", team.id], "roleid", roleIds(team.roles ?? []));
  const present = new Set([...engine.catalog.roles.values()].map(({ id }) => id));
  for (const app of engine.catalog.model.apps) {
    const id = namedGuid(`app ${app.uniqueName}`);
    put(engine, "appmodule", {
      appmoduleid: id,
      name: app.labels["1033"] ?? app.uniqueName,
      uniquename: app.uniqueName,
      statecode: app.isInactive ? 1 : 0,
    });
    const mapped = app.roles.filter((role) => present.has(role));
    putPairs(engine, "appmoduleroles", ["appmoduleid", id], "roleid", mapped);
  }
  for (const { uniqueName, version, managed } of solutions) {
    put(engine, "solution", {
      solutionid: namedGuid(`solution ${uniqueName}`),
      uniquename: uniqueName,
      friendlyname: uniqueName,
      version,
      ismanaged: managed ? 1 : 0,
    });
  }
}

/** A row for each of these of the one: which roles a user has, which ones an app is for. */
function putPairs(
  engine: Engine,
  table: string,
  [column, one]: readonly [column: string, id: string],
  otherColumn: string,
  others: readonly string[],
): void {
  for (const other of new Set(others)) {
    put(engine, table, { [`${table}id`]: namedGuid(`${table} ${one} ${other}`), [column]: one, [otherColumn]: other });
  }
}
