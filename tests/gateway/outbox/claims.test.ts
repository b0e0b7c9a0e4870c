/** A claim against the sandbox's Dataverse. */
import { createClaims } from "../../../gateway/outbox/claims";
import { readOutboundMessage } from "../../../gateway/outbox/outboundMessage";
import type { OutboxTools } from "../../../gateway/outbox/outboxTools";
import { setOutboxScene } from "./outboxScene";

const scene = setOutboxScene();

async function setUp() {
  const connection = scene.sandbox.connect("gateway");
  const tools = {
    connection,
    serverNow: Date.now,
    monotonicNow: () => performance.now(),
    timing: { handOverWithinMs: 20_000 },
  } as OutboxTools;
  const { id: session } = await scene.accepted();
  const id = await scene.write(session, "Yes.");
  const queued = await readOutboundMessage(connection, id);
  if (!queued) throw new Error("The message is gone.");
  return { id, queued, claims: createClaims(tools), others: createClaims(tools) };
}

it("is nobody else's: the second one gets nothing", async () => {
  const { queued, claims, others } = await setUp();
  expect((await claims.take(queued))?.note).toMatch(/^claim:/);
  expect(await others.take(queued)).toBeUndefined();
});

it("is not given up where somebody has changed the message since: it was never handed over, and nobody else would send it", async () => {
  const { id, queued, claims } = await setUp();
  const claimed = await claims.take(queued);
  if (!claimed) throw new Error("It was not claimed.");
  claims.keep(claimed);
  await scene.change("root", `msgn_messages(${id})`, { msgn_name: "Changed by a flow" });
  const again = await claims.take(claimed);
  expect([again?.note, again?.status]).toEqual([claimed.note, claimed.status]);
});
