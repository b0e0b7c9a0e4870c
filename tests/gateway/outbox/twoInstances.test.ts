/** Two instances of the gateway that send for one business number. */
import type { Connection } from "../../../gateway/contract";
import { ask } from "../../../sandbox/tests/http/ask";
import { setOutboxScene, STATUS } from "./outboxScene";

const scene = setOutboxScene();
const HOLD_MS = 1_500;

/** Three texts in each of some conversations. @returns their row ids */
async function writeTexts(conversations: number): Promise<readonly string[]> {
  const sessions = await Promise.all(Array.from({ length: conversations }, () => scene.accepted()));
  const ids: string[] = [];
  for (const { id } of sessions) for (const text of ["one", "two", "three"]) ids.push(await scene.write(id, text));
  return ids;
}

it("both keep still for as long as the provider asks, whichever of them it has told, and then send everything once", async () => {
  const ids = await writeTexts(4);
  const askedAt: number[] = [];
  let busyUntil = 0;
  scene.provider.onSend = () => {
    const now = performance.now();
    askedAt.push(now);
    if (askedAt.length === 3) busyUntil = now + HOLD_MS;
    if (now < busyUntil) scene.provider.next({ kind: "busy", reason: "429", retryAfterMs: busyUntil - now });
  };
  // One text at a time, so that each instance hears of it once.
  for (let instance = 0; instance < 2; instance++) scene.outbox({ parallel: 1 });
  for (const id of ids) await scene.until(id, "Sent");
  const began = busyUntil - HOLD_MS;
  expect(askedAt.filter((at) => at >= began && at < busyUntil).length).toBeLessThanOrEqual(2);
  expect(scene.provider.taken.map(({ id }) => id).sort()).toEqual([...ids].sort());
}, 30_000);

it("an instance that comes too late for a text leaves it after one request: only who has claimed it reads it again", async () => {
  const ids = await writeTexts(4);
  scene.sandbox.forgetRequests();
  for (let instance = 0; instance < 2; instance++) scene.outbox();
  for (const id of ids) await scene.until(id, "Sent");
  const requests = (await ask(scene.sandbox.port, "/sandbox/requests?user=gateway")).json() as readonly { method: string; url: string }[];
  const reads = requests.filter(
    ({ method, url }) => method === "GET" && decodeURIComponent(url).includes('attribute="msgn_messageid" operator="eq"'),
  );
  expect(reads).toHaveLength(ids.length);
}, 30_000);

it("an instance that comes too late for a text sends the next one at once, as if it had not had that turn", async () => {
  const [late, next] = [await scene.write((await scene.accepted()).id, "one"), await scene.write((await scene.accepted()).id, "two")];
  // The other instance sends the first text between this one's look and its claim.
  const connection = scene.sandbox.connect("gateway");
  let isSent = false;
  const slow: Connection = {
    ...connection,
    fetch: async (...request) => {
      if (!isSent && request[1]?.method === "PATCH") {
        isSent = true;
        await scene.change("root", `msgn_messages(${late})`, { msgn_deliverystatus: STATUS.Sent });
      }
      return fetch(...request);
    },
  };
  // One text a minute, and the test waits for some seconds.
  scene.outbox({ connection: slow, perSecond: 1 / 60 });
  await scene.until(next, "Sent");
  expect(scene.provider.taken.map(({ id }) => id)).toEqual([next]);
}, 30_000);

it("each count the texts of a number for themselves: together they send as often as both may", async () => {
  const ids = await writeTexts(4);
  const sentAt: number[] = [];
  scene.provider.onSend = () => void sentAt.push(performance.now());
  for (let instance = 0; instance < 2; instance++) scene.outbox({ perSecond: 4 });
  for (const id of ids) await scene.until(id, "Sent");
  // Twelve texts: the first two at once, the ten others at eight a second, as soon as they can.
  const tookMs = (sentAt.at(-1) ?? 0) - (sentAt[0] ?? 0);
  expect(tookMs).toBeGreaterThan(1_000);
}, 30_000);
