import type { Privilege, Role } from "../../../model";
import type { SandboxUser } from "../api";
import type { Catalog } from "../catalog";
import type { Database } from "../storage/database";
import { unitAndBelow } from "./businessUnits";

/** How far a privilege reaches, all roles taken together. */
export interface Reach {
  readonly level: Privilege["level"];
  /** Whose rows it covers below the level Global, wherever they lie: users and teams by their ids. */
  readonly owners: ReadonlySet<string>;
  /** Local and Deep: the business units whose rows it covers. */
  readonly businessUnits: readonly string[];
}

/** A user with what its own and its teams' roles allow. */
export interface Principal {
  readonly userId: string;
  readonly fullName: string;
  readonly businessUnitId: string;
  readonly teamIds: readonly string[];
  /** By privilege name. */
  readonly privileges: ReadonlyMap<string, Reach>;
  readonly roleCount: number;
}

/** Who may do what, as the rows of users, teams and roles say it. */
export interface People {
  /** The sandbox's users, by id. */
  readonly principals: ReadonlyMap<string, Principal>;
  /** What the roles of each owner team allow the team itself: it owns rows by them. By team id. */
  readonly teamPrivileges: ReadonlyMap<string, ReadonlyMap<string, Reach>>;
}

const ORDER: readonly Privilege["level"][] = ["Basic", "Local", "Deep", "Global"];

/** A role that somebody has, in the unit in which it counts. */
interface Held {
  readonly role: Role;
  readonly unit: string;
  /** Whose rows its Basic level covers. */
  readonly owners: readonly string[];
}

/**
 * Reads who may do what from the tables of users, teams and roles.
 * A user's own roles count in the user's business unit. A team's roles count in the team's, for each of its members: Local and Deep reach the team's unit, also for a
 * member who lies elsewhere (https://learn.microsoft.com/power-platform/admin/wp-security-cds). Its Basic level counts as the member's own, or
 * ("Team privileges only") for the team's rows alone: https://learn.microsoft.com/power-platform/admin/security-roles-privileges#team-members-privilege-inheritance.
 * @param users who may sign in; rows of others are history
 */
export function readPeople(database: Database, catalog: Catalog, users: readonly SandboxUser[]): People {
  const byRootId = new Map([...catalog.roles.values()].map((role) => [role.id, role]));
  const roles = new Map(
    database
      .all("SELECT roleid, parentrootroleid FROM role")
      .flatMap((row): [string, Role][] => entry(row["roleid"], byRootId.get(String(row["parentrootroleid"])))),
  );
  const pairs = (table: string, one: string, other: string): ReadonlyMap<string, readonly string[]> =>
    grouped(database.all(`SELECT ${one} AS one, ${other} AS other FROM ${table}`).map((row) => [String(row["one"]), String(row["other"])]));
  const units = (table: string): ReadonlyMap<string, string> =>
    new Map(
      database
        .all(`SELECT ${table}id AS id, businessunitid FROM ${table}`)
        .map((row) => [String(row["id"]), String(row["businessunitid"])]),
    );
  const [userRoles, teamRoles] = [pairs("systemuserroles", "systemuserid", "roleid"), pairs("teamroles", "teamid", "roleid")];
  const [memberships, userUnits, teamUnits] = [pairs("teammembership", "systemuserid", "teamid"), units("systemuser"), units("team")];
  const below = remembering((unit) => unitAndBelow(database, unit));
  const rolesOf = (held: ReadonlyMap<string, readonly string[]>, id: string): readonly Role[] =>
    (held.get(id) ?? []).flatMap((role) => roles.get(role) ?? []);

  const principals = users.map((user): [string, Principal] => {
    const unit = userUnits.get(user.id) ?? "";
    const teamIds = memberships.get(user.id) ?? [];
    const own = [user.id, ...teamIds];
    const held: readonly Held[] = [
      ...rolesOf(userRoles, user.id).map((role) => ({ role, unit, owners: own })),
      ...teamIds.flatMap((team) =>
        rolesOf(teamRoles, team).map((role) => ({ role, unit: teamUnits.get(team) ?? "", owners: role.forTeamOnly ? [team] : own })),
      ),
    ];
    const fullName = `${user.firstName} ${user.lastName}`.trim();
    const privileges = together(held, below);
    return [user.id, { userId: user.id, fullName, businessUnitId: unit, teamIds, privileges, roleCount: held.length }];
  });
  const teams = [...teamUnits].map(([team, unit]): [string, ReadonlyMap<string, Reach>] => {
    return [
      team,
      together(
        rolesOf(teamRoles, team).map((role) => ({ role, unit, owners: [team] })),
        below,
      ),
    ];
  });
  return { principals: new Map(principals), teamPrivileges: new Map(teams) };
}

/** Each privilege at the widest of its levels, for everything that any of them covers. */
function together(held: readonly Held[], below: (unit: string) => readonly string[]): ReadonlyMap<string, Reach> {
  const all = new Map<string, { level: Privilege["level"]; owners: Set<string>; businessUnits: Set<string> }>();
  for (const { role, unit, owners } of held) {
    for (const { name, level } of role.privileges) {
      const reach = all.get(name) ?? { level, owners: new Set(), businessUnits: new Set() };
      all.set(name, reach);
      if (ORDER.indexOf(level) > ORDER.indexOf(reach.level)) reach.level = level;
      for (const owner of owners) reach.owners.add(owner);
      for (const covered of level === "Local" ? [unit] : level === "Deep" ? below(unit) : []) reach.businessUnits.add(covered);
    }
  }
  return new Map([...all].map(([name, reach]) => [name, { ...reach, businessUnits: [...reach.businessUnits] }]));
}

function entry(key: unknown, role: Role | undefined): [string, Role][] {
  return role ? [[String(key), role]] : [];
}

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [one, other] of pairs) {
    const group = groups.get(one);
    if (group) group.push(other);
    else groups.set(one, [other]);
  }
  return groups;
}

/** Answers a question once. */
function remembering(ask: (of: string) => readonly string[]): (of: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (of) => {
    const answer = known.get(of) ?? ask(of);
    known.set(of, answer);
    return answer;
  };
}
