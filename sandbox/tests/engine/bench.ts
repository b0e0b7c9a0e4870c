import { createDataverse } from "../../server/dataverse";
import type { Dataverse, DataverseResponse } from "../../server/dataverse";
import type { SolutionModel } from "../../model";
import { importSolution } from "../../server/solution";
import { helpDesk } from "../fixture/helpDesk";
import { team, userId, users } from "../fixture/people";

/** The help desk's solution, read. */
export const model: SolutionModel = importSolution(helpDesk).model;

/** An answer with its JSON read. */
export interface Answer extends Omit<DataverseResponse, "body"> {
  readonly body: string;
  /** The body as JSON; undefined when it is empty or something else. */
  readonly json: Readonly<Record<string, unknown>>;
  /** `error.code` */
  readonly code: string | undefined;
  /** `error.message` */
  readonly message: string | undefined;
}

/** A request of a test. */
export interface Ask {
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An engine in memory with a clock that stands still until it is moved. */
export class Bench {
  now = Date.UTC(2026, 10, 22, 18, 0, 0);
  private constructor(readonly dataverse: Dataverse) {}

  /** Starts one on a storage (in memory, unless given). */
  static start(storage = ":memory:", solution: SolutionModel = model): Bench {
    const holder: { bench?: Bench } = {};
    const dataverse = createDataverse({
      model: solution,
      storage,
      now: () => holder.bench?.now ?? Date.UTC(2026, 10, 22, 18, 0, 0),
      users,
      teams: [team],
    });
    holder.bench = new Bench(dataverse);
    return holder.bench;
  }

  /** Asks as a user. */
  ask(login: string, method: string, path: string, { body = "", headers = {} }: Ask = {}): Answer {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const response = this.dataverse.handle({ method, path, headers, body: text, userId: userId(login) });
    return answer(response);
  }

  /** Makes a row as a user; gives back its id. Fails the test where it is refused. */
  make(login: string, set: string, body: object): string {
    const made = this.ask(login, "POST", set, { body });
    if (made.status !== 204) throw new Error(`${set}: ${made.status} ${made.body}`);
    return idIn(made);
  }

  /** A customer's number with one ticket, made by bot. */
  ticket(phone = "+4930100", more: object = {}): { readonly numberId: string; readonly ticketId: string } {
    const numberId = this.make("bot", "sample_customernumbers", { sample_phonenumber: phone });
    const ticketId = this.make("bot", "sample_tickets", {
      sample_name: `Ticket ${phone}`,
      sample_queue: "+4930999",
      "sample_customernumberid@odata.bind": `/sample_customernumbers(${numberId})`,
      ...more,
    });
    return { numberId, ticketId };
  }

  /** A note of a ticket; gives back its id. */
  note(ticketId: string, externalId: string, more: object = {}): string {
    return this.make("bot", "sample_notes", {
      sample_name: externalId,
      sample_externalid: externalId,
      sample_writtenon: "2026-11-22T17:00:00Z",
      "sample_ticketid@odata.bind": `/sample_tickets(${ticketId})`,
      ...more,
    });
  }

  /** The etag of a row, as root sees it. */
  etag(path: string): string {
    return this.ask("root", "GET", path).headers["ETag"] ?? "";
  }

  close(): void {
    this.dataverse.close();
  }
}

/** Reads an answer's JSON. */
export function answer(response: DataverseResponse): Answer {
  let json: unknown;
  try {
    json = JSON.parse(response.body);
  } catch {
    json = undefined;
  }
  const error = (json as { error?: { code: string; message: string } } | undefined)?.error;
  return { ...response, json: (json ?? {}) as Readonly<Record<string, unknown>>, code: error?.code, message: error?.message };
}

/** The row's id in OData-EntityId. */
export function idIn(made: Answer): string {
  return /\(([0-9a-f-]{36})\)$/.exec(made.headers["OData-EntityId"] ?? "")?.[1] ?? "";
}

/** The rows of a list. */
export function rowsOf(found: Answer): readonly Readonly<Record<string, unknown>>[] {
  if (found.status !== 200) throw new Error(`${found.status} ${found.body}`);
  return found.json["value"] as Readonly<Record<string, unknown>>[];
}

/** The path for a FetchXML query of a set. */
export function fetchPath(set: string, xml: string): string {
  return `${set}?fetchXml=${encodeURIComponent(xml)}`;
}

/** All annotations. */
export const annotated = { prefer: 'odata.include-annotations="*"' };
