import { createSendingRate } from "../../../gateway/outbox/sendingRate";

/** A clock that stands still until somebody sleeps: then it is as late as the first who wakes. */
function createTestTime() {
  let now = 0;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  };
  return {
    now: () => now,
    sleep: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        if (signal.aborted) reject(signal.reason as Error);
        signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
        sleepers.push({ at: now + ms, wake: resolve });
      }),
    async runUntil(end: number): Promise<void> {
      for (;;) {
        await settle();
        const [next] = sleepers.sort((one, other) => one.at - other.at);
        if (!next || next.at > end) break;
        now = next.at;
        sleepers.shift();
        next.wake();
      }
      now = end;
    },
  };
}

function begin(perSecond: number) {
  const time = createTestTime();
  const stopping = new AbortController();
  const rate = createSendingRate(perSecond, time.now, time.sleep, stopping.signal);
  const sent: string[] = [];
  const send = (businessNumber: string, name: string) => rate.wait(businessNumber).then(() => void sent.push(`${time.now()} ${name}`));
  return { time, stopping, rate, sent, send };
}

describe("a business number", () => {
  it("sends so many texts a second, in the order in which they came, and the first at once", async () => {
    const { time, sent, send } = begin(2);
    for (const name of ["a", "b", "c"]) void send("+1", name);
    await time.runUntil(5_000);
    expect(sent).toEqual(["0 a", "500 b", "1000 c"]);
    void send("+1", "d");
    await time.runUntil(6_000);
    expect(sent.at(-1)).toBe("5000 d");
  });

  it("does not keep another one waiting", async () => {
    const { time, sent, send } = begin(1);
    for (const name of ["a", "b"]) void send("+1", name);
    void send("+2", "other");
    await time.runUntil(0);
    expect(sent).toEqual(["0 a", "0 other"]);
  });

  it("keeps nobody waiting for a text that was not sent, also who has been waiting already", async () => {
    const { time, rate, sent, send } = begin(1);
    const turn = await rate.wait("+1");
    for (const name of ["b", "c"]) void send("+1", name);
    await time.runUntil(100);
    rate.returnTurn("+1", turn);
    await time.runUntil(5_000);
    expect(sent).toEqual(["100 b", "1100 c"]);
  });

  it("keeps apart from the last text that was sent, though one before it turns out not to have been", async () => {
    const { time, rate, sent, send } = begin(1);
    const turn = await rate.wait("+1");
    for (const name of ["b", "c"]) void send("+1", name);
    await time.runUntil(1_010);
    rate.returnTurn("+1", turn);
    rate.returnTurn("+1", turn);
    await time.runUntil(5_000);
    expect(sent).toEqual(["1000 b", "2000 c"]);
  });

  it("that the provider holds stays held, whatever was not sent", async () => {
    const { time, rate, sent, send } = begin(1);
    const turn = await rate.wait("+1");
    void send("+1", "b");
    await time.runUntil(100);
    rate.hold("+1", 3_000);
    rate.returnTurn("+1", turn);
    await time.runUntil(5_000);
    expect(sent).toEqual(["3100 b"]);
  });

  it("that the provider holds waits so long, also who has been waiting already, and then keeps its rate", async () => {
    const { time, rate, sent, send } = begin(1);
    for (const name of ["a", "b", "c"]) void send("+1", name);
    await time.runUntil(500);
    rate.hold("+1", 3_000);
    await time.runUntil(10_000);
    expect(sent).toEqual(["0 a", "3500 b", "4500 c"]);
  });

  it("sends as fast as it can where there is no limit", async () => {
    const { time, sent, send } = begin(Infinity);
    for (const name of ["a", "b", "c"]) void send("+1", name);
    await time.runUntil(0);
    expect(sent).toEqual(["0 a", "0 b", "0 c"]);
  });

  it("sends nothing more once the outbox stops", async () => {
    const { time, stopping, sent, send } = begin(1);
    const [first, second] = [send("+1", "a"), send("+1", "b")];
    await time.runUntil(100);
    stopping.abort();
    await expect(second).rejects.toMatchObject({ name: "AbortError" });
    await first;
    await expect(send("+1", "c")).rejects.toMatchObject({ name: "AbortError" });
    expect(sent).toEqual(["0 a"]);
  });
});
