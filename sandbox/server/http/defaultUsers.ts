import type { Role } from "../../model";
import { namedGuid } from "../dataverse/identifiers";
import { createPerson } from "./person";
import type { Person } from "./person";

/** What anybody who may open an app can do besides (read contacts, accounts, users, teams); the solution's roles come on top. */
const basic = "Basic User";

/**
 * Users for a solution of which nothing else is known: one for each of its security roles (the role's name makes the login: "Ticket
 * Agent" is `ticket-agent`), `guest` without any of them, and `root`, the System Administrator. The same roles make the same users,
 * with the same ids, on every machine.
 */
export function defaultUsers(roles: readonly Pick<Role, "name">[]): readonly Person[] {
  const taken = new Set(["guest", "root"]);
  const holders = roles.map(({ name }) => {
    const login = freeLogin(name, taken);
    const words = name.split(" ");
    const fullName = { firstName: words.slice(0, -1).join(" "), lastName: words.at(-1) ?? name };
    return createPerson({ login, id: idOf(login), ...fullName, role: name, roles: [basic, name] });
  });
  return [
    ...holders,
    createPerson({
      login: "guest",
      id: idOf("guest"),
      firstName: "Guest",
      lastName: "User",
      role: "No role of the solution",
      roles: [basic],
    }),
    createPerson({ login: "root", id: idOf("root"), firstName: "Root", lastName: "Admin", roles: ["System Administrator"] }),
  ];
}

function idOf(login: string): string {
  return namedGuid(`user ${login}`);
}

/** A host name's part made of a role's name; a number tells apart what would be the same, or nothing at all. */
function freeLogin(roleName: string, taken: Set<string>): string {
  const plain = roleName.normalize("NFKD").toLowerCase().replaceAll(/\p{M}/gu, "");
  const base =
    plain
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-+|-+$/g, "")
      .slice(0, 50) || "user";
  let login = base;
  for (let number = 2; taken.has(login); number += 1) login = `${base}-${number}`;
  taken.add(login);
  return login;
}
