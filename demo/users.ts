import { createPerson } from "../sandbox";
import type { Person, SandboxTeam } from "../sandbox";

/** What anybody who may open an app can do besides (read contacts, accounts, users, teams); the product's roles come on top. */
const basic = "Basic User";

function person(number: number, login: string, firstName: string, lastName: string, role: string, roles: string[], human = true): Person {
  return createPerson({ login, id: `a11ce000-0000-4000-8000-00000000000${number}`, firstName, lastName, role, roles, human });
}

/** Everybody in the demonstration. The ids never change: scripts may rely on them (docs/sandbox.md). */
export const people: readonly Person[] = [
  person(1, "ana", "Ana", "Ruiz", "SMS Agent", [basic, "SMS Agent"]),
  person(2, "ben", "Ben", "Okafor", "SMS Agent", [basic, "SMS Agent"]),
  person(3, "chloe", "Chloe", "Martin", "SMS Agent", [basic, "SMS Agent"]),
  person(4, "mia", "Mia", "Tanaka", "SMS Administrator", [basic, "SMS Administrator"]),
  person(5, "zoe", "Zoe", "Schmidt", "No role of the solution", [basic]),
  person(6, "gateway", "SMS", "Gateway", "SMS Gateway", ["SMS Gateway"], false),
  person(7, "root", "Root", "Admin", "System Administrator", ["System Administrator"]),
];

/** The id of the user with that login. @throws Error where there is none */
export function userId(login: string): string {
  const found = people.find((one) => one.login === login);
  if (!found) throw new Error(`The demonstration has no user "${login}".`);
  return found.id;
}

/** The one owner team: the agents. */
export const frontDesk: SandboxTeam = {
  id: "a11ce000-0000-4000-8000-000000000101",
  name: "Front Desk",
  members: people.filter((one) => one.role === "SMS Agent").map((one) => one.id),
  // A team that owns rows needs a role that can read them, as in Dataverse.
  roles: ["SMS Agent"],
};
