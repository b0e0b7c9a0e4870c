import type { SandboxUser } from "../dataverse";

/** A user of the sandbox: how people name them, and who they are in Dataverse. */
export interface Person extends SandboxUser {
  /** Host name (`kim.localhost`), cookie and bearer token: lower-case letters, digits and hyphens. */
  readonly login: string;
  readonly fullName: string;
  /** Shown on the list of users. */
  readonly role: string;
  /** False: a program, for which the app makes no sense. */
  readonly human: boolean;
}

/** What a person is made of. */
export interface PersonDetails {
  readonly login: string;
  /** A GUID, lower case. It should never change: scripts rely on it, and rows keep it. */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Names of security roles: the solution's, and the platform's "Basic User" and "System Administrator". */
  readonly roles: readonly string[];
  /** Shown on the list of users; the names of the roles when left out. */
  readonly role?: string;
  /** The id of the business unit that they lie in; the first one when left out. */
  readonly businessUnit?: string;
  /** True when left out. */
  readonly human?: boolean;
}

/** Makes a person, with the full name and the domain name (`kim@sandbox.example`) that follow from the details. */
export function createPerson({ role, human = true, ...details }: PersonDetails): Person {
  return {
    ...details,
    fullName: `${details.firstName} ${details.lastName}`.trim(),
    domainName: `${details.login}@sandbox.example`,
    role: role ?? details.roles.join(", "),
    human,
  };
}
