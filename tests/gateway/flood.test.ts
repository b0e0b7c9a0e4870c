import type { Sandbox } from "../../sandbox";
import { ask, askWebApi } from "../../sandbox/tests/http/ask";
import { buildTimeout, startSandbox } from "../demo/server";
import { howMany } from "../effort";
import { post, startGateway, webhook } from "./gateway";
import type { RunningGateway } from "./gateway";

/** How many webhooks: 10,000 in long runs. */
const total = Number(process.env.GATEWAY_MESSAGES ?? howMany(10_000, 300));
const customers = Math.ceil(total / 40);
const businessNumbers = ["+15550999", "+15550998"];
/** Webhooks that are under way at the same time. */
const parallel = 24;

let sandbox: Sandbox;
let gateways: readonly RunningGateway[];
beforeAll(async () => {
  sandbox = await startSandbox();
  // Two instances, as behind a load balancer: they know nothing of each other.
  gateways = await Promise.all([1, 2].map(() => startGateway(sandbox, { patienceMs: 4000 })));
}, buildTimeout);
afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.close()));
  await sandbox.close();
});

/** Mulberry32: the same texts and the same order in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const random = randomNumbers(20_261_122);
const troubles = [
  { status: 429, retryAfterSeconds: 0 },
  // Longer than the gateway may wait: it is Twilio that has to send again.
  { status: 429, retryAfterSeconds: 30 },
  { status: 503 },
  { status: 0 },
  { status: 0, after: true },
  { status: 500, after: true },
] as const;
const places = ["$batch", "$batch", "msgn_contactnumbers", "msgn_messages"] as const;

/** Every kind of trouble at every place, in turn. */
async function causeTrouble(turn: number): Promise<void> {
  const path = places[Math.floor(turn / troubles.length) % places.length];
  const body = { ...troubles[turn % troubles.length], path, user: "gateway", times: 1 + random(2) };
  await ask(sandbox.port, "/sandbox/faults", { method: "POST", body });
}

/** As the provider: sends until it is acknowledged. @returns how often it had to send */
async function sendUntilTaken(form: URLSearchParams): Promise<number> {
  for (let time = 1; ; time++) {
    const { port = 0 } = gateways[random(gateways.length)] ?? {};
    const { status, text } = await post(port, form);
    if (status === 200) return time;
    if (status !== 503 || time === 20) throw new Error(`${status} ${text}`);
  }
}

async function everyRow(path: string): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const answer = await askWebApi(sandbox.port, "root", next);
    const page = answer.json() as { value: Record<string, unknown>[]; "@odata.nextLink"?: string };
    found.push(...page.value);
    next = page["@odata.nextLink"]?.split("/api/data/v9.2/")[1];
  }
  return found;
}

it(`loses nothing and writes nothing twice: ${total} texts, a tenth of them repeats, in any order, through a Dataverse in trouble`, async () => {
  const texts = Array.from({ length: total - Math.floor(total / 10) }, (_, index) =>
    webhook({
      MessageSid: `SM${index.toString(16).padStart(32, "0")}`,
      From: `+1555${String(100_000 + random(customers))}`,
      To: businessNumbers[random(2)] ?? "",
      Body: `Text ${index} 'with' & <signs> 100% ünïcode 👋`,
    }),
  );
  const queue = [...texts, ...Array.from({ length: Math.floor(total / 10) }, () => texts[random(texts.length)] ?? webhook())];
  for (let index = queue.length - 1; index > 0; index--) {
    const other = random(index + 1);
    [queue[index], queue[other]] = [queue[other] ?? webhook(), queue[index] ?? webhook()];
  }

  let sent = 0;
  let again = 0;
  const sender = async (): Promise<void> => {
    for (let form = queue.pop(); form; form = queue.pop()) {
      if (sent++ % 50 === 0) await causeTrouble(Math.floor(sent / 50));
      const times = await sendUntilTaken(form);
      again += times - 1;
    }
  };
  await Promise.all(Array.from({ length: parallel }, sender));

  expect(sent).toBe(total);
  expect(again).toBeGreaterThan(0);
  const messages = await everyRow(
    "msgn_messages?$select=msgn_providermessageid,msgn_body,msgn_readon&$expand=msgn_sessionid($select=msgn_name,msgn_businessnumber)",
  );
  const wanted = texts.map((form) => [form.get("MessageSid"), form.get("Body"), `${form.get("From")}, ${form.get("To")}`]);
  const kept = messages.map((row) => [
    row.msgn_providermessageid,
    row.msgn_body,
    (row.msgn_sessionid as Record<string, unknown>).msgn_name,
  ]);
  const sorted = (list: unknown[][]): string[] => list.map((item) => item.join("|")).sort();
  expect(sorted(kept)).toEqual(sorted(wanted));
  const distinct = (field: (form: URLSearchParams) => string): number => new Set(texts.map(field)).size;
  expect(await everyRow("msgn_contactnumbers?$select=msgn_phonenumber")).toHaveLength(distinct((form) => form.get("From") ?? ""));
  expect(await everyRow("msgn_sessions?$select=msgn_name")).toHaveLength(distinct((form) => `${form.get("From")} ${form.get("To")}`));
}, 900_000);
