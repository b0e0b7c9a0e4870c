import { claim } from "../../../shared/inbox/claim";
import { RequestFailed } from "../../../shared/domain/failure";
import { ana, ben, frontDesk, MINUTE, NOON, numberBlock, session } from "../sessions";
import { createWorld } from "./laboratory";
import type { InboxSession } from "../../../shared/domain/session";
import { createServer } from "./server";
import type { Server } from "./server";

const rules = { viewer: { userId: ben.id, mayBlock: true }, idleTimeout: 15 * MINUTE };
const { tab } = createWorld();
const bensGateway = (server: Server) => server.gatewayOf(ben, tab());

const fresh = session();
/** The viewer's claim won, on what was there before it. */
const wonOn = (before: InboxSession) => ({
  done: true,
  won: {
    before: expect.objectContaining({ owner: before.owner, status: before.status }) as unknown,
    claim: { etag: expect.any(String) as unknown, at: NOON },
  },
});
const idle = session({ status: "accepted", owner: ana, oldestUnreadAt: NOON - 20 * MINUTE });

it("makes the viewer the owner of an accepted session", async () => {
  const server = createServer(fresh);
  expect(await claim(bensGateway(server), "accept", fresh, rules)).toEqual(wonOn(fresh));
  expect(server.sessions.get(fresh.id)).toMatchObject({ status: "accepted", owner: ben });
});

it("tells who accepted it first", async () => {
  const server = createServer({ ...fresh, status: "accepted", owner: ana });
  expect(await claim(bensGateway(server), "accept", fresh, rules)).toEqual({ done: false, why: "taken", by: "Ana Ruiz" });
  expect(server.calls).not.toContain("claim");
});

it("loses on the server when somebody accepts between reading and writing, and says who won", async () => {
  const server = createServer(fresh);
  const anasGateway = server.gatewayOf(ana, tab());
  let isFirst = true;
  server.before = async (call) => {
    if (call !== "claim" || !isFirst) return;
    isFirst = false;
    await claim(anasGateway, "accept", fresh, { ...rules, viewer: { userId: ana.id, mayBlock: true } });
  };
  expect(await claim(bensGateway(server), "accept", fresh, rules)).toEqual({ done: false, why: "taken", by: "Ana Ruiz" });
  expect(server.sessions.get(fresh.id)?.owner).toEqual(ana);
});

it("claims on a fresh reading when the row changed for another reason, such as a new message", async () => {
  const server = createServer(fresh);
  let isFirst = true;
  server.before = (call) => {
    if (call === "claim" && isFirst) server.touch(fresh.id);
    if (call === "claim") isFirst = false;
  };
  expect(await claim(bensGateway(server), "accept", fresh, rules)).toEqual(wonOn(fresh));
});

it("gives up when the row never stands still", async () => {
  const server = createServer(fresh);
  server.before = (call) => {
    if (call === "claim") server.touch(fresh.id);
  };
  expect(await claim(bensGateway(server), "accept", fresh, rules)).toEqual({ done: false, why: "changed", by: "" });
});

it("recognises a write whose answer was lost as done", async () => {
  const server = createServer(fresh);
  server.after = (call) => {
    if (call === "claim") throw new RequestFailed("offline");
  };
  expect(await claim(bensGateway(server), "accept", fresh, rules)).toEqual(wonOn(fresh));
});

it("says nothing of what was before where the session was the viewer's already: another tab has claimed it", async () => {
  const server = createServer({ ...fresh, status: "accepted", owner: ben });
  expect(await claim(bensGateway(server), "accept", fresh, rules)).toEqual({ done: true, won: null });
});

it("does not take another tab's claim for its own, which came in between", async () => {
  const server = createServer(fresh);
  let isFirst = true;
  server.before = async (call) => {
    if (call !== "claim" || !isFirst) return;
    isFirst = false;
    await claim(bensGateway(server), "accept", fresh, rules);
  };
  expect(await claim(bensGateway(server), "accept", fresh, rules)).toEqual({ done: true, won: null });
});

it("does not write again when the write did not arrive: pressing again is the agent's decision", async () => {
  const server = createServer(fresh);
  server.before = (call) => {
    if (call === "claim") throw new RequestFailed("offline");
  };
  await expect(claim(bensGateway(server), "accept", fresh, rules)).rejects.toMatchObject({ kind: "offline" });
  expect(server.calls.filter((call) => call === "claim")).toHaveLength(1);
});

it("does not accept a session whose number was blocked meanwhile", async () => {
  const server = createServer(fresh);
  server.blocked.set(fresh.contactNumberId, numberBlock());
  expect(await claim(bensGateway(server), "accept", fresh, rules)).toMatchObject({ done: false, why: "changed" });
});

it("says that a deleted session is gone", async () => {
  await expect(claim(bensGateway(createServer()), "accept", fresh, rules)).rejects.toMatchObject({ kind: "gone" });
});

it.each(["denied", "signin", "throttled"] as const)("says when the server answers with %s, and asks no more", async (kind) => {
  const server = createServer(fresh);
  server.before = (call) => {
    if (call === "claim") throw new RequestFailed(kind);
  };
  await expect(claim(bensGateway(server), "accept", fresh, rules)).rejects.toMatchObject({ kind });
  expect(server.calls).toEqual(["readSession", "claim"]);
});

describe("assign to me", () => {
  it("takes an idle session from its owner", async () => {
    const server = createServer(idle);
    expect(await claim(bensGateway(server), "assign", idle, rules)).toEqual(wonOn(idle));
    expect(server.sessions.get(idle.id)?.owner).toEqual(ben);
  });

  it("takes nothing when the owner has read the messages meanwhile", async () => {
    const server = createServer({ ...idle, unread: 0 });
    expect(await claim(bensGateway(server), "assign", idle, rules)).toMatchObject({ done: false, why: "changed" });
  });

  it("takes nothing when the customer's oldest unread message is a new one", async () => {
    const server = createServer({ ...idle, oldestUnreadAt: NOON - MINUTE });
    expect(await claim(bensGateway(server), "assign", idle, rules)).toMatchObject({ done: false, why: "changed" });
  });

  it("tells who took it first", async () => {
    const chloe = { ...ana, id: "c0000000-0000-0000-0000-00000000000c", name: "Chloe Martin" };
    // Her form has not marked the messages read yet: the customer still waits as long as before.
    const server = createServer({ ...idle, owner: chloe });
    expect(await claim(bensGateway(server), "assign", idle, rules)).toEqual({ done: false, why: "taken", by: "Chloe Martin" });
    expect(server.sessions.get(idle.id)?.owner).toEqual(chloe);
  });

  it("gives it to exactly one of two who press Yes at the same moment; the other reads who has it", async () => {
    const chloe = { ...ana, id: "c0000000-0000-0000-0000-00000000000c", name: "Chloe Martin" };
    const server = createServer(idle);
    const chloes = { ...rules, viewer: { userId: chloe.id, mayBlock: true } };
    const results = await Promise.all([
      claim(bensGateway(server), "assign", idle, rules),
      claim(server.gatewayOf(chloe, tab()), "assign", idle, chloes),
    ]);
    expect(results).toEqual([wonOn(idle), { done: false, why: "taken", by: "Ben Okafor" }]);
    expect(server.sessions.get(idle.id)?.owner).toEqual(ben);
  });

  it("takes a session from a team at once", async () => {
    const unmanned = session({ status: "accepted", owner: frontDesk });
    const server = createServer(unmanned);
    expect(await claim(bensGateway(server), "assign", unmanned, { ...rules, idleTimeout: null })).toEqual(wonOn(unmanned));
  });
});
