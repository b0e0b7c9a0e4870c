/** An office: agents with tabs, a server, a network that is slow and sometimes cut. The product's own store, gateway and queries run in it. */
import { createClient } from "../../shared/dataverse/client";
import type { Fetch } from "../../shared/dataverse/client";
import { createGateway } from "../../shared/dataverse/gateway";
import { markRead } from "../../shared/dataverse/readMarks";
import { createInbox } from "../../shared/state/inbox";
import type { Inbox } from "../../shared/state/snapshot";
import type { InboxSession } from "../../shared/domain/session";
import type { Login, TestDataverse } from "../dataverse";
import { createWorld } from "../shared/state/laboratory";
import type { BrowserWorld, Tab } from "../shared/state/laboratory";
import { unreadOf } from "./oracle";
import type { Dismissed } from "./oracle";

/** An agent's tab. */
export interface Desk {
  readonly login: Login;
  readonly tab: Tab;
  readonly inbox: Inbox;
}

/** A cut of the connection, for one request of an agent: before the server has heard it, or after it has done it. */
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

/** The office at work. */
export interface Office {
  readonly desks: readonly Desk[];
  readonly takeovers: Takeover[];
  readonly world: BrowserWorld;
  dismissedBy(login: Login): Dismissed;
  /** Does what the notification at this place offers, if it offers it. */
  act(desk: Desk, action: "accept" | "dismiss" | "block" | "view" | "assign", place: number): void;
  undo(desk: Desk): void;
  cutNext(login: Login, cut: Cut): void;
  /** Moves both clocks: the browsers' and the server's. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

const SILENT = { ring: () => undefined, show: () => undefined, askPermission: () => undefined };

/**
 * Opens an office on an empty server.
 * @param logins one for every tab
 * @param latency how long the next way between browser and server takes (ms)
 */
export function openOffice(dataverse: TestDataverse, logins: readonly Login[], latency: () => number): Office {
  const world = createWorld();
  const cuts = new Map<Login, Cut>();
  const dismissed = new Map<Login, Map<string, ReadonlySet<string>>>();
  const takeovers: Takeover[] = [];
  /** The unread messages behind what a tab shows: the session objects are handed on as they are. */
  const messagesOf = new WeakMap<InboxSession, ReadonlySet<string>>();
  /** What a dismissal written with this mark covers. */
  const intents = new Map<string, ReadonlySet<string>>();
  const way = () => new Promise<void>((resolve) => world.after(latency(), resolve));

  function networkOf(login: Login): { fetch: Fetch; seen: () => ReadonlyMap<string, ReadonlySet<string>> } {
    let seen: ReadonlyMap<string, ReadonlySet<string>> = new Map();
    const server = dataverse.fetchAs(login);
    const fetch: Fetch = async (url, init) => {
      const cut = init.method === "PATCH" || init.method === "DELETE" ? cuts.get(login) : undefined;
      if (cut) cuts.delete(login);
      await way();
      if (cut === "before") throw new TypeError("cut");
      const path = decodeURIComponent(url);
      if (path.includes("fetchXml=")) seen = idsBySession();
      const before = path.includes("msgn_sessions(") && init.method === "PATCH" ? sessionBefore(path) : null;
      const response = await server(url, init);
      if (response.ok && before) takeovers.push({ ...before, by: login });
      if (response.ok && path.includes("msgn_dismissals(")) learnDismissal(login, path, init);
      await way();
      if (cut === "after") throw new TypeError("cut");
      return response;
    };
    return { fetch, seen: () => seen };
  }

  function idsBySession(): ReadonlyMap<string, ReadonlySet<string>> {
    return new Map([...unreadOf(dataverse)].map(([id, rows]) => [id, new Set(rows.map((row) => String(row["msgn_messageid"])))]));
  }

  function sessionBefore(path: string): Omit<Takeover, "by"> {
    const session = /msgn_sessions\(([^)]*)\)/.exec(path)?.[1] ?? "";
    const row = dataverse.system("GET", `msgn_sessions(${session})`);
    const times = (unreadOf(dataverse).get(session) ?? []).map((message) => Date.parse(String(message["msgn_receivedon"])));
    const waited = times.length > 0 ? dataverse.now - Math.min(...times) : null;
    return { session, ownerBefore: row["_ownerid_value"], statusBefore: row["msgn_sessionstatus"], waited };
  }

  function learnDismissal(login: Login, path: string, init: RequestInit): void {
    const session = /_msgn_sessionid_value=([^,]*)/.exec(path)?.[1] ?? "";
    const own = dismissed.get(login) ?? new Map<string, ReadonlySet<string>>();
    dismissed.set(login, own);
    if (init.method === "DELETE") own.delete(session);
    else
      own.set(
        session,
        intents.get(intentKey(login, session, JSON.parse(typeof init.body === "string" ? init.body : "{}") as object)) ?? new Set(),
      );
  }

  const intentKey = (login: Login, session: string, mark: object) =>
    `${login} ${session} ${String(Reflect.get(mark, "msgn_dismissedupto"))} ${String(Reflect.get(mark, "msgn_dismissedcount"))}`;

  /** A form's script has a channel of its own, so that the control in its own window hears it too. */
  const scripts = new Map(logins.map((login) => [login, world.tab(login)]));

  const desks = logins.map((login): Desk => {
    const tab = world.tab(login);
    const { fetch, seen } = networkOf(login);
    const client = createClient(fetch);
    const gateway = createGateway(client, dataverse.idOf(login), tab.now);
    const inbox = createInbox({
      gateway: {
        ...gateway,
        async readInbox() {
          const reading = await gateway.readInbox();
          const ids = seen();
          for (const session of reading.sessions) messagesOf.set(session, ids.get(session.id) ?? new Set());
          return reading;
        },
      },
      browser: tab,
      channel: tab.channel,
      alerter: SILENT,
      openSession(id) {
        // The form opens only for its owner's eyes: it marks the messages read, then tells the user's tabs, this one too.
        return markRead(client, id).then(
          () => scripts.get(login)?.channel.post({ type: "read", sessionId: id }),
          () => undefined,
        );
      },
    });
    return { login, tab, inbox };
  });

  return {
    desks,
    takeovers,
    world,
    dismissedBy: (login) => dismissed.get(login) ?? new Map(),
    act(desk, action, place) {
      const { notifications } = desk.inbox.getSnapshot();
      const notification = notifications[place % Math.max(notifications.length, 1)];
      if (!notification?.actions.includes(action) || notification.busy) return;
      const { session } = notification;
      if (action === "dismiss") {
        const upTo = new Date(session.newestUnreadAt).toISOString().replace(".000Z", "Z");
        const mark = { msgn_dismissedupto: upTo, msgn_dismissedcount: session.unread };
        intents.set(intentKey(desk.login, session.id, mark), messagesOf.get(session) ?? new Set());
      }
      void desk.inbox.perform(action, session.id);
    },
    undo(desk) {
      const notice = desk.inbox.getSnapshot().notices.find(({ canUndo }) => canUndo);
      if (notice) void desk.inbox.undo(notice.id);
    },
    cutNext: (login, cut) => cuts.set(login, cut),
    async pass(ms) {
      // In steps, so that the server's clock is about right for whatever happens meanwhile.
      for (let left = ms; left > 0; left -= 1_000) {
        const step = Math.min(left, 1_000);
        dataverse.now += step;
        await world.advance(step);
      }
    },
    async close() {
      for (const { inbox } of desks) inbox.destroy();
      await world.advance(60_000);
    },
  };
}
