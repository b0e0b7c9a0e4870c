/** A sandbox's Dataverse with business units, and people in them. */
import type { Privilege, Role } from "../../model";
import { createDataverse } from "../../server/dataverse";
import type { Dataverse, SandboxBusinessUnit, SandboxTeam, SandboxUser } from "../../server/dataverse";
import { namedGuid } from "../../server/dataverse/identifiers";
import { answer, model, rowsOf } from "./bench";
import type { Answer } from "./bench";

/** A unit's id. Sales and Service lie below the first unit, Repairs below Service. */
export const unit = (number: number): string => `b0000000-0000-4000-8000-00000000000${number}`;
export const SALES = unit(1);
export const SERVICE = unit(2);
export const REPAIRS = unit(3);
const businessUnits: readonly SandboxBusinessUnit[] = [
  { id: SALES, name: "Sales" },
  { id: SERVICE, name: "Service" },
  { id: REPAIRS, name: "Repairs", parent: SERVICE },
];

const LEVELS = ["Basic", "Local", "Deep"] as const;
/** Reads and writes tickets as far as the level says. */
const role = (name: string, level: Privilege["level"], more: Partial<Role> = {}): Role => ({
  id: namedGuid(name),
  name,
  privileges: ["Read", "Write", "Create", "Assign", "Append", "AppendTo"].map((right) => ({ name: `prv${right}sample_ticket`, level })),
  ...more,
});
const roles = [
  ...LEVELS.map((level) => role(level, level)),
  role("For the team only", "Basic", { forTeamOnly: true }),
  role("Local of a team", "Local"),
];

const LOGINS = ["sam", "sara", "vera", "rita", "ruth", "root", "tom"] as const;
/** Who there is. */
export type Login = (typeof LOGINS)[number];
/** A user's id. */
export const id = (login: Login): string => `a0000000-0000-4000-8000-00000000000${LOGINS.indexOf(login) + 1}`;
/** A user in a unit with these roles. */
export const user = (login: Login, businessUnit: string | undefined, ...names: readonly string[]): SandboxUser => ({
  ...{ id: id(login), firstName: login, lastName: "Test", domainName: `${login}@test.example`, roles: names },
  ...(businessUnit === undefined ? {} : { businessUnit }),
});
/** Everybody. */
export const users: readonly SandboxUser[] = [
  user("sam", SALES, "Local"),
  user("sara", SALES, "Basic"),
  user("vera", SERVICE, "Deep"),
  user("rita", REPAIRS, "Local"),
  user("ruth", REPAIRS, "Basic"),
  user("root", undefined, "System Administrator"),
  user("tom", SALES),
];
const teamId = (number: number): string => `e0000000-0000-4000-8000-00000000000${number}`;
/** Teams by their ids: of Repairs, and two of Service. */
export const REPAIRERS = teamId(1);
export const ALONE = teamId(2);
export const DESK = teamId(3);
const teams: readonly SandboxTeam[] = [
  { id: REPAIRERS, name: "Repairers", members: [], roles: ["Local of a team"], businessUnit: REPAIRS },
  { id: ALONE, name: "Alone", members: [], roles: ["For the team only"], businessUnit: SERVICE },
  { id: DESK, name: "Desk", members: [], roles: ["Basic"], businessUnit: SERVICE },
];

/** What is different from how it begins. */
interface Start {
  readonly storage?: string;
  readonly users?: readonly SandboxUser[];
}

/** An owner as requests name it. */
export const toUser = (login: Login): object => ({ "ownerid@odata.bind": `/systemusers(${id(login)})` });
/** The same of a team. */
export const toTeam = (team: string): object => ({ "ownerid@odata.bind": `/teams(${team})` });
/** The id of a row that was made. */
export const idOfMade = (made: Answer): string => /\(([^)]*)\)$/.exec(made.headers["OData-EntityId"] ?? "")?.[1] ?? "";

/** The Dataverse, and what tests ask of it. `root` is the administrator. */
export class UnitsBench {
  private constructor(readonly dataverse: Dataverse) {}

  static start({ storage = ":memory:", ...changed }: Start = {}): UnitsBench {
    return new UnitsBench(
      createDataverse({
        model: { ...model, roles: [...model.roles, ...roles] },
        ...{ storage, now: () => Date.UTC(2026, 10, 22, 18), users, teams, businessUnits, ...changed },
      }),
    );
  }

  ask(login: Login, method: string, path: string, body?: object): Answer {
    return answer(this.dataverse.handle({ method, path, headers: {}, body: body ? JSON.stringify(body) : "", userId: id(login) }));
  }

  /** Makes a ticket of that name for an owner; its path. @throws Error where it is refused */
  ticket(name: string, owner: object): string {
    const made = this.ask("root", "POST", "sample_tickets", { sample_name: name, ...owner });
    if (made.status !== 204) throw new Error(`${made.status} ${made.body}`);
    return `sample_tickets(${idOfMade(made)})`;
  }

  /** The names of the tickets that somebody reads. */
  seen(login: Login): unknown[] {
    return rowsOf(this.ask(login, "GET", "sample_tickets?$orderby=sample_name")).map((row) => row["sample_name"]);
  }

  column(path: string, name: string): unknown {
    return this.ask("root", "GET", path).json[name];
  }

  /** The unit that a row lies in. */
  unitOf(path: string): unknown {
    return this.column(path, "_owningbusinessunit_value");
  }

  /** The id of a role in a unit. */
  roleIn(name: string, businessUnit: string): string {
    const [row] = rowsOf(this.ask("root", "GET", `roles?$filter=name eq '${name}' and _businessunitid_value eq ${businessUnit}`));
    return String(row?.["roleid"]);
  }

  join(team: string, login: Login): Answer {
    return this.ask("root", "POST", `teams(${team})/teammembership_association/$ref`, { "@odata.id": `systemusers(${id(login)})` });
  }

  leave(team: string, login: Login): Answer {
    return this.ask("root", "DELETE", `teams(${team})/teammembership_association(${id(login)})/$ref`);
  }

  move(login: Login, to: string): Answer {
    return this.ask("root", "PATCH", `systemusers(${id(login)})`, { "businessunitid@odata.bind": `/businessunits(${to})` });
  }
}
