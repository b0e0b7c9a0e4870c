import { DynamicsWebApi } from "dynamics-web-api";
import { createPerson, createSandbox } from "../..";
import type { Person, Sandbox } from "../..";
import { helpDesk } from "../fixture/helpDesk";
import { team, users } from "../fixture/people";

/** The help desk's people, with a login each. */
const people: readonly Person[] = users.map((user) =>
  createPerson({ ...user, login: user.domainName.split("@")[0] ?? "", roles: user.roles }),
);

/** A row as the client gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** What the client throws: the parsed error body, with what it knows of the answer. */
export interface ClientError extends Error {
  readonly status: number;
  readonly code?: string;
  readonly message: string;
}

/**
 * A sandbox over HTTP, and clients of a library that knows nothing of it. It was written for Dataverse, by others, and has no exception for us: what
 * it expects of Dataverse, the sandbox does.
 */
export interface Desk {
  readonly sandbox: Sandbox;
  /** A client that signs in as that user. */
  as(login: string, version?: string): DynamicsWebApi;
  /** A customer's number with one ticket, made by bot. */
  ticket(phone: string, more?: object): Promise<{ readonly numberId: string; readonly ticketId: string }>;
  close(): Promise<void>;
}

/** Starts one. */
export async function openDesk(): Promise<Desk> {
  // The client would send requests to this machine through a proxy that the environment names.
  delete process.env["http_proxy"];
  const sandbox = await createSandbox({ solution: helpDesk, configuration: { users: people, teams: [team] } });
  const as = (login: string, version = "9.2"): DynamicsWebApi =>
    new DynamicsWebApi({
      serverUrl: `http://127.0.0.1:${sandbox.port}`,
      dataApi: { version },
      onTokenRefresh: () => Promise.resolve(login),
    });
  const ticket: Desk["ticket"] = async (phone, more = {}) => {
    const bot = as("bot");
    const numberId = await bot.create<object, string>({ collection: "sample_customernumbers", data: { sample_phonenumber: phone } });
    const data = {
      sample_name: `Ticket ${phone}`,
      sample_queue: "1",
      "sample_customernumberid@odata.bind": `/sample_customernumbers(${numberId})`,
      ...more,
    };
    return { numberId, ticketId: await bot.create<object, string>({ collection: "sample_tickets", data }) };
  };
  return { sandbox, as, ticket, close: () => sandbox.close() };
}

/** What a promise is rejected with, as the client throws it. Fails the test where it is not. */
export async function errorOf(work: Promise<unknown>): Promise<ClientError> {
  return work.then(
    () => {
      throw new Error("Nothing was refused.");
    },
    (error: unknown) => error as ClientError,
  );
}
