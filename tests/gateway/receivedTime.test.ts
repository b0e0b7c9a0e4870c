import { deliver } from "../../gateway/contract";
import { receivedTime } from "../../gateway/contract/receivedTime";
import { webApiTime } from "../../gateway/contract/webApiTime";
import type { Sandbox } from "../../sandbox";
import { ask, askWebApi } from "../../sandbox/tests/http/ask";
import { buildTimeout, startSandbox } from "../demo/server";

const now = Date.UTC(2026, 10, 22, 18, 0, 5);
const hour = 3_600_000;

describe("the time at which a text counts as received", () => {
  it.each([
    ["a second ago", now - 1000],
    ["400 days ago", now - 400 * 24 * hour],
    ["now", now],
    ["at the beginning of 2000", Date.UTC(2000, 0, 1)],
  ])("is the provider's: %s", (_, time) => {
    expect(receivedTime({ receivedAt: new Date(time) }, now).getTime()).toBe(time);
  });

  it.each([
    ["half a second ahead", new Date(now + 500)],
    ["three hours ahead", new Date(now + 3 * hour)],
    ["400 days ahead", new Date(now + 400 * 24 * hour)],
    ["missing", undefined],
    ["no date", new Date("yesterday")],
    ["of a clock that was never set", new Date(0)],
    ["before anything that Dataverse keeps", new Date("0001-01-01T00:00:00Z")],
    ["beyond every calendar", new Date(8.64e15)],
  ])("is now where the provider's is %s", (_, time) => {
    expect(receivedTime({ receivedAt: time }, now).getTime()).toBe(now);
  });

  it.each([
    [5000, now - 5000],
    [0, now],
    [-5000, now],
    [NaN, now],
    [Infinity, now],
  ])("is counted back from now where the provider tells none, and the text has waited: %d ms", (waitedMs, expected) => {
    expect(receivedTime({ waitedMs }, now).getTime()).toBe(expected);
    expect(receivedTime({ waitedMs, receivedAt: new Date(now - 1) }, now).getTime()).toBe(now - 1);
  });

  it("is written in whole seconds", () => {
    expect(webApiTime(new Date(now + 999))).toBe("2026-11-22T18:00:05Z");
  });
});

describe("the received time that is kept", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  }, buildTimeout);
  afterAll(() => sandbox.close());

  let made = 0;
  const kept = async (receivedAt: Date | undefined): Promise<number> => {
    made += 1;
    const sms = { id: `time-${made}`, from: "+15550400", to: "+15550999", body: "Hi", receivedAt };
    const { messageId } = await deliver(sandbox.connect("gateway"), sms);
    const row = (await askWebApi(sandbox.port, "root", `msgn_messages(${messageId})`)).json() as Record<string, string>;
    expect(Date.parse(row["msgn_receivedon"] ?? "")).toBeLessThanOrEqual(Date.parse(row["createdon"] ?? ""));
    return Date.parse(row["msgn_receivedon"] ?? "");
  };

  it.each([
    ["half an hour behind this machine's", -1800],
    ["three hours ahead of this machine's", 3 * 3600 + 1800],
  ])("is never later than Dataverse's clock, which is what waiting times are compared with: %s", async (_, advanceSeconds) => {
    await ask(sandbox.port, "/sandbox/clock", { method: "POST", body: { advanceSeconds } });
    const serverNow = async (): Promise<number> => Date.parse((await fetch(`${sandbox.url}sandbox/clock`)).headers.get("date") ?? "");
    const before = await serverNow();
    const times = [await kept(new Date(before + 3 * hour)), await kept(new Date(before + 9600 * hour)), await kept(undefined)];
    const after = await serverNow();
    for (const time of times) {
      expect(time).toBeGreaterThanOrEqual(before);
      expect(time).toBeLessThanOrEqual(after);
    }
    expect(await kept(new Date(before - hour))).toBe(before - hour);
  });
});
