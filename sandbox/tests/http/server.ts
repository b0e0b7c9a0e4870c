import { createPerson, createSandbox } from "../..";
import type { Person, Sandbox, SandboxConfiguration } from "../..";
import { askWebApi } from "./ask";
import { sampleSolution } from "./sampleSolution";

const person = (number: number, login: string, roles: readonly string[], human = true): Person =>
  createPerson({ login, id: `5a000000-0000-4000-8000-10000000000${number}`, firstName: login, lastName: "Sample", roles, human });

/** The users of the tests: two who work with tickets, one without a role for them, a program, and the administrator. */
export const people: readonly Person[] = [
  person(1, "kim", ["Basic User", "Ticket Agent"]),
  person(2, "lee", ["Basic User", "Ticket Agent"]),
  person(3, "pat", ["Basic User"]),
  person(4, "bot", ["Ticket Agent"], false),
  person(5, "root", ["System Administrator"]),
];

/** A sandbox of its own with the sample solution, on a free port, empty, in memory. */
export async function startSandbox(configuration: SandboxConfiguration = {}): Promise<Sandbox> {
  return createSandbox({ solution: sampleSolution(), configuration: { users: people, ...configuration } });
}

/** Makes a ticket as Kim; gives back its id. Fails the test where it is refused. */
export async function makeTicket(port: number, name: string): Promise<string> {
  const answer = await askWebApi(port, "kim", "sample_tickets", { method: "POST", body: { sample_name: name } });
  const id = /\(([0-9a-f-]{36})\)$/.exec(String(answer.headers["odata-entityid"]))?.[1];
  if (answer.status !== 204 || id === undefined) throw new Error(`sample_tickets: ${answer.status} ${answer.text}`);
  return id;
}
