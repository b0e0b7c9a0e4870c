import { ask, askWebApi } from "../../../sandbox/tests/http/ask";
import { setOutboxScene, STATUS } from "./outboxScene";

const scene = setOutboxScene();

describe("an answer that its agent has written", () => {
  it("is sent once, with the numbers of its conversation, and has the provider's id", async () => {
    const session = await scene.accepted();
    scene.outbox();
    const id = await scene.write(session.id, "Yes, until noon.");
    expect(await scene.until(id, "Sent")).toMatchObject({
      msgn_providermessageid: scene.provider.taken[0]?.providerId,
      msgn_deliveryerror: null,
      msgn_segments: 1,
    });
    expect(scene.provider.taken).toEqual([
      expect.objectContaining({ id, from: "+15550999", to: session.number, body: "Yes, until noon." }),
    ]);
  });

  it("is sent in the order in which it was written, one after the other", async () => {
    const { id: session } = await scene.accepted();
    let underWay = 0;
    scene.provider.onSend = async () => {
      expect(++underWay).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 30));
      underWay--;
    };
    const words = Array.from({ length: 8 }, (_, index) => `Text ${index}`);
    let last = "";
    for (const body of words) last = await scene.write(session, body);
    scene.outbox();
    await scene.until(last, "Sent");
    expect(scene.provider.taken.map(({ body }) => body)).toEqual(words);
  });

  it("waits while an earlier one of its conversation is being sent by another instance", async () => {
    const { id: session } = await scene.accepted();
    const since = new Date().toISOString();
    const first = await scene.write(session, "first", { msgn_deliverystatus: STATUS.Sending, msgn_sendingsince: since });
    const second = await scene.write(session, "second");
    const { id: otherSession } = await scene.accepted();
    const other = await scene.write(otherSession, "of another conversation");
    scene.outbox();
    await scene.until(other, "Sent");
    expect((await scene.message(second))["msgn_deliverystatus"]).toBe(STATUS.Queued);
    await scene.change("gateway", `msgn_messages(${first})`, { msgn_deliverystatus: STATUS.Sent });
    await scene.until(second, "Sent");
  });

  it("is sent in its order also where one look does not bring them all", async () => {
    const sessions = [await scene.accepted(), await scene.accepted(), await scene.accepted()];
    const written: string[] = [];
    for (let index = 0; index < 5; index++) for (const { id } of sessions) written.push(await scene.write(id, `Text ${index}`));
    scene.outbox({ pageSize: 2, parallel: 2 });
    for (const id of written) await scene.until(id, "Sent");
    expect(scene.provider.taken).toHaveLength(15);
    for (const { number } of sessions) {
      const own = scene.provider.taken.filter(({ to }) => to === number).map(({ body }) => body);
      expect(own).toEqual([...own].sort());
    }
  });

  it("is sent at once when the outbox is woken, however seldom it looks by itself", async () => {
    const { id: session } = await scene.accepted();
    const outbox = scene.outbox({ pollMs: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, 600));
    const id = await scene.write(session, "at once");
    outbox.wake("a11ce000-0000-4000-8000-000000000006");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await scene.message(id))["msgn_deliverystatus"]).toBe(STATUS.Queued);
    outbox.wake("a11ce000-0000-4000-8000-000000000001");
    await scene.until(id, "Sent");
  });
});

describe("an answer that must not go out", () => {
  const refused = async (id: string) => {
    const row = await scene.until(id, "Failed");
    expect(scene.provider.taken).toEqual([]);
    return row["msgn_deliveryerror"];
  };

  it("is refused where somebody else has the conversation now", async () => {
    const { id: session } = await scene.accepted("ben");
    const id = await scene.write(session, "I am not the owner", {}, "ana");
    scene.outbox();
    expect(await refused(id)).toBe("notOwner");
  });

  it("is refused where somebody else has changed its words", async () => {
    const { id: session } = await scene.accepted();
    const id = await scene.write(session, "as Ana wrote it");
    await scene.change("ben", `msgn_messages(${id})`, { msgn_body: "as Ben would have it" });
    scene.outbox();
    expect(await refused(id)).toBe("notOwner");
  });

  it("is refused where the customer is blocked, and is sent where the block has ended", async () => {
    const { id: session, contactNumberId } = await scene.accepted();
    const block = (until: number) =>
      scene.change("root", `msgn_contactnumbers(${contactNumberId})`, {
        ...{ statecode: 1, statuscode: 2 },
        msgn_blockeduntil: new Date(Date.now() + until).toISOString(),
      });
    await block(3_600_000);
    const id = await scene.write(session, "blocked");
    scene.outbox();
    expect(await refused(id)).toBe("blocked");
    await block(-60_000);
    await scene.until(await scene.write(session, "not any more"), "Sent");
  });

  it("is refused where the customer has opted out", async () => {
    const { id: session, contactNumberId } = await scene.accepted();
    await scene.change("root", `msgn_contactnumbers(${contactNumberId})`, { msgn_optedouton: new Date().toISOString() });
    const id = await scene.write(session, "opted out");
    scene.outbox();
    expect(await refused(id)).toBe("optedOut");
  });

  it("is refused where the customer opts out at the last moment, after it was claimed", async () => {
    const { id: session, contactNumberId } = await scene.accepted();
    const id = await scene.write(session, "too late");
    const connection = scene.sandbox.connect("gateway");
    const claimedFirst: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (init?.method === "PATCH") {
        await scene.change("root", `msgn_contactnumbers(${contactNumberId})`, { msgn_optedouton: new Date().toISOString() });
      }
      return answer;
    };
    scene.outbox({ connection: { ...connection, fetch: claimedFirst } });
    expect(await refused(id)).toBe("optedOut");
  });

  it("is refused where the conversation is closed", async () => {
    const { id: session } = await scene.accepted();
    const id = await scene.write(session, "closed");
    await scene.change("root", `msgn_sessions(${session})`, { statecode: 1, statuscode: 2 });
    scene.outbox();
    expect(await refused(id)).toBe("closed");
  });

  it.each([
    ["empty", " \n "],
    ["tooLong", "x".repeat(1601)],
  ])("is refused as %s", async (reason, body) => {
    const { id: session } = await scene.accepted();
    const id = await scene.write(session, body);
    scene.outbox();
    expect(await refused(id)).toBe(reason);
  });

  it("is refused where the business number is no number", async () => {
    const { id: session } = await scene.accepted();
    await scene.change("root", `msgn_sessions(${session})`, { msgn_businessnumber: "the shop" });
    const id = await scene.write(session, "from where?");
    scene.outbox();
    expect(await refused(id)).toBe("noNumber");
  });
});

it("asks Dataverse no more than once each time it looks, when there is nothing to do", async () => {
  scene.outbox({ pollMs: 500 });
  await new Promise((resolve) => setTimeout(resolve, 800));
  await ask(scene.sandbox.port, "/sandbox/requests", { method: "DELETE" });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const asked = (await ask(scene.sandbox.port, "/sandbox/requests?user=gateway")).json() as unknown[];
  expect(asked.length).toBeGreaterThanOrEqual(3);
  expect(asked.length).toBeLessThanOrEqual(5);
});

it("tells neither texts nor numbers in the log", async () => {
  const session = await scene.accepted();
  scene.outbox();
  scene.provider.next({ kind: "refused", reason: `21211: ${session.number} is not a number` }, { kind: "busy", reason: "429" });
  await scene.until(await scene.write(session.id, "my secret"), "Failed");
  await scene.until(await scene.write(session.id, "my other secret"), "Sent");
  await askWebApi(scene.sandbox.port, "root", "WhoAmI()");
  expect(scene.log.join("\n")).not.toMatch(/secret|\+?1555\d/);
});
