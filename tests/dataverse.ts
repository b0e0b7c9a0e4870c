/** The sandbox's Dataverse in process, running the packed solution, behind the `fetch` that the product uses. */
import { frontDesk, people } from "../demo/users";
import { createDataverse } from "../sandbox";
import type { Dataverse, SandboxTeam } from "../sandbox";
import type { SolutionModel } from "../sandbox/model";
import type { Fetch } from "../shared/dataverse/client";
import { packedModel } from "./packed";

/** Users of the sandbox, by their logins. */
export type Login = "ana" | "ben" | "chloe" | "mia" | "zoe" | "gateway" | "root";

/** A row as the tests read it. */
export type Row = Readonly<Record<string, unknown>>;

/** A Dataverse for one test file, with a clock that stands still until it is moved. */
export interface TestDataverse {
  now: number;
  /** The packed solution, and the platform's own tables. */
  readonly model: Dataverse["model"];
  /** What was asked since the last `asked.length = 0`: method and path. */
  readonly asked: string[];
  idOf(login: Login): string;
  fetchAs(login: Login): Fetch;
  /** As the system: no privilege checks. @throws Error unless it succeeds */
  system(method: string, path: string, body?: object): Row;
  rows(path: string): readonly Row[];
  /** An unread inbound message on a session of its own number, `secondsAgo` before now; returns the session's id. */
  text(number: string, options?: { secondsAgo?: number; session?: object }): string;
  close(): void;
}

const START = Date.UTC(2026, 10, 22, 12);

/** What is different from the demonstration's environment. */
export interface Environment {
  /** Users' roles, by their logins; of those who are not named, the demonstration's. */
  readonly roles?: Partial<Record<Login, readonly string[]>>;
  readonly teams?: readonly SandboxTeam[];
  readonly change?: (model: SolutionModel) => SolutionModel;
}

/** Starts it, empty. */
export async function startDataverse({
  roles = {},
  teams = [frontDesk],
  change = (same) => same,
}: Environment = {}): Promise<TestDataverse> {
  const model = change(await packedModel());
  const users = people.map((person) => ({ ...person, roles: roles[person.login as Login] ?? person.roles }));
  const asked: string[] = [];
  let messages = 0;
  const engine: Dataverse = createDataverse({ model, storage: ":memory:", now: () => test.now, users, teams });

  const test: TestDataverse = {
    now: START,
    model: engine.model,
    asked,
    idOf(login) {
      const found = people.find((person) => person.login === login);
      if (!found) throw new Error(`No user ${login}`);
      return found.id;
    },
    fetchAs: (login) => (url, init) => {
      const path = url.replace(/^\/api\/data\/v9\.2\//, "");
      const method = init.method ?? "GET";
      asked.push(`${method} ${decodeURIComponent(path)}`);
      const headers = Object.fromEntries(new Headers(init.headers).entries());
      const body = typeof init.body === "string" ? init.body : "";
      const answer = engine.handle({ method, path, headers, body, userId: test.idOf(login) });
      return Promise.resolve(new Response(answer.body === "" ? null : answer.body, { status: answer.status, headers: answer.headers }));
    },
    system(method, path, body) {
      const headers = { prefer: "return=representation" };
      const answer = engine.asSystem({ method, path, headers, ...(body ? { body } : {}) });
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
      return answer.body === "" ? {} : (JSON.parse(answer.body) as Row);
    },
    rows: (path) => test.system("GET", path)["value"] as readonly Row[],
    text(number, { secondsAgo = 0, session = {} } = {}) {
      const contactNumber = test.system("PATCH", `msgn_contactnumbers(msgn_phonenumber='${encodeURIComponent(number)}')`, {});
      const key = `_msgn_contactnumberid_value=${String(contactNumber["msgn_contactnumberid"])},msgn_businessnumber='%2B15550999'`;
      const id = String(test.system("PATCH", `msgn_sessions(${key})`, { msgn_name: number, ...session })["msgn_sessionid"]);
      messages += 1;
      test.system("POST", "msgn_messages", {
        msgn_providermessageid: `SM${messages}`,
        msgn_body: `Message ${messages}`,
        msgn_receivedon: new Date(test.now - secondsAgo * 1000).toISOString(),
        "msgn_sessionid@odata.bind": `/msgn_sessions(${id})`,
      });
      return id;
    },
    close: () => engine.close(),
  };
  return test;
}
