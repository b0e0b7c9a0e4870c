import type { SandboxTeam, SandboxUser } from "./api";
import type { Engine } from "./context";
import { namedGuid } from "./identifiers";
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
    isdisabled: known?.["isdisabled"] ?? (isDisabledAtFirst ? 1 : 0),
  });
}

/** Puts the organization, its business unit, the users, the teams with their members, the apps and the roles into the tables. */
export function seed(engine: Engine, users: readonly SandboxUser[], teams: readonly SandboxTeam[], businessUnitName: string): void {
  put(engine, "organization", { organizationid: PLATFORM_IDS.organization, name: businessUnitName });
  put(engine, "businessunit", { businessunitid: PLATFORM_IDS.businessUnit, name: businessUnitName, parentbusinessunitid: null });
  putUser(engine, { id: PLATFORM_IDS.systemUser, firstName: "", lastName: "SYSTEM", domainName: "system@sandbox.example" }, true);
  for (const user of users) putUser(engine, user, false);
  engine.store.database.run("DELETE FROM teammembership");
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
  engine.store.database.run("DELETE FROM appmodule");
  for (const app of engine.catalog.model.apps) {
    put(engine, "appmodule", {
      appmoduleid: namedGuid(`app ${app.uniqueName}`),
      name: app.labels["1033"] ?? app.uniqueName,
      uniquename: app.uniqueName,
    });
  }
  for (const role of engine.catalog.roles.values()) {
    put(engine, "role", { roleid: role.id, name: role.name, businessunitid: PLATFORM_IDS.businessUnit });
  }
}
