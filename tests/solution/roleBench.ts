/** The packed solution running in the sandbox's Dataverse, with users who have one role each and nothing besides. */
import type { Privilege, SolutionModel } from "../../sandbox/model";
import { createDataverse } from "../../sandbox/server/dataverse";
import type { Dataverse, SandboxUser } from "../../sandbox/server/dataverse";
import { packedModel } from "../packed";

/** A row as the tests read it. */
export type Row = Readonly<Record<string, unknown>>;

/** What was answered. */
export interface Answer {
  readonly status: number;
  /** The body, or {} where it is none. */
  readonly row: Row;
}

/** A user: the name of the role that they have, and no other. */
export type Who = "SMS Agent" | "SMS Administrator" | "SMS Gateway" | "other agent" | "agent who may not block" | "agent of own rows";

const ROLE_OF: Readonly<Record<Who, string>> = {
  "SMS Agent": "SMS Agent",
  "SMS Administrator": "SMS Administrator",
  "SMS Gateway": "SMS Gateway",
  "other agent": "SMS Agent",
  "agent who may not block": "SMS Agent, no Write on Contact Number",
  "agent of own rows": "SMS Agent, Read of own rows",
};

const WHO = Object.keys(ROLE_OF) as Who[];

/** A user's id. */
export const idOf = (who: Who): string => `c0000000-0000-4000-8000-00000000000${WHO.indexOf(who) + 1}`;

const users: readonly SandboxUser[] = WHO.map((who) => ({
  id: idOf(who),
  firstName: who,
  lastName: "Test",
  domainName: `${who.replaceAll(" ", ".").toLowerCase()}@test.example`,
  roles: [ROLE_OF[who]],
}));

/** Copies of the role SMS Agent that an administrator changed. */
function withCopies(model: SolutionModel): SolutionModel {
  const agent = model.roles.find(({ name }) => name === "SMS Agent");
  if (!agent) throw new Error("The solution has no role SMS Agent.");
  const copy = (who: Who, change: (privilege: Privilege) => readonly Privilege[]) => ({
    id: idOf(who).replace("c0000000", "d0000000"),
    name: ROLE_OF[who],
    privileges: agent.privileges.flatMap(change),
  });
  const narrowed = /^prvReadmsgn_(session|message)$/;
  return {
    ...model,
    roles: [
      ...model.roles,
      copy("agent who may not block", (each) => (each.name === "prvWritemsgn_contactnumber" ? [] : [each])),
      copy("agent of own rows", (each) => [narrowed.test(each.name) ? { ...each, level: "Basic" } : each]),
    ],
  };
}

/** An empty Dataverse. */
export class RoleBench {
  now = Date.UTC(2026, 10, 22, 12);
  private readonly engine: Dataverse;
  private count = 0;

  private constructor(readonly model: SolutionModel) {
    this.engine = createDataverse({ model, storage: ":memory:", now: () => this.now, users, teams: [] });
  }

  static async start(): Promise<RoleBench> {
    return new RoleBench(withCopies(await packedModel()));
  }

  close(): void {
    this.engine.close();
  }

  /** Asks as a user. */
  ask(who: Who, method: string, path: string, body?: object): Answer {
    const headers = { prefer: 'return=representation,odata.include-annotations="*"', "content-type": "application/json" };
    const answer = this.engine.handle({ method, path, headers, body: body ? JSON.stringify(body) : "", userId: idOf(who) });
    return { status: answer.status, row: answer.body === "" ? {} : (JSON.parse(answer.body) as Row) };
  }

  /** The rows of a list. @throws Error where it is refused */
  list(who: Who, path: string): readonly Row[] {
    const { status, row } = this.ask(who, "GET", path);
    if (status !== 200) throw new Error(`${who}: GET ${path}: ${status} ${JSON.stringify(row)}`);
    return row["value"] as readonly Row[];
  }

  /** Makes a row as an administrator of the environment, and returns its id. @throws Error where that fails */
  make(table: string, body: object): string {
    const headers = { prefer: "return=representation" };
    const answer = this.engine.asSystem({ method: "POST", path: `${table}s`, headers, body });
    if (answer.status >= 300) throw new Error(`POST ${table}s: ${answer.status} ${answer.body}`);
    return String((JSON.parse(answer.body) as Row)[`${table}id`]);
  }

  /** Disables a user, as an administrator of the environment. @throws Error where that fails */
  disable(who: Who): void {
    const answer = this.engine.asSystem({ method: "PATCH", path: `systemusers(${idOf(who)})`, headers: {}, body: { isdisabled: true } });
    if (answer.status >= 300) throw new Error(`${who} cannot be disabled: ${answer.status} ${answer.body}`);
  }

  /** A number that nobody else uses. */
  number(): string {
    this.count += 1;
    return `+1555${String(this.count).padStart(4, "0")}`;
  }

  /** A row of a table with everything that it needs, owned by a user where the table's rows are. */
  row(table: string, owner: Who): string {
    return this.make(table, this.body(table, owner));
  }

  /** What a new row of a table needs. */
  body(table: string, owner: Who): object {
    const user = `/systemusers(${idOf(owner)})`;
    const owned = { "ownerid@odata.bind": user };
    const ofSession = (): object => ({ "msgn_sessionid@odata.bind": `/msgn_sessions(${this.row("msgn_session", owner)})` });
    switch (table) {
      case "msgn_configuration":
        return { msgn_name: `Configuration ${this.number()}` };
      case "msgn_contactnumber":
        return { msgn_phonenumber: this.number() };
      case "msgn_session": {
        const number = `/msgn_contactnumbers(${this.row("msgn_contactnumber", owner)})`;
        return { msgn_name: "Session", msgn_businessnumber: "+15550999", "msgn_contactnumberid@odata.bind": number, ...owned };
      }
      case "msgn_message":
        return { ...this.text(), ...ofSession(), ...owned };
      case "msgn_dismissal":
        return { ...ofSession(), msgn_dismissedupto: new Date(this.now).toISOString(), ...owned };
      case "msgn_agentsetting":
        return { msgn_name: "Settings", ...owned };
      case "msgn_sessionevent":
        return { msgn_name: "Event", msgn_kind: 864500000, ...ofSession(), ...owned };
      case "msgn_template":
        return { msgn_name: `Template ${this.number()}`, msgn_body: "Hello {customer}" };
      default:
        throw new Error(`No row is known for ${table}.`);
    }
  }

  /** The columns of an unread inbound message. */
  text(): object {
    const receivedOn = new Date(this.now).toISOString();
    return { msgn_name: "Hello", msgn_body: "Hello", msgn_providermessageid: `SM${this.number()}`, msgn_receivedon: receivedOn };
  }
}
