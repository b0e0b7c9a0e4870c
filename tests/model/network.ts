/** The ways between browsers and the server: slow, sometimes cut, and watched, so that a test knows what was really agreed. */
import type { Fetch } from "../../shared/dataverse/client";
import type { Login, TestDataverse } from "../dataverse";
import { unreadOf } from "./oracle";
import type { Dismissed } from "./oracle";

/** A cut of the connection, for one write of an agent: before the server has heard it, or after it has done it. */
export type Cut = "before" | "after";

/** Who took a session from whom: what the server agreed to. */
export interface Takeover {
  readonly session: string;
  readonly by: Login;
  /** Owner and status as they were, and since when the oldest message waited (ms); null: nothing unread. */
  readonly ownerBefore: unknown;
  readonly statusBefore: unknown;
  readonly waited: number | null;
}

/** The change set of a claim: with the session it writes that it was accepted, or taken over. */
const CLAIM = /PATCH \S*msgn_sessions\([^]*"msgn_kind":86450000[01]\b/;

/** Read marks stand alone in their batch; everything else that is written together is a change set. */
const isMarking = ({ method, headers }: RequestInit): boolean =>
  method === "POST" && new Headers(headers).get("Prefer") === "odata.continue-on-error";

/** The unread messages of each session, by id. */
type Unread = ReadonlyMap<string, ReadonlySet<string>>;

/** One agent's way to the server. */
export interface Way {
  readonly fetch: Fetch;
  /** What was unread when the server answered this tab's last inbox query. */
  seen(): Unread;
}

/** All ways to one server. */
export interface Network {
  readonly takeovers: readonly Takeover[];
  wayOf(login: Login): Way;
  cutNext(login: Login, cut: Cut): void;
  /** What the agent's dismissals on the server cover. */
  dismissedBy(login: Login): Dismissed;
  /** Says which messages a dismissal with this mark is about, before it is written. */
  expectDismissal(login: Login, session: string, mark: object, messages: ReadonlySet<string>): void;
}

/**
 * @param wait resolves when a request or an answer has gone its way
 * @param cutsMarking also marking read can be cut: the list then waits ten seconds for the form before it believes the server again
 */
export function createNetwork(dataverse: TestDataverse, wait: () => Promise<void>, cutsMarking: boolean): Network {
  const cuts = new Map<Login, Cut>();
  const dismissed = new Map<Login, Map<string, ReadonlySet<string>>>();
  const takeovers: Takeover[] = [];
  const expected = new Map<string, ReadonlySet<string>>();

  function idsBySession(): Unread {
    return new Map([...unreadOf(dataverse)].map(([id, rows]) => [id, new Set(rows.map((row) => String(row["msgn_messageid"])))]));
  }

  function sessionBefore(path: string): Omit<Takeover, "by"> {
    const session = /msgn_sessions\(([^)]*)\)/.exec(path)?.[1] ?? "";
    const row = dataverse.system("GET", `msgn_sessions(${session})`);
    const times = (unreadOf(dataverse).get(session) ?? []).map((message) => Date.parse(String(message["msgn_receivedon"])));
    const waited = times.length > 0 ? dataverse.now - Math.min(...times) : null;
    return { session, ownerBefore: row["_ownerid_value"], statusBefore: row["msgn_sessionstatus"], waited };
  }

  /** Whose dismissal the row is that a path names; empty where there is none. */
  function dismissedSession(path: string): string {
    const id = /msgn_dismissals\(([^)]*)\)/.exec(path)?.[1] ?? "";
    const [row] = id === "" ? [] : dataverse.rows(`msgn_dismissals?$filter=msgn_dismissalid eq ${id}`);
    return row ? String(row["_msgn_sessionid_value"]) : "";
  }

  function learnDismissal(login: Login, path: string, session: string, init: RequestInit): void {
    const own = dismissed.get(login) ?? new Map<string, ReadonlySet<string>>();
    dismissed.set(login, own);
    if (init.method === "DELETE") return void own.delete(session);
    const mark = JSON.parse(typeof init.body === "string" ? init.body : "{}") as object;
    const messages = expected.get(keyOf(login, session, mark));
    if (!messages) throw new Error(`${login} dismissed what was not on the screen: ${path}`);
    own.set(session, messages);
  }

  const keyOf = (login: Login, session: string, mark: object) =>
    `${login} ${session} ${String(Reflect.get(mark, "msgn_dismissedupto"))} ${String(Reflect.get(mark, "msgn_dismissedcount"))}`;

  return {
    takeovers,
    cutNext: (login, cut) => cuts.set(login, cut),
    dismissedBy: (login) => dismissed.get(login) ?? new Map(),
    expectDismissal: (login, session, mark, messages) => expected.set(keyOf(login, session, mark), messages),
    wayOf(login) {
      let seen: Unread = new Map();
      const server = dataverse.fetchAs(login);
      const fetch: Fetch = async (url, init) => {
        const body = typeof init.body === "string" ? init.body : "";
        const cut = init.method === "GET" || (!cutsMarking && isMarking(init)) ? undefined : cuts.get(login);
        if (cut) cuts.delete(login);
        await wait();
        if (cut === "before") throw new TypeError("cut");
        const path = decodeURIComponent(url);
        if (path.includes("fetchXml=")) seen = idsBySession();
        const before = CLAIM.test(body) ? sessionBefore(body) : null;
        const dismissal = path.includes("msgn_dismissals(") && init.method !== "GET" ? path : "";
        const gone = init.method === "DELETE" ? dismissedSession(dismissal) : "";
        const response = await server(url, init);
        if (response.ok && before) takeovers.push({ ...before, by: login });
        if (response.ok && dismissal) learnDismissal(login, path, gone || dismissedSession(dismissal), init);
        await wait();
        if (cut === "after") throw new TypeError("cut");
        return response;
      };
      return { fetch, seen: () => seen };
    },
  };
}
