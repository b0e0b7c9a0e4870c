/** A sandbox with agents' answers that wait, sent by the gateway, and the bare requests that sending takes, one after the other. */
import { randomUUID } from "node:crypto";
import { demoConfiguration } from "../../demo/demoConfiguration";
import { userId } from "../../demo/users";
import { deliver, webApiTime } from "../../gateway/contract";
import { createOutbox, DELIVERY_STATUS, OUTBOUND } from "../../gateway/outbox";
import { readOutboundMessage } from "../../gateway/outbox/outboundMessage";
import { writeMessage } from "../../gateway/outbox/writeMessage";
import { createSandbox } from "../../sandbox";
import type { Sandbox } from "../../sandbox";
import { ask, askWebApi } from "../../sandbox/tests/http/ask";
import { createTestProvider } from "../gateway/outbox/testProvider";
import { packedSolution } from "../packed";
import { inParallel } from "./inParallel";

/** Conversations that the answers belong to: more than are on their way at once, as one conversation's go one after the other. */
const CONVERSATIONS = 50;
/** Each gateway has so many answers on their way. */
const PARALLEL = 8;
const GATEWAYS = 2;

/** What can be measured. All times in milliseconds. */
export interface AnswersOut {
  /** So many answers are written, and then sent by two gateways at once; until the last one is Sent. */
  readonly byGateways: (count: number) => Promise<{ readonly ms: number; readonly requests: number }>;
  /** For so many answers the same three requests (claim, read, Sent), as many at a time. */
  readonly byBareRequests: (count: number) => Promise<{ readonly ms: number; readonly requests: number }>;
  close(): Promise<void>;
}

/** Starts the sandbox, in memory, in this process. */
export async function openAnswersOut(): Promise<AnswersOut> {
  const sandbox = await createSandbox({ solution: await packedSolution(), configuration: demoConfiguration() });
  await ask(sandbox.port, "/sandbox/provider", { method: "POST", body: { gateway: "rests" } });
  const sessions: string[] = [];
  for (let index = 0; index < CONVERSATIONS; index++) sessions.push(await acceptedSession(sandbox, index));
  const connection = sandbox.connect("gateway");

  async function writeAnswers(count: number): Promise<readonly string[]> {
    const ids = Array.from({ length: count }, () => randomUUID());
    await inParallel(ids, PARALLEL, async (id, index) => {
      await change(sandbox, "ana", `msgn_messages(${id})`, {
        ...{ msgn_name: "An answer", msgn_body: `Answer ${id}`, msgn_direction: OUTBOUND, msgn_deliverystatus: DELIVERY_STATUS.queued },
        msgn_receivedon: new Date().toISOString(),
        "msgn_sessionid@odata.bind": `/msgn_sessions(${sessions[index % CONVERSATIONS] ?? ""})`,
      });
    });
    sandbox.forgetRequests();
    return ids;
  }

  const requests = async (): Promise<number> =>
    ((await ask(sandbox.port, "/sandbox/requests?user=gateway")).json() as readonly unknown[]).length;

  return {
    async byGateways(count) {
      await writeAnswers(count);
      const provider = createTestProvider();
      let sent = 0;
      let allSent: () => void = () => undefined;
      const isDone = new Promise<void>((resolve) => (allSent = resolve));
      const log = (line: string): void => {
        if (line.endsWith(": sent") && (sent += 1) === count) allSent();
      };
      const startedAt = performance.now();
      const outboxes = Array.from({ length: GATEWAYS }, () =>
        createOutbox({ connection, provider, log, perSecond: Infinity, parallel: PARALLEL }),
      );
      outboxes.forEach((outbox) => outbox.start());
      await isDone;
      const ms = performance.now() - startedAt;
      await Promise.all(outboxes.map((outbox) => outbox.stop()));
      if (new Set(provider.taken.map(({ id }) => id)).size !== count) throw new Error("Not every answer was handed over.");
      return { ms, requests: await requests() };
    },
    async byBareRequests(count) {
      const ids = await writeAnswers(count);
      const queued = await Promise.all(ids.map((id) => readOutboundMessage(connection, id)));
      sandbox.forgetRequests();
      const startedAt = performance.now();
      await inParallel(queued, PARALLEL * GATEWAYS, async (message) => {
        if (!message) throw new Error("A message is gone.");
        const claim = {
          msgn_deliverystatus: DELIVERY_STATUS.sending,
          msgn_sendingsince: webApiTime(new Date()),
          msgn_deliveryerror: "claim",
        };
        await writeMessage(connection, message, claim);
        const claimed = await readOutboundMessage(connection, message.id);
        const result = { msgn_deliverystatus: DELIVERY_STATUS.sent, msgn_providermessageid: `SM${message.id}`, msgn_sendingsince: null };
        const outcome = claimed && (await writeMessage(connection, claimed, result));
        if (outcome !== "written") throw new Error("A message was changed by somebody else.");
      });
      return { ms: performance.now() - startedAt, requests: await requests() };
    },
    close: () => sandbox.close(),
  };
}

async function acceptedSession(sandbox: Sandbox, index: number): Promise<string> {
  const from = `+1555${String(2_000_000 + index)}`;
  const { sessionId } = await deliver(sandbox.connect("gateway"), { id: `in-${index}`, from, to: "+15550999", body: "Hi" });
  await change(sandbox, "root", `msgn_sessions(${sessionId})`, { "ownerid@odata.bind": `/systemusers(${userId("ana")})` });
  return sessionId;
}

async function change(sandbox: Sandbox, user: string, path: string, body: object): Promise<void> {
  const answer = await askWebApi(sandbox.port, user, path, { method: "PATCH", body });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
}
