import { writeReport } from "../../../gateway/outbox";
import { setOutboxScene, STATUS } from "./outboxScene";

const scene = setOutboxScene();

/** A message that was sent, and its provider's id. */
async function sent(outbox = scene.outbox()) {
  const { id: session } = await scene.accepted();
  const id = await scene.write(session, "reported");
  const row = await scene.until(id, "Sent");
  return { id, providerId: String(row["msgn_providermessageid"]), outbox };
}

describe("a report of the provider", () => {
  it("makes a message delivered, by the provider's id alone, and says nothing new when it comes again", async () => {
    const { id, providerId, outbox } = await sent();
    expect(await outbox.report({ providerId, state: "delivered" })).toBe("written");
    expect((await scene.message(id))["msgn_deliverystatus"]).toBe(STATUS.Delivered);
    expect(await outbox.report({ providerId, state: "delivered" })).toBe("unchanged");
  });

  it("makes it failed, with the reason", async () => {
    const { id, providerId, outbox } = await sent();
    await outbox.report({ providerId, state: "failed", error: "30003: Unreachable destination handset" });
    expect(await scene.message(id)).toMatchObject({
      msgn_deliverystatus: STATUS.Failed,
      msgn_deliveryerror: "30003: Unreachable destination handset",
    });
  });

  it("that comes late does not undo a later one", async () => {
    const { id, providerId, outbox } = await sent();
    await outbox.report({ providerId, state: "delivered" });
    expect(await outbox.report({ providerId, state: "sent" })).toBe("unchanged");
    expect(await outbox.report({ providerId, state: "failed", error: "late" })).toBe("unchanged");
    expect((await scene.message(id))["msgn_deliverystatus"]).toBe(STATUS.Delivered);
  });

  it("that is faster than the gateway's own writing is not undone by it", async () => {
    const { id: session } = await scene.accepted();
    const outbox = scene.outbox();
    scene.provider.onSend = async ({ id, claimedAt }) => {
      expect(await outbox.report({ messageId: id, claimedAt, providerId: "SM-fast", state: "delivered" })).toBe("written");
      scene.provider.next({ kind: "accepted", providerId: "SM-fast" });
    };
    const id = await scene.write(session, "fast");
    await scene.until(id, "Delivered");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await scene.message(id)).toMatchObject({ msgn_deliverystatus: STATUS.Delivered, msgn_providermessageid: "SM-fast" });
  });

  it("of an earlier try says nothing of a message that was sent again", async () => {
    const { id, providerId, outbox } = await sent();
    const claimedAt = Date.parse(String((await scene.message(id))["msgn_sendingsince"])) / 1000;
    await outbox.report({ messageId: id, claimedAt, providerId, state: "failed", error: "30008" });
    await outbox.stop(5_000);
    const again = { msgn_deliverystatus: STATUS.Queued, msgn_deliveryerror: null, msgn_sendingsince: null, msgn_providermessageid: null };
    await scene.change("ana", `msgn_messages(${id})`, again);
    const report = { messageId: id, claimedAt, providerId, state: "failed", error: "30008" } as const;
    expect(await writeReport(scene.sandbox.connect("gateway"), report)).toBe("unchanged");
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const second = scene.outbox();
    await scene.until(id, "Sent");
    expect(scene.provider.taken).toHaveLength(2);
    expect(await second.report(report)).toBe("unchanged");
    expect((await scene.message(id))["msgn_providermessageid"]).toBe(scene.provider.taken[1]?.providerId);
  });

  it("of a message that is not here is known as such", async () => {
    expect(await scene.outbox().report({ providerId: "SM-of-somebody-else", state: "delivered" })).toBe("unknown");
    expect(await scene.outbox().report({ messageId: "no id", providerId: "SM-other", state: "delivered" })).toBe("unknown");
  });
});
