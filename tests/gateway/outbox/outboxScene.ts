/** A sandbox with a conversation, agents who answer in it, and outboxes that send. */
import { randomUUID } from "node:crypto";
import { deliver } from "../../../gateway/contract";
import { createOutbox } from "../../../gateway/outbox";
import type { Outbox, OutboxOptions } from "../../../gateway/outbox";
import { userId } from "../../../demo/users";
import type { Sandbox } from "../../../sandbox";
import { ask, askWebApi, rows } from "../../../sandbox/tests/http/ask";
import { buildTimeout, startSandbox } from "../../demo/server";
import { createTestProvider } from "./testProvider";
import type { TestProvider } from "./testProvider";

/** The business number of all tests. */
export const businessNumber = "+15550999";

export const STATUS = {
  Queued: 864500000,
  Sending: 864500001,
  Sent: 864500002,
  Delivered: 864500003,
  Failed: 864500004,
  Unconfirmed: 864500005,
};

/** A session that an agent has accepted. */
export interface Accepted {
  readonly id: string;
  readonly contactNumberId: string;
  readonly number: string;
}

/** What the tests of a file share. */
export interface OutboxScene {
  readonly sandbox: Sandbox;
  /** A new one for each test. */
  readonly provider: TestProvider;
  /** The lines of all outboxes of the test. */
  readonly log: string[];
  /** An outbox that has begun; it is stopped when the test ends. */
  outbox(options?: Partial<OutboxOptions>): Outbox;
  /** Makes the sandbox's next answers fail, until the test ends. */
  fault(body: object): Promise<unknown>;
  /** A customer has written, and the agent has accepted. */
  accepted(agent?: string): Promise<Accepted>;
  /** The agent writes an answer, as the conversation's box does. @returns its row id */
  write(session: string, body: string, changes?: Readonly<Record<string, unknown>>, agent?: string): Promise<string>;
  /** Changes a row. Fails the test where that is refused. */
  change(user: string, path: string, body: Readonly<Record<string, unknown>>): Promise<void>;
  message(id: string): Promise<Readonly<Record<string, unknown>>>;
  /** Waits until the message has one of these states. Fails the test after some seconds. */
  until(id: string, ...states: readonly (keyof typeof STATUS)[]): Promise<Readonly<Record<string, unknown>>>;
}

let numbers = 0;

/** Starts the sandbox for the tests beside the call. */
export function setOutboxScene(): OutboxScene {
  const outboxes: Outbox[] = [];
  const scene = {
    log: [] as string[],
    fault: (body: object) => ask(scene.sandbox.port, "/sandbox/faults", { method: "POST", body }),
    outbox(options: Partial<OutboxOptions> = {}) {
      const outbox = createOutbox({
        connection: scene.sandbox.connect("gateway"),
        provider: scene.provider,
        log: (line) => void scene.log.push(line),
        ...{ pollMs: 300, perSecond: Infinity },
        ...options,
      });
      outboxes.push(outbox);
      outbox.start();
      return outbox;
    },
    async accepted(agent = "ana") {
      const number = `+1555${String(1_000_000 + numbers++)}`;
      const sms = { id: `in-${number}`, from: number, to: businessNumber, body: "Hi" };
      const { sessionId, contactNumberId } = await deliver(scene.sandbox.connect("gateway"), sms);
      await scene.change("root", `msgn_sessions(${sessionId})`, { "ownerid@odata.bind": `/systemusers(${userId(agent)})` });
      return { id: sessionId, contactNumberId, number };
    },
    async write(session: string, body: string, changes: Readonly<Record<string, unknown>> = {}, agent = "ana") {
      const id = randomUUID();
      await scene.change(agent, `msgn_messages(${id})`, {
        ...{ msgn_name: body.slice(0, 50) || "empty", msgn_body: body, msgn_direction: 864500001, msgn_deliverystatus: STATUS.Queued },
        msgn_receivedon: new Date().toISOString(),
        "msgn_sessionid@odata.bind": `/msgn_sessions(${session})`,
        ...changes,
      });
      return id;
    },
    async change(user: string, path: string, body: Readonly<Record<string, unknown>>) {
      const answer = await askWebApi(scene.sandbox.port, user, path, { method: "PATCH", body });
      if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    },
    async message(id: string) {
      const [row] = await rows(scene.sandbox.port, "root", `msgn_messages?$filter=msgn_messageid eq ${id}`);
      if (!row) throw new Error(`There is no message ${id}.`);
      return row;
    },
    async until(id: string, ...states: readonly (keyof typeof STATUS)[]) {
      const wanted = states.map((state) => STATUS[state]);
      for (const deadline = Date.now() + 15_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
        const row = await scene.message(id);
        if (wanted.includes(row["msgn_deliverystatus"] as number)) return row;
        if (Date.now() > deadline)
          throw new Error(`It is ${String(row["msgn_deliverystatus"])}, not ${states.join(" or ")}.\n${scene.log.join("\n")}`);
      }
    },
  } as { -readonly [Part in keyof OutboxScene]: OutboxScene[Part] };
  beforeAll(async () => {
    scene.sandbox = await startSandbox();
    // The sandbox has a gateway of its own.
    await ask(scene.sandbox.port, "/sandbox/provider", { method: "POST", body: { gateway: "rests" } });
  }, buildTimeout);
  beforeEach(() => {
    scene.provider = createTestProvider();
    scene.log.length = 0;
  });
  afterEach(async () => {
    await Promise.all(outboxes.splice(0).map((outbox) => outbox.stop(0)));
    await ask(scene.sandbox.port, "/sandbox/faults", { method: "DELETE" });
    // What a test has left is not for the next one's outbox.
    for (const row of await rows(scene.sandbox.port, "root", "msgn_messages?$filter=msgn_direction eq 864500001")) {
      await askWebApi(scene.sandbox.port, "root", `msgn_messages(${String(row["msgn_messageid"])})`, { method: "DELETE" });
    }
  });
  afterAll(() => scene.sandbox.close());
  return scene;
}
