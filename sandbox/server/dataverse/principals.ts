import type { Privilege } from "../../model";
import type { SandboxTeam, SandboxUser } from "./api";
import type { Catalog } from "./catalog";
import { StorageError } from "./storage/storageError";

/** How far a privilege reaches, all roles taken together. */
export interface Reach {
  readonly level: Privilege["level"];
  /** Local and deep: the business units whose rows it covers. */
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

const ORDER: readonly Privilege["level"][] = ["Basic", "Local", "Deep", "Global"];

function addRole(catalog: Catalog, name: string, who: string, businessUnitId: string, into: Map<string, Reach>): void {
  const role = catalog.roles.get(name);
  if (!role) {
    throw new StorageError(`${who} is to have the role "${name}", which neither the solution nor the platform has. Correct the name.`);
  }
  for (const privilege of role.privileges) {
    const before = into.get(privilege.name);
    const wider = !before || ORDER.indexOf(privilege.level) > ORDER.indexOf(before.level) ? privilege.level : before.level;
    const businessUnits = new Set(before?.businessUnits ?? []);
    if (privilege.level === "Local" || privilege.level === "Deep") businessUnits.add(businessUnitId);
    into.set(privilege.name, { level: wider, businessUnits: [...businessUnits] });
  }
}

/**
 * The users of the sandbox with their rights. There is one business unit, so Local and Deep reach equally far. A team's role counts for
 * its members as if it were their own ("Direct user and team privileges", the default of new roles).
 */
export function createPrincipals(
  catalog: Catalog,
  users: readonly SandboxUser[],
  teams: readonly SandboxTeam[],
  businessUnitId: string,
): ReadonlyMap<string, Principal> {
  return new Map(
    users.map((user) => {
      const own = teams.filter((team) => team.members.includes(user.id));
      const privileges = new Map<string, Reach>();
      const roles = [...user.roles, ...own.flatMap((team) => team.roles ?? [])];
      for (const role of roles) addRole(catalog, role, user.domainName, businessUnitId, privileges);
      const principal: Principal = {
        userId: user.id,
        fullName: `${user.firstName} ${user.lastName}`.trim(),
        businessUnitId,
        teamIds: own.map((team) => team.id),
        privileges,
        roleCount: roles.length,
      };
      return [user.id, principal];
    }),
  );
}

/** What the roles of each owner team allow the team itself: it owns rows by them. By team id. */
export function createTeamPrivileges(
  catalog: Catalog,
  teams: readonly SandboxTeam[],
  businessUnitId: string,
): ReadonlyMap<string, ReadonlyMap<string, Reach>> {
  return new Map(
    teams.map(({ id, name, roles = [] }) => {
      const privileges = new Map<string, Reach>();
      for (const role of roles) addRole(catalog, role, name, businessUnitId, privileges);
      return [id, privileges];
    }),
  );
}
