/** Thousands of answers through two gateways, while everything is in trouble: none is lost, none is sent twice, each conversation's keep their order. */
import { randomUUID } from "node:crypto";
import { writeReport } from "../../../gateway/outbox";
import type { SendOutcome } from "../../../gateway/provider";
import { ask, askWebApi, rows } from "../../../sandbox/tests/http/ask";
import { howMany } from "../../effort";
import { setOutboxScene, STATUS } from "./outboxScene";
import type { Doing } from "./testProvider";

const scene = setOutboxScene();
/** How many answers: 10,000 in long runs. */
const total = Number(process.env["GATEWAY_MESSAGES"] ?? howMany(10_000, 400));
const conversations = Math.max(20, Math.round(total / 40));

/** Mulberry32: the same in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const random = randomNumbers(20_261_127);
const busy: SendOutcome = { kind: "busy", reason: "429", retryAfterMs: 50 };

/** What the provider does with a text: one in ten is trouble. */
function doing(): Doing {
  if (random(10) > 0) return "accepts";
  return random(3) > 0 ? busy : "takesSilently";
}

const troubles = [
  { status: 429, retryAfterSeconds: 0 },
  { status: 503 },
  { status: 0 },
  { status: 0, after: true },
  { status: 500, after: true },
] as const;

/** Every kind of trouble at every place, in turn. */
async function causeTrouble(turn: number): Promise<void> {
  const body = {
    ...troubles[turn % troubles.length],
    method: turn % 2 === 0 ? "PATCH" : "GET",
    path: "msgn_messages",
    user: "gateway",
    times: 1 + random(3),
  };
  await ask(scene.sandbox.port, "/sandbox/faults", { method: "POST", body });
}

async function inParallel<Item>(items: readonly Item[], width: number, work: (item: Item, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) await work(items[index] as Item, index);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

async function everyOutbound(): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (let next: string | undefined = "msgn_messages?$filter=msgn_direction eq 864500001"; next !== undefined;) {
    const page = (await askWebApi(scene.sandbox.port, "root", next)).json() as {
      value: Record<string, unknown>[];
      "@odata.nextLink"?: string;
    };
    found.push(...page.value);
    next = page["@odata.nextLink"]?.split("/api/data/v9.2/")[1];
  }
  return found;
}

it(`sends ${total} answers of ${conversations} conversations by two gateways, once each, in order`, async () => {
  const sessions = await Promise.all(Array.from({ length: conversations }, () => scene.accepted()));
  /** By conversation, in the order in which they were written. */
  const written = new Map<string, string[]>(sessions.map(({ id }) => [id, []]));
  scene.provider.onSend = () => {
    scene.provider.next(doing());
  };
  const timing = { lookAgainMs: 100, reconcileAfterMs: 60_000, handOverWithinMs: 20_000 };
  for (let instance = 0; instance < 2; instance++) scene.outbox({ timing, parallel: 8 });

  // One conversation's texts are written one after the other; a tenth of the requests is sent twice, as after a lost answer.
  await inParallel(sessions, 8, async ({ id: session }, place) => {
    for (let index = 0; index < total / conversations; index++) {
      if (random(40) === 0) await causeTrouble(place + index);
      const id = randomUUID();
      const body = {
        msgn_name: "an answer",
        msgn_body: `${place}/${index}`,
        msgn_direction: 864500001,
        msgn_deliverystatus: STATUS.Queued,
      };
      const row = { ...body, msgn_receivedon: new Date().toISOString(), "msgn_sessionid@odata.bind": `/msgn_sessions(${session})` };
      const headers = { "If-None-Match": "*" };
      for (let time = random(10) === 0 ? 0 : 1; time < 2; time++) {
        const { status } = await askWebApi(scene.sandbox.port, "ana", `msgn_messages(${id})`, { method: "PATCH", headers, body: row });
        if (status !== 204 && status !== 412) throw new Error(String(status));
      }
      written.get(session)?.push(id);
    }
  });

  const ids = [...written.values()].flat();
  const waiting = `msgn_messages?$select=msgn_messageid&$filter=msgn_deliverystatus eq ${STATUS.Queued} or msgn_deliverystatus eq ${STATUS.Sending}&$top=1`;
  while ((await rows(scene.sandbox.port, "root", waiting)).length > 0) await new Promise((resolve) => setTimeout(resolve, 500));
  expect((await everyOutbound()).filter((row) => row["msgn_deliverystatus"] !== STATUS.Sent)).toEqual([]);

  const taken = scene.provider.taken.map(({ id }) => id);
  expect(new Set(taken).size).toBe(taken.length);
  expect([...taken].sort()).toEqual([...ids].sort());
  const place = new Map(taken.map((id, index) => [id, index]));
  for (const own of written.values()) {
    const order = own.map((id) => place.get(id) ?? -1);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  }

  // Each is reported, a tenth twice, in any order.
  await ask(scene.sandbox.port, "/sandbox/faults", { method: "DELETE" });
  const reports = scene.provider.taken.flatMap((text) => (random(10) === 0 ? [text, text] : [text])).sort(() => random(3) - 1);
  await inParallel(reports, 8, async ({ id, claimedAt, providerId }) => {
    await writeReport(scene.sandbox.connect("gateway"), { messageId: id, claimedAt, providerId, state: "delivered" }, () => undefined);
  });
  const all = await everyOutbound();
  expect(all.filter((row) => row["msgn_deliverystatus"] !== STATUS.Delivered)).toEqual([]);
  const idsAtProvider = new Map(scene.provider.taken.map(({ id, providerId }) => [id, providerId]));
  expect(all.filter((row) => row["msgn_providermessageid"] !== idsAtProvider.get(String(row["msgn_messageid"])))).toEqual([]);
}, 900_000);
