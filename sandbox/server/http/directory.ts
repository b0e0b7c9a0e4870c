import type { Person } from "./person";

/** Who there is in a sandbox. */
export interface Directory {
  readonly people: readonly Person[];
  /** Every login, for messages: `kim, lee, …`. */
  readonly logins: string;
  /** The login of somebody who may open the app, for examples in messages. */
  readonly example: string;
  /** The person with that login, without regard to case. */
  find(login: string | undefined): Person | undefined;
}

const hostLabel = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/**
 * The list of these people.
 *
 * @throws Error for nobody at all, for a login that is no part of a host name, and for two people of one login or id
 */
export function createDirectory(people: readonly Person[]): Directory {
  const byLogin = new Map(people.map((person) => [person.login, person]));
  const odd = people.find(({ login }) => !hostLabel.test(login));
  if (odd) throw new Error(`"${odd.login}" cannot be a login: use lower-case letters, digits and hyphens, as in a host name.`);
  if (byLogin.size < people.length || new Set(people.map(({ id }) => id)).size < people.length) {
    throw new Error("Two users have the same login or id.");
  }
  const [first] = people;
  if (!first) throw new Error("A sandbox needs a user.");
  return {
    people,
    logins: people.map(({ login }) => login).join(", "),
    example: (people.find(({ human }) => human) ?? first).login,
    find: (login) => byLogin.get(login?.toLowerCase() ?? ""),
  };
}
