import { BadRequest } from "../../server/http/badRequest";
import { createFaults, readFault } from "../../server/http/faults";

const isUser = (login: string): boolean => login === "kim";
const read = (body: Record<string, unknown>) => readFault(body, isUser);

describe("faults", () => {
  it("hit a method and a beginning of the path, as often as told", () => {
    const faults = createFaults();
    faults.add(read({ method: "patch", path: "sample_tickets", status: 429, retryAfterSeconds: 1, times: 2 }));
    expect(faults.take("GET", "sample_tickets(1)", "kim")).toBeUndefined();
    expect(faults.take("PATCH", "sample_notes(1)", "kim")).toBeUndefined();
    expect(faults.take("PATCH", "sample_tickets(1)", "kim")).toMatchObject({ status: 429, retryAfterSeconds: 1 });
    expect(faults.take("PATCH", "sample_tickets(2)?$select=sample_name", "lee")).toMatchObject({ status: 429 });
    expect(faults.take("PATCH", "sample_tickets(1)", "kim")).toBeUndefined();
  });

  it("happen once, everywhere and to everybody when nothing else is said", () => {
    const faults = createFaults();
    faults.add(read({ status: 500 }));
    expect(faults.take("DELETE", "anything", "pat")).toMatchObject({ status: 500, delayMs: 0, after: false });
    expect(faults.list()).toEqual([]);
  });

  it("hit one user alone where one is named", () => {
    const faults = createFaults();
    faults.add(read({ user: "Kim", status: 503 }));
    expect(faults.take("GET", "x", "lee")).toBeUndefined();
    expect(faults.take("GET", "x", "kim")).toBeDefined();
  });

  it("take paths with their root, and compare with what an encoded address means", () => {
    const faults = createFaults();
    faults.add(read({ path: "/api/data/v9.2/$batch", status: 0 }));
    expect(faults.take("POST", "%24batch", "kim")).toMatchObject({ status: 0 });
  });

  it("hit requests inside a $batch alone where that is said, and never otherwise", () => {
    const faults = createFaults();
    faults.add(read({ method: "PATCH", path: "sample_notes", part: true, status: 412 }));
    expect(faults.take("PATCH", "sample_notes(1)", "kim")).toBeUndefined();
    expect(faults.takePart("PATCH", "sample_notes(1)", "kim")).toMatchObject({ status: 412 });
    faults.add(read({ method: "PATCH", path: "sample_notes", status: 412 }));
    expect(faults.takePart("PATCH", "sample_notes(1)", "kim")).toBeUndefined();
  });

  it("come in the order in which they were asked for, and go when cleared", () => {
    const faults = createFaults();
    faults.add(read({ status: 500 }));
    faults.add(read({ status: 503 }));
    faults.add(read({ delayMs: 5 }));
    expect(faults.take("GET", "", "kim")?.status).toBe(500);
    expect(faults.take("GET", "", "kim")?.status).toBe(503);
    faults.clear();
    expect(faults.take("GET", "", "kim")).toBeUndefined();
  });

  it.each([
    [{}, /status.*delayMs/],
    [{ status: 200 }, /400 to 599/],
    [{ status: "429" }, /whole number/],
    [{ status: 429, times: 0 }, /"times"/],
    [{ status: 429, retryAfter: 1 }, /Unknown field "retryAfter"/],
    [{ status: 429, path: 1 }, /"path"/],
    [{ status: 429, method: "FETCH" }, /"method"/],
    [{ status: 429, user: "dora" }, /no user "dora"/],
    [{ status: 429, after: 1 }, /"after"/],
    [{ delayMs: -1 }, /"delayMs"/],
    [{ status: 412, part: "yes" }, /"part" must be true or false/],
    [{ status: 0, part: true }, /the whole \$batch's/],
    [{ delayMs: 5, part: true }, /the whole \$batch's/],
    [{ status: 412, delayMs: 5, part: true }, /the whole \$batch's/],
    [{ status: 412, after: true, part: true }, /the whole \$batch's/],
    [{ status: 429, retryAfterSeconds: 1, part: true }, /the whole \$batch's/],
  ])("are refused where they make no sense: %j", (body, reason) => {
    expect(() => read(body)).toThrow(BadRequest);
    expect(() => read(body)).toThrow(reason);
  });
});
