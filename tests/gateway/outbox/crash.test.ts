/** The gateway dies at the worst moment, or its connections do. A text is never sent twice, and never lost in silence. */
import { createOutbox } from "../../../gateway/outbox";
import type { Connection } from "../../../gateway/contract";
import { setOutboxScene, STATUS } from "./outboxScene";

const scene = setOutboxScene();

/** A connection that dies at its n-th request: that one and all later ones never answer. `after`: Dataverse does the n-th one's work all the same. */
function dyingAt(count: number, after: boolean): { readonly connection: Connection; readonly died: Promise<void> } {
  let asked = 0;
  let die = (): void => undefined;
  const died = new Promise<void>((resolve) => (die = resolve));
  const connection: Connection = {
    ...scene.sandbox.connect("gateway"),
    async fetch(input, init) {
      asked++;
      if (asked < count) return fetch(input, init);
      if (asked === count && after) await fetch(input, init);
      die();
      return new Promise<never>(() => undefined);
    },
  };
  return { connection, died };
}

/** Who comes after a crash waits a second before taking a message for forgotten. */
const quick = { timing: { reconcileAfterMs: 1_000, lookAgainMs: 200 } };

// The requests for one message: 1 who am I, 2 look, 3 claim, 4 read what was claimed, 5 write Sent.
describe.each([
  ["before the claim", 3, false, ["Sent"], 1],
  ["after the claim", 3, true, ["Unconfirmed"], 0],
  ["before it is handed over", 4, true, ["Unconfirmed"], 0],
  ["after it was handed over, before that is written down", 5, false, ["Sent"], 1],
  ["after that is written down", 5, true, ["Sent"], 1],
] as const)("a gateway that dies %s", (_, request, after, states, sent) => {
  it(`leaves a message that the next one finds: ${states.join()}, handed over ${sent} time(s)`, async () => {
    const { id: session } = await scene.accepted();
    const id = await scene.write(session, "once");
    const { connection, died } = dyingAt(request, after);
    const first = createOutbox({ connection, provider: scene.provider, perSecond: Infinity });
    first.start();
    await died;
    await first.stop(0);
    scene.outbox(quick);
    await scene.until(id, ...states);
    const later = await scene.write(session, "the next one");
    await scene.until(later, "Sent");
    expect(scene.provider.taken.filter((text) => text.id === id)).toHaveLength(sent);
  });
});

it("a gateway that dies while the provider has the text finds it there", async () => {
  const { id: session } = await scene.accepted();
  const id = await scene.write(session, "handed over");
  scene.provider.next("hangs");
  const first = scene.outbox();
  while (scene.provider.taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await first.stop(0);
  scene.outbox(quick);
  expect(await scene.until(id, "Sent")).toMatchObject({
    msgn_providermessageid: scene.provider.taken[0]?.providerId,
    msgn_deliveryerror: null,
  });
  expect(scene.provider.taken).toHaveLength(1);
});

it("two texts of the same words are not taken for each other", async () => {
  const { id: session } = await scene.accepted();
  const outbox = scene.outbox();
  const first = await scene.write(session, "Yes.");
  await scene.until(first, "Sent");
  scene.provider.next("hangsBefore");
  const second = await scene.write(session, "Yes.");
  await scene.until(second, "Sending");
  await outbox.stop(0);
  scene.outbox(quick);
  await scene.until(second, "Unconfirmed");
  expect(scene.provider.taken).toHaveLength(1);
});

describe("a provider that does not answer", () => {
  it("is asked whether it has the text", async () => {
    const { id: session } = await scene.accepted();
    scene.provider.next("takesSilently");
    const id = await scene.write(session, "silently");
    scene.outbox(quick);
    await scene.until(id, "Sent");
    expect(scene.provider.taken).toHaveLength(1);
  });

  it("and does not show it leaves it Unconfirmed; a report, or an agent who asks again, settles it", async () => {
    const { id: session } = await scene.accepted();
    scene.provider.next("losesSilently", "losesSilently");
    const id = await scene.write(session, "lost?");
    const other = await scene.write(session, "and this?");
    const outbox = scene.outbox(quick);
    await scene.until(id, "Unconfirmed");
    await scene.until(other, "Unconfirmed");
    expect(await outbox.report({ messageId: id, providerId: "SM-late", state: "delivered" })).toBe("written");
    await scene.until(id, "Delivered");
    scene.provider.onFind = () => [{ providerId: "SM-found", state: "sent" }];
    await scene.change("ana", `msgn_messages(${other})`, { msgn_deliverystatus: STATUS.Sending, msgn_sendingsince: null });
    expect(await scene.until(other, "Sent")).toMatchObject({ msgn_providermessageid: "SM-found" });
    expect(scene.provider.taken).toEqual([]);
  });

  it("and shows several that might be it leaves the choice to a person", async () => {
    const { id: session } = await scene.accepted();
    scene.provider.next("losesSilently");
    scene.provider.onFind = () => ["SM-a", "SM-b"].map((providerId) => ({ providerId, state: "sent" as const }));
    const id = await scene.write(session, "which?");
    scene.outbox(quick);
    await scene.until(id, "Unconfirmed");
  });

  it("is asked again where it cannot be asked now, and no agent waits", async () => {
    const { id: session } = await scene.accepted();
    scene.provider.next("takesSilently");
    let times = 0;
    scene.provider.onFind = () => {
      if (++times < 3) throw new Error("503");
      return scene.provider.taken.map(({ providerId }) => ({ providerId, state: "sent" as const }));
    };
    const id = await scene.write(session, "asked again");
    scene.outbox(quick);
    await scene.until(id, "Sent");
    expect(times).toBe(3);
  });
});

describe("Dataverse in trouble", () => {
  it.each([
    ["loses the answer to a claim", { method: "PATCH", path: "msgn_messages", status: 0, after: true }],
    ["is busy", { method: "PATCH", path: "msgn_messages", status: 429, retryAfterSeconds: 1 }],
    ["loses every second answer", { path: "msgn_messages", status: 0, after: true, times: 3 }],
    ["is down for a moment", { path: "", status: 503, times: 4 }],
  ])("that %s: the text is sent, once", async (_, fault) => {
    const { id: session } = await scene.accepted();
    const id = await scene.write(session, "once");
    await scene.fault({ ...fault, user: "gateway" });
    scene.outbox();
    await scene.until(id, "Sent");
    expect(scene.provider.taken).toHaveLength(1);
  });

  it("that is away when the provider has just taken the text: it is written down when Dataverse is back", async () => {
    const { id: session } = await scene.accepted();
    const id = await scene.write(session, "once");
    scene.provider.onSend = () => scene.fault({ path: "", status: 503, user: "gateway", times: 8 }).then(() => undefined);
    scene.outbox();
    await scene.until(id, "Sent");
    expect(scene.provider.taken).toHaveLength(1);
  });
});

describe("a provider that is busy", () => {
  it("gets the same text again after the time that it asked for, in the order of the conversation", async () => {
    const { id: session } = await scene.accepted();
    scene.provider.next({ kind: "busy", reason: "429", retryAfterMs: 1500 });
    const started = Date.now();
    await scene.write(session, "first");
    const second = await scene.write(session, "second");
    scene.outbox();
    await scene.until(second, "Sent");
    expect(Date.now() - started).toBeGreaterThanOrEqual(1500);
    expect(scene.provider.taken.map(({ body }) => body)).toEqual(["first", "second"]);
  });
});

it("ends gracefully: what is at the provider is written down, what waits stays Queued", async () => {
  const { id: session } = await scene.accepted();
  const outbox = scene.outbox();
  scene.provider.onSend = () => new Promise((resolve) => setTimeout(resolve, 500));
  const first = await scene.write(session, "under way");
  const second = await scene.write(session, "waits");
  await scene.until(first, "Sending");
  await outbox.stop(5_000);
  expect((await scene.message(first))["msgn_deliverystatus"]).toBe(STATUS.Sent);
  expect((await scene.message(second))["msgn_deliverystatus"]).toBe(STATUS.Queued);
});
