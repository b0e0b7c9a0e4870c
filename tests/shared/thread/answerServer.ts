/** A server behind the port of answering: rows with etags in memory, answers that a test can hold back, refuse or lose. */
import { RequestFailed } from "../../../shared/domain/failure";
import type { DeliveryState, ThreadMessage } from "../../../shared/domain/message";
import type { Template } from "../../../shared/domain/templateText";
import type { AnswerGateway, NewAnswer } from "../../../shared/thread/answerPorts";
import { createAnswers } from "../../../shared/thread/answers";
import { NOON } from "../sessions";
import { createWorld } from "../inbox/laboratory";
import type { BrowserWorld } from "../inbox/laboratory";
import type { ChannelMessage } from "../../../shared/inbox/ports";

export const SESSION = "50000000-0000-0000-0000-000000000001";

type Call = "queue" | "sendAgain" | "check" | "readTemplates";

/** A text that the server has. */
interface Kept {
  readonly text: string;
  readonly at: number;
  readonly delivery: DeliveryState;
  readonly error: string;
  readonly version: number;
}

/** The truth, and what happens to requests. */
export interface AnswerServer {
  readonly rows: Map<string, Kept>;
  readonly calls: Call[];
  templates: readonly Template[];
  /** Called before each request is carried out, and after: throw to refuse it (before) or to lose its answer (after). */
  before: (call: Call, answer?: NewAnswer) => Promise<void> | void;
  after: (call: Call) => Promise<void> | void;
  /** The gateway has found out something about a text. */
  deliver(id: string, delivery: DeliveryState, error?: string): void;
  /** The texts, as a thread lists them. */
  list(): readonly ThreadMessage[];
  readonly gateway: AnswerGateway;
}

export function createAnswerServer(): AnswerServer {
  let ids = 0;
  const ask = async (call: Call, carryOut: () => void, answer?: NewAnswer) => {
    server.calls.push(call);
    await server.before(call, answer);
    carryOut();
    await server.after(call);
  };
  const etagOf = ({ version }: Kept) => `W/"${version}"`;
  const put = (id: string, delivery: DeliveryState, error = "") => {
    const row = server.rows.get(id);
    if (!row) throw new RequestFailed("gone");
    server.rows.set(id, { ...row, delivery, error, version: row.version + 1 });
  };
  const change = (id: string, etag: string, delivery: DeliveryState) => {
    const row = server.rows.get(id);
    if (row && etagOf(row) !== etag) throw new RequestFailed("stale");
    put(id, delivery);
  };
  const server: AnswerServer = {
    rows: new Map(),
    calls: [],
    templates: [],
    before: () => undefined,
    after: () => undefined,
    deliver: put,
    list: () => [...server.rows].map(([id, row]) => messageOf(id, row, etagOf(row))),
    gateway: {
      newId: () => `0000000${++ids}-0000-4000-8000-000000000000`,
      idAfter: (id) => id.replace("-4000-", "-8000-"),
      serverNow: () => NOON,
      queue: (answer) =>
        ask(
          "queue",
          () => {
            const { id, text } = answer;
            if (!server.rows.has(id)) server.rows.set(id, { text, at: NOON, delivery: "queued", error: "", version: 1 });
          },
          answer,
        ),
      sendAgain: (id, etag) => ask("sendAgain", () => change(id, etag, "queued")),
      check: (id, etag) => ask("check", () => change(id, etag, "sending")),
      readTemplates: () => ask("readTemplates", () => undefined).then(() => server.templates),
    },
  };
  return server;
}

function messageOf(id: string, { text, at, delivery, error }: Kept, etag: string): ThreadMessage {
  return {
    id,
    etag,
    direction: "out",
    text,
    at,
    sequence: "1",
    media: "",
    isUnread: false,
    delivery,
    error,
    authorName: "Ana Ruiz",
    segments: 1,
  };
}

/** The answers in one tab of Ana's, and what it has told the others. */
export function openAnswers(server: AnswerServer, world: BrowserWorld) {
  const tab = world.tab();
  const told: ChannelMessage[] = [];
  const answers = createAnswers({
    sessionId: SESSION,
    gateway: server.gateway,
    browser: tab,
    channel: { post: (message) => void told.push(message) },
    authorName: "Ana Ruiz",
  });
  return {
    answers,
    tab,
    told,
    /** Writes it into the box and presses Send. */
    say(text: string) {
      answers.write(text);
      answers.send();
    },
    draft: () => answers.getSnapshot().draft,
    /** What became of what was sent, as the thread would say it. */
    pending: () => answers.getSnapshot().pending.map(({ text, delivery, error }) => [text, delivery, error].filter(Boolean).join(" ")),
    problem: () => answers.getSnapshot().problem,
    /** A text that the server has, as the list shows it now. */
    listed(text: string): ThreadMessage {
      const found = server.list().find((message) => message.text === text);
      if (!found) throw new Error(`The server has no text ${text}`);
      return found;
    },
    /** The thread has read the list. */
    read: () => answers.follow(server.list()),
  };
}

/** One tab, and the server behind it. */
export function setUpAnswers() {
  const world = createWorld();
  const server = createAnswerServer();
  const texts = () => [...server.rows.values()].map(({ text }) => text);
  return { world, server, texts, ...openAnswers(server, world) };
}
