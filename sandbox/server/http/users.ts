import type { SandboxTeam, SandboxUser } from "../dataverse";

/** A user of the sandbox: how people name them, and who they are in Dataverse. */
export interface Person extends SandboxUser {
  /** Host name (`ana.localhost`), cookie and bearer token. */
  readonly login: string;
  readonly fullName: string;
  /** Shown on the list of users. */
  readonly role: string;
  /** False: a program, for which the app makes no sense. */
  readonly human: boolean;
}

function person(login: string, id: string, firstName: string, lastName: string, role: string, roles: string[], human = true): Person {
  return {
    login,
    id,
    firstName,
    lastName,
    fullName: `${firstName} ${lastName}`,
    domainName: `${login}@sandbox.example`,
    role,
    roles,
    human,
  };
}

/** What anybody who may open an app can do besides (read contacts, accounts, users, teams); the solution's roles come on top. */
const basic = "Basic User";

/** Everybody in the sandbox. The ids never change: scripts may rely on them (docs/sandbox.md). */
export const people: readonly Person[] = [
  person("ana", "a11ce000-0000-4000-8000-000000000001", "Ana", "Ruiz", "SMS Agent", [basic, "SMS Agent"]),
  person("ben", "a11ce000-0000-4000-8000-000000000002", "Ben", "Okafor", "SMS Agent", [basic, "SMS Agent"]),
  person("chloe", "a11ce000-0000-4000-8000-000000000003", "Chloe", "Martin", "SMS Agent", [basic, "SMS Agent"]),
  person("mia", "a11ce000-0000-4000-8000-000000000004", "Mia", "Tanaka", "SMS Administrator", [basic, "SMS Administrator"]),
  person("zoe", "a11ce000-0000-4000-8000-000000000005", "Zoe", "Schmidt", "No role of the solution", [basic]),
  person("gateway", "a11ce000-0000-4000-8000-000000000006", "SMS", "Gateway", "SMS Gateway", ["SMS Gateway"], false),
  person("root", "a11ce000-0000-4000-8000-000000000007", "Root", "Admin", "System Administrator", ["System Administrator"]),
];

/** The one owner team: the agents. */
export const frontDesk: SandboxTeam = {
  id: "a11ce000-0000-4000-8000-000000000101",
  name: "Front Desk",
  members: people.filter((one) => one.role === "SMS Agent").map((one) => one.id),
  // A team that owns rows needs a role that can read them, as in Dataverse.
  roles: ["SMS Agent"],
};

/** The person with that login, without regard to case. */
export function findPerson(login: string | undefined): Person | undefined {
  const wanted = login?.toLowerCase();
  return people.find((one) => one.login === wanted);
}

/** Every login, for messages: `ana, ben, …`. */
export const logins = people.map((one) => one.login).join(", ");
