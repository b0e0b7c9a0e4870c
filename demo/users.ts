import { createPerson } from "../sandbox";
import type { Person, SandboxTeam } from "../sandbox";

/** What anybody who may open an app can do besides (read contacts, accounts, users, teams); the product's roles come on top. */
const basic = "Basic User";

const administrator = "System Administrator";

interface Somebody {
  readonly number: number;
  readonly login: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Their roles of the product's; left out: none. */
  readonly own?: readonly string[];
  readonly human?: false;
}

const agent = ["SMS Agent", "SMS Pictures"];

const everybody: readonly Somebody[] = [
  { number: 1, login: "ana", firstName: "Ana", lastName: "Ruiz", own: agent },
  { number: 2, login: "ben", firstName: "Ben", lastName: "Okafor", own: agent },
  { number: 3, login: "chloe", firstName: "Chloe", lastName: "Martin", own: agent },
  { number: 4, login: "mia", firstName: "Mia", lastName: "Tanaka", own: ["SMS Administrator"] },
  { number: 5, login: "zoe", firstName: "Zoe", lastName: "Schmidt" },
  { number: 6, login: "gateway", firstName: "SMS", lastName: "Gateway", own: ["SMS Gateway"], human: false },
];

const root = createPerson({
  ...{ login: "root", id: idOf(7), firstName: "Root", lastName: "Admin" },
  roles: [administrator],
});

function idOf(number: number): string {
  return `a11ce000-0000-4000-8000-00000000000${number}`;
}

/** The product's roles. */
export const productRoles: readonly string[] = [...new Set(everybody.flatMap(({ own = [] }) => own))];

/**
 * Everybody in the demonstration. The ids never change: scripts may rely on them (docs/sandbox.md).
 *
 * Who has a role of the product's has it where it was imported. The people with one (Ana, Ben, Chloe, Mia) have every role of other solutions
 * besides. Where no role was imported at all, they are administrators: nobody else could use the tables. Zoe has the platform's Basic User
 * and nothing else, the gateway nothing but its role of the product's.
 * @param roles the names of the roles that the imported solutions bring
 */
export function peopleFor(roles: readonly string[]): readonly Person[] {
  const others = roles.length === 0 ? [administrator] : roles.filter((role) => !productRoles.includes(role));
  const isProduct = productRoles.some((one) => roles.includes(one));
  const people = everybody.map(({ number, login, firstName, lastName, own = [], human = true }) => {
    const imported = own.filter((role) => roles.includes(role));
    const given = own.length > 0 && human ? [...imported, ...others] : imported;
    return createPerson({
      ...{ login, id: idOf(number), firstName, lastName, human },
      role: given.join(", ") || (isProduct ? "No role of the solution" : basic),
      roles: human || given.length === 0 ? [basic, ...given] : given,
    });
  });
  return [...people, root];
}

/** Everybody, where the product is what was imported. */
export const people: readonly Person[] = peopleFor(productRoles);

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
  members: people.filter((one) => one.roles.includes("SMS Agent")).map((one) => one.id),
  // A team that owns rows needs a role that can read them, as in Dataverse.
  roles: ["SMS Agent"],
};
