import { deliver } from "../../../gateway/contract";
import type { Connection } from "../../../gateway/contract";
import { writeReport } from "../../../gateway/outbox";
import { noteOptOut } from "../../../gateway/outbox/noteOptOut";
import { rows } from "../../../sandbox/tests/http/ask";
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

  describe("that the customer has opted out", () => {
    const optOutOf = async (id: string) => {
      const [row] = await rows(scene.sandbox.port, "root", `msgn_contactnumbers?$filter=msgn_contactnumberid eq ${id}`);
      return row?.["msgn_optedouton"];
    };
    const error = "optedOut";

    it("marks the number, as a STOP of theirs does, and a START clears it", async () => {
      const outbox = scene.outbox();
      const { id: session, contactNumberId, number } = await scene.accepted();
      const id = await scene.write(session, "refused later");
      const providerId = String((await scene.until(id, "Sent"))["msgn_providermessageid"]);
      await outbox.report({ providerId, state: "failed", error });
      expect(await scene.message(id)).toMatchObject({ msgn_deliverystatus: STATUS.Failed, msgn_deliveryerror: error });
      expect(await optOutOf(contactNumberId)).toEqual(expect.any(String));
      const next = await scene.write(session, "not sent");
      expect(await scene.until(next, "Failed")).toMatchObject({ msgn_deliveryerror: error });
      await deliver(scene.sandbox.connect("gateway"), { id: `start-${number}`, from: number, to: "+15550999", body: "START" });
      expect(await optOutOf(contactNumberId)).toBeNull();
    });

    it("is the older word where a START came after the text", async () => {
      const outbox = scene.outbox();
      const { id: session, contactNumberId, number } = await scene.accepted();
      const id = await scene.write(session, "refused late");
      const providerId = String((await scene.until(id, "Sent"))["msgn_providermessageid"]);
      scene.sandbox.clock.advance(5);
      await deliver(scene.sandbox.connect("gateway"), { id: `start-${number}`, from: number, to: "+15550999", body: "START" });
      await outbox.report({ providerId, state: "failed", error });
      expect(await optOutOf(contactNumberId)).toBeNull();
    });

    it("marks the number also where the provider refuses the text at once", async () => {
      scene.outbox();
      const { id: session, contactNumberId } = await scene.accepted();
      scene.provider.next({ kind: "refused", reason: "21610", optedOut: true });
      const id = await scene.write(session, "refused");
      expect(await scene.until(id, "Failed")).toMatchObject({ msgn_deliveryerror: error });
      expect(await optOutOf(contactNumberId)).toEqual(expect.any(String));
    });

    describe("and Dataverse lets nobody write that", () => {
      const refusing = (status: number): Connection => ({
        ...scene.sandbox.connect("gateway"),
        maxAttempts: 1,
        fetch: (input, init) =>
          init?.method === "PATCH" && (input as string).includes("msgn_contactnumbers(")
            ? Promise.resolve(new Response("{}", { status }))
            : fetch(input, init),
      });

      it("fails the text all the same, and the log says what is not noted", async () => {
        scene.outbox({ connection: refusing(403) });
        const { id: session, contactNumberId } = await scene.accepted();
        scene.provider.next({ kind: "refused", reason: "21610", optedOut: true });
        const id = await scene.write(session, "refused, and not noted");
        expect(await scene.until(id, "Failed")).toMatchObject({ msgn_deliveryerror: error });
        expect(scene.log).toContain(`${contactNumberId}: an opt-out could not be noted. Status 403.`);
      });

      it("takes the report all the same; where another try may help, the report is to come again", async () => {
        const { id, providerId, outbox } = await sent();
        await outbox.stop(5_000);
        const log: string[] = [];
        const report = { providerId, state: "failed", error } as const;
        await expect(writeReport(refusing(503), report, (line) => void log.push(line))).rejects.toMatchObject({ status: 503 });
        expect(await writeReport(refusing(403), report, (line) => void log.push(line))).toBe("written");
        expect(log).toHaveLength(1);
        expect(await scene.message(id)).toMatchObject({ msgn_deliverystatus: STATUS.Failed });
      });

      it("asks for no number where there is none, and waits no longer than the report may", async () => {
        const asked: string[] = [];
        const fetching: typeof fetch = (input) => {
          asked.push(input as string);
          return Promise.resolve(new Response("{}", { status: 503 }));
        };
        const connection = { ...scene.sandbox.connect("gateway"), fetch: fetching, patienceMs: 50 };
        await noteOptOut(connection, "", 0, () => undefined);
        expect(asked).toEqual([]);
        await expect(noteOptOut(connection, "00000000-0000-0000-0000-000000000001", 0, () => undefined)).rejects.toThrow("no time to wait");
        expect(asked).toHaveLength(1);
      });
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
    expect(await writeReport(scene.sandbox.connect("gateway"), report, () => undefined)).toBe("unchanged");
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
