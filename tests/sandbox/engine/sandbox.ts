import { createDataverse } from "../../../sandbox/server/dataverse";
import type { Dataverse, DataverseResponse, SandboxTeam, SandboxUser } from "../../../sandbox/server/dataverse";
import { importSolution } from "../../../sandbox/server/solution";
import type { SolutionModel } from "../../../sandbox/model";
import { packedSolution } from "../solution/packed";

const id = (name: string, role: string[]): SandboxUser => {
  const number = LOGINS.indexOf(name) + 1;
  return {
    id: `a0000000-0000-4000-8000-00000000000${number}`,
    firstName: name.charAt(0).toUpperCase() + name.slice(1),
    lastName: "Test",
    domainName: `${name}@sandbox.example`,
    roles: role,
  };
};
const LOGINS = ["ana", "ben", "mia", "zoe", "gateway", "root", "basic", "member"];

/** Who takes part in the tests. `basic` owns what it writes; `member` has rights through its team alone. */
export const users: readonly SandboxUser[] = [
  id("ana", ["Basic User", "SMS Agent"]),
  id("ben", ["Basic User", "SMS Agent"]),
  id("mia", ["Basic User", "SMS Administrator"]),
  id("zoe", ["Basic User"]),
  id("gateway", ["SMS Gateway"]),
  id("root", ["System Administrator"]),
  id("basic", ["Basic User", "Own rows"]),
  id("member", ["Basic User"]),
];

/** A user's id by its login. */
export function userId(login: string): string {
  const found = users[LOGINS.indexOf(login)];
  if (!found) throw new Error(`No user ${login}`);
  return found.id;
}

/** The one team. It gives its member a role for the rows of both. */
export const team: SandboxTeam = {
  id: "a0000000-0000-4000-8000-000000000099",
  name: "Front Desk",
  members: [userId("member")],
  roles: ["Own rows"],
};

/** The solution as packed, with one more role whose rights end at one's own rows. */
export function model(): Promise<SolutionModel> {
  read ??= readModel();
  return read;
}

let read: Promise<SolutionModel> | undefined;

async function readModel(): Promise<SolutionModel> {
  const solution = importSolution(await packedSolution()).model;
  const rights = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign"];
  const own = ["msgn_session", "msgn_message"].flatMap((table) =>
    rights.map((right) => ({ name: `prv${right}${table}`, level: "Basic" as const })),
  );
  const others = ["prvReadmsgn_contactnumber", "prvAppendTomsgn_contactnumber"].map((name) => ({ name, level: "Global" as const }));
  return {
    ...solution,
    roles: [...solution.roles, { id: "a0000000-0000-4000-8000-0000000000aa", name: "Own rows", privileges: [...own, ...others] }],
  };
}

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
  static async start(storage = ":memory:", changed?: SolutionModel): Promise<Bench> {
    const holder: { bench?: Bench } = {};
    const dataverse = createDataverse({
      model: changed ?? (await model()),
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

  /** A contact number with one session, made by the gateway. */
  session(phone = "+15550100", more: object = {}): { readonly numberId: string; readonly sessionId: string } {
    const numberId = this.make("gateway", "msgn_contactnumbers", { msgn_phonenumber: phone });
    const sessionId = this.make("gateway", "msgn_sessions", {
      msgn_name: `Session ${phone}`,
      msgn_businessnumber: "+15550999",
      "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${numberId})`,
      ...more,
    });
    return { numberId, sessionId };
  }

  /** An inbound message of a session; gives back its id. */
  message(sessionId: string, provider: string, more: object = {}): string {
    return this.make("gateway", "msgn_messages", {
      msgn_name: provider,
      msgn_providermessageid: provider,
      msgn_receivedon: "2026-11-22T17:00:00Z",
      "msgn_sessionid@odata.bind": `/msgn_sessions(${sessionId})`,
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
