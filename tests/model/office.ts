/** An office: agents with tabs, a gateway, a server, a network. The product's own store, gateway and queries run in it. */
import { deliver } from "../../gateway/contract";
import type { Connection } from "../../gateway/contract";
import { createClient } from "../../shared/dataverse/client";
import { createActionGateway } from "../../shared/dataverse/actionGateway";
import { createAgentGateway } from "../../shared/dataverse/agentGateway";
import { createPanelGateway } from "../../shared/dataverse/panelGateway";
import { closeSession } from "../../shared/dataverse/closeSession";
import { createGateway } from "../../shared/dataverse/gateway";
import { asFailure } from "../../shared/domain/failure";
import { markAllRead } from "../shared/dataverse/markAllRead";
import type { InboxSession } from "../../shared/domain/session";
import { createActions } from "../../shared/inbox/actions";
import { close } from "../../shared/inbox/close";
import { createInbox } from "../../shared/inbox/inbox";
import type { Inbox } from "../../shared/inbox/inbox";
import type { Permission } from "../../shared/inbox/ports";
import type { Login, TestDataverse } from "../dataverse";
import { createWorld } from "../shared/inbox/laboratory";
import type { BrowserWorld, Tab } from "../shared/inbox/laboratory";
import { createAnswerDesk } from "./answering";
import type { AnswerDesk, Written } from "./answering";
import { openMail } from "./mail";
import type { Mail } from "./mail";
import { createNetwork } from "./network";
import type { Network } from "./network";

/** An agent's tab. */
export interface Desk {
  readonly login: Login;
  readonly tab: Tab;
  readonly inbox: Inbox;
  readonly answers: AnswerDesk;
  /** Closes a conversation, if it is the agent's. */
  close(session: string): Promise<void>;
}

/** An inbound text, as the provider tells the gateway. */
export interface Text {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly secondsAgo: number;
  /** `Text` and its id, where nothing is said. */
  readonly body?: string;
}

/** What the gateway has written so far. */
export interface Post {
  readonly texts: Text[];
  /** How many answers agents have begun to write. */
  answers: number;
}

/** What an agent can do with a notification. */
export type Act = "accept" | "dismiss" | "block" | "view" | "assign";

/** A Dismiss: of so many messages, the newest of then. */
interface Pressed {
  readonly login: Login;
  readonly session: string;
  readonly count: number;
  readonly upTo: number;
}

/** The office at work. */
export interface Office extends Mail {
  readonly desks: readonly Desk[];
  readonly world: BrowserWorld;
  readonly network: Network;
  /** Whose conversation an agent was shown, each time they pressed Assign to Me: owners' ids, by login and session. */
  readonly askedAbout: ReadonlyMap<string, ReadonlySet<string>>;
  /** What came back, if only for a moment, to a screen that it had left because its agent dismissed it, with nothing newer: right after an undo or a failure alone. */
  readonly flickers: readonly string[];
  /** What went wrong with a conversation that opened: who was told that it is theirs had not won it. */
  readonly complaints: readonly string[];
  readonly written: Written;
  /** The gateway writes a text, by the contract. */
  receive(text: Text): Promise<void>;
  /** Does it with one of the notifications that offer it, counted off by place, if there is one. */
  act(desk: Desk, action: Act, place: number): void;
  undo(desk: Desk): void;
  /** Moves both clocks: the browsers' and the server's. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

const SILENT = {
  ring: () => undefined,
  notify: () => undefined,
  askPermission: () => Promise.resolve(false),
  permission: (): Permission => "none",
};

/**
 * Opens an office on an empty server.
 * @param logins one for every tab
 * @param latency how long the next way between browser and server takes (ms)
 * @param cutsMarking see createNetwork
 */
export function openOffice(dataverse: TestDataverse, logins: readonly Login[], latency: () => number, cutsMarking: boolean): Office {
  const world = createWorld((ms) => (dataverse.now += ms));
  const network = createNetwork(dataverse, () => new Promise((resolve) => world.after(latency(), resolve)), cutsMarking);
  const complaints: string[] = [];
  const pressed: Pressed[] = [];
  const flickers: string[] = [];
  const askedAbout = new Map<string, Set<string>>();
  /** The unread messages behind what a tab shows: the session objects are handed on as they are. */
  const messagesOf = new WeakMap<InboxSession, ReadonlySet<string>>();
  /** What a tab last did with a session. */
  const acts = new Map<string, Act>();
  /** A form's script has a channel of its own, so that the control in its own window hears it too. */
  const scripts = new Map(logins.map((login) => [login, world.tab(login)]));
  const connection: Connection = { root: "/api/data/v9.2/", token: "", fetch: dataverse.fetchAs("gateway") as typeof fetch };

  function open(login: Login, at: number): Desk {
    const tab = world.tab(login);
    const { fetch, seen } = network.wayOf(login);
    const client = createClient(fetch);
    const gateway = createGateway(client, dataverse.idOf(login), tab.now);
    const inbox = createInbox({
      createActions: (tools) =>
        createActions(tools, { agent: createAgentGateway(client, dataverse.idOf(login), tab.now), panel: createPanelGateway(client) }),
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
        checkOpening(login, at, id);
        // The thread opens only for its owner's eyes: it marks the messages read, then tells the user's tabs, this one too.
        return markAllRead(client, id, dataverse.idOf(login)).then(
          () => {
            scripts.get(login)?.channel.post({ type: "read", sessionId: id });
            return true;
          },
          () => true,
        );
      },
    });
    const gone = new Set<Pressed>();
    inbox.subscribe(() => watchDismissed(login, inbox, gone));
    const { readSession } = createActionGateway(client, dataverse.idOf(login), tab.now);
    return {
      login,
      tab,
      inbox,
      answers: createAnswerDesk(dataverse, login, tab, fetch, written),
      close: (session) =>
        close({ readSession, closeSession: (id, read) => closeSession(client, id, read) }, session, dataverse.idOf(login)).then(
          () => scripts.get(login)?.channel.post({ type: "read", sessionId: session }),
          (error: unknown) => void asFailure(error),
        ),
    };
  }

  /** Looks at every change of a screen. */
  function watchDismissed(login: Login, inbox: Inbox, gone: Set<Pressed>): void {
    const { notifications } = inbox.getSnapshot();
    for (const press of pressed.filter((one) => one.login === login)) {
      const shown = notifications.find(({ session, actions }) => session.id === press.session && actions.includes("dismiss"));
      if (!shown) gone.add(press);
      else if (gone.has(press) && shown.session.unread <= press.count && shown.session.newestUnreadAt <= press.upTo)
        flickers.push(`${login} ${press.session}`);
    }
  }

  /** Whom the product tells "it is yours" must have won it. Somebody else may have it by now, by the rule: a text can have waited long when it arrives. */
  function checkOpening(login: Login, at: number, id: string): void {
    const act = acts.get(`${at} ${id}`);
    if ((act === "accept" || act === "assign") && !network.takeovers.some(({ session, by }) => session === id && by === login)) {
      complaints.push(`${login} was told that ${id} is theirs (${act}), and never won it`);
    }
  }

  const written: Written = { pressed: new Set(), again: new Map(), anew: new Set() };
  const desks = logins.map(open);
  const mail = openMail({ dataverse, world, latency, written, complain: (...wrong) => complaints.push(...wrong) });
  return {
    ...mail,
    written,
    desks,
    world,
    network,
    complaints,
    flickers,
    askedAbout,
    async receive({ id, from, to, secondsAgo, body = `Text ${id}` }) {
      await deliver(connection, { id, from, to, body, receivedAt: new Date(dataverse.now - secondsAgo * 1000) });
    },
    act(desk, action, place) {
      const offering = desk.inbox
        .getSnapshot()
        .notifications.filter(({ actions, pending }) => actions.includes(action) && pending === null);
      const session = offering[place % Math.max(offering.length, 1)]?.session;
      if (!session) return;
      if (action === "dismiss") {
        const upTo = new Date(session.newestUnreadAt).toISOString().replace(".000Z", "Z");
        const mark = { msgn_dismissedupto: upTo, msgn_dismissedcount: session.unread };
        pressed.push({ login: desk.login, session: session.id, count: session.unread, upTo: session.newestUnreadAt });
        network.expectDismissal(desk.login, session.id, mark, messagesOf.get(session) ?? new Set());
      }
      if (action === "assign") {
        const key = `${desk.login} ${session.id}`;
        askedAbout.set(key, (askedAbout.get(key) ?? new Set()).add(session.owner.id));
      }
      acts.set(`${desks.indexOf(desk)} ${session.id}`, action);
      void desk.inbox.perform(action, session.id);
    },
    undo(desk) {
      const notice = desk.inbox.getSnapshot().notices.find(({ canUndo }) => canUndo);
      if (notice) void desk.inbox.undo(notice.id);
    },
    pass: (ms) => world.advance(ms),
    async close() {
      for (const { inbox, answers } of desks) {
        inbox.destroy();
        answers.close();
      }
      mail.postRoom.close();
      await world.advance(60_000);
    },
  };
}
