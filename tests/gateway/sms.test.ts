import { SmsError, checkSms } from "../../gateway/contract";
import type { InboundSms } from "../../gateway/contract";

const needed = { id: "SM1", from: "+15550100", to: "+15550999" };

describe("a text", () => {
  it("needs an id and two numbers, nothing else", () => {
    expect(checkSms(needed)).toEqual({ ...needed, body: "", receivedAt: undefined, waitedMs: undefined, optOut: undefined, files: [] });
  });

  it.each([
    ["id", { id: "" }],
    ["id", { id: "\0" }],
    ["from", { from: "72727" }],
    ["from", { from: "+266696687" }],
    ["to", { to: "AMAZON" }],
    ["body", { body: "x".repeat(10_001) }],
  ])("that does not fit is refused, with the name of the field: %s", (field, changes) => {
    expect(() => checkSms({ ...needed, ...changes })).toThrow(SmsError);
    expect(() => checkSms({ ...needed, ...changes })).toThrow(expect.objectContaining({ field }) as Error);
  });

  it("is the same when it is checked twice", () => {
    const texts: Partial<InboundSms>[] = [
      { body: "stop" },
      { body: "stop", part: { number: 2, total: 2 } },
      { body: "a\0", optOut: "help" },
    ];
    for (const text of texts) {
      const once = checkSms({ ...needed, ...text });
      expect(checkSms(once)).toEqual(once);
    }
  });
});

describe("a part of a long text", () => {
  const part = (number: number, total: number) => checkSms({ ...needed, body: "STOP", part: { number, total } });

  it("says which part it is", () => {
    expect(part(2, 3).body).toBe("(2/3) STOP");
    expect(part(255, 255).body).toBe("(255/255) STOP");
  });

  it("asks for nothing by a word that happens to stand alone in it", () => {
    expect(part(3, 3).optOut).toBeUndefined();
    expect(checkSms({ ...needed, body: "STOP", optOut: "stop", part: { number: 3, total: 3 } }).optOut).toBe("stop");
  });

  it.each([
    [1, 1],
    [0, 3],
    [4, 3],
    [1, 256],
    [1.5, 3],
    [NaN, 3],
  ])("is a text of its own where it has no place among others: %d of %d", (number, total) => {
    expect(part(number, total)).toMatchObject({ body: "STOP", optOut: "stop" });
  });
});
