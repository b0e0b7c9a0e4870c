import { createArrivals } from "../../gateway/arrivals";
import { createTurns } from "../../gateway/turns";
import { ask, rows } from "../../sandbox/tests/http/ask";
import { post, setGatewayScene, webhook } from "./gateway";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("the texts of one customer", () => {
  const scene = setGatewayScene({ patienceMs: 1500 });

  /** In the order in which they were written. */
  const written = async (from: string) => {
    const all = await rows(
      scene.sandbox.port,
      "root",
      "msgn_messages?$select=msgn_body,msgn_receivedon,createdon,versionnumber&$expand=msgn_sessionid($select=msgn_name)",
    );
    return all
      .filter((row) => String((row["msgn_sessionid"] as Record<string, unknown>)["msgn_name"]).startsWith(from))
      .sort((one, other) => Number(one["versionnumber"]) - Number(other["versionnumber"]));
  };

  it("are written in the order in which they came, however slow the first of them is", async () => {
    const from = "+15550501";
    await scene.fault({ path: "$batch", delayMs: 400, times: 1 });
    const replies: Promise<{ status: number }>[] = [];
    for (const body of ["first", "second", "third", "fourth"]) {
      replies.push(post(scene.gateway.port, webhook({ From: from, Body: body })));
      await wait(40);
    }
    expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await written(from)).map((row) => row["msgn_body"])).toEqual(["first", "second", "third", "fourth"]);
  });

  it("do not keep those of other customers waiting", async () => {
    await scene.fault({ path: "$batch", delayMs: 1000, times: 1 });
    const slow = post(scene.gateway.port, webhook({ From: "+15550502" }));
    await wait(100);
    const started = Date.now();
    expect((await post(scene.gateway.port, webhook({ From: "+15550503" }))).status).toBe(200);
    expect(Date.now() - started).toBeLessThan(700);
    expect((await slow).status).toBe(200);
  });

  it("wait no longer than the gateway's patience, and are taken when they come again", async () => {
    await scene.fault({ path: "$batch", delayMs: 3000, times: 1 });
    const forms = ["first", "second"].map((body) => webhook({ From: "+15550504", Body: body }));
    const started = Date.now();
    const replies = await Promise.all(forms.map((form) => post(scene.gateway.port, form)));
    expect(replies[0]?.status).toBe(503);
    expect(Date.now() - started).toBeLessThan(2800);
    for (const form of forms) expect((await post(scene.gateway.port, form)).status).toBe(200);
    expect((await written("+15550504")).map((row) => row["msgn_body"]).sort()).toEqual(["first", "second"]);
  });

  it("were received when they came first, not when Twilio repeated them", async () => {
    const from = "+15550505";
    const form = webhook({ From: from, Body: "STOP" });
    await scene.fault({ path: "$batch", status: 503, times: 100 });
    expect((await post(scene.gateway.port, form)).status).toBe(503);
    await ask(scene.sandbox.port, "/sandbox/faults", { method: "DELETE" });
    await wait(2100);
    expect((await post(scene.gateway.port, webhook({ From: from, Body: "START" }))).status).toBe(200);
    expect((await post(scene.gateway.port, form)).status).toBe(200);
    const [start, stop] = await written(from);
    expect([start?.["msgn_body"], stop?.["msgn_body"]]).toEqual(["START", "STOP"]);
    expect(Date.parse(String(stop?.["msgn_receivedon"]))).toBeLessThan(Date.parse(String(start?.["msgn_receivedon"])));
    const [row] = await rows(scene.sandbox.port, "root", `msgn_contactnumbers?$filter=msgn_phonenumber eq '${encodeURIComponent(from)}'`);
    expect(row?.["msgn_optedouton"] ?? null).toBeNull();
  });
});

describe("turns", () => {
  it("go on after work that failed, and leave nothing behind", async () => {
    const inTurn = createTurns();
    const done: string[] = [];
    const work = (name: string, ms: number, fails = false) =>
      inTurn("key", async () => {
        await wait(ms);
        done.push(name);
        if (fails) throw new Error(name);
        return name;
      });
    const results = await Promise.allSettled([work("a", 20), work("b", 10, true), work("c", 0)]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(done).toEqual(["a", "b", "c"]);
    expect(await work("d", 0)).toBe("d");
  });
});

describe("what is remembered of undelivered messages", () => {
  const [early, late] = [1000, 2000];

  it("is when each came first, until it is delivered", () => {
    const arrivals = createArrivals();
    expect(arrivals.first("a", early)).toBe(early);
    expect(arrivals.first("a", late)).toBe(early);
    arrivals.forget("a");
    expect(arrivals.first("a", late)).toBe(late);
  });

  it("does not grow without end", () => {
    const arrivals = createArrivals();
    for (let index = 0; index <= 10_000; index++) arrivals.first(String(index), early);
    expect(arrivals.first("10000", late)).toBe(early);
    expect(arrivals.first("1", late)).toBe(early);
    expect(arrivals.first("0", late)).toBe(late);
  });
});
