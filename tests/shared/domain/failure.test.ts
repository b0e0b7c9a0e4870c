import { asFailure, ignore, nullOnFailure, RequestFailed } from "../../../shared/domain/failure";

/** The class as another bundle of the page has it. */
function classOfAnotherBundle(): typeof RequestFailed {
  let other: typeof RequestFailed | undefined;
  jest.isolateModules(() => {
    ({ RequestFailed: other } = jest.requireActual<{ RequestFailed: typeof RequestFailed }>("../../../shared/domain/failure"));
  });
  if (!other || other === RequestFailed) throw new Error("This is the same class.");
  return other;
}

describe("a failed request", () => {
  it("is known as one, whichever bundle of the page it comes from", () => {
    const Other = classOfAnotherBundle();
    const failure = new Other("offline", { mayBeDone: true });
    expect(failure).toBeInstanceOf(RequestFailed);
    expect(asFailure(failure)).toBe(failure);
    for (const catchIt of [nullOnFailure, ignore("offline")]) expect(() => catchIt(failure)).not.toThrow();
  });

  it.each([
    ["a bug", new TypeError("x is undefined")],
    ["a text", "offline"],
    ["nothing", undefined],
    ["an object that looks like one", { name: "RequestFailed", kind: "offline" }],
  ])("is not %s: that is thrown on", (_, thrown) => {
    expect(thrown instanceof RequestFailed).toBe(false);
    expect(() => asFailure(thrown)).toThrow();
  });
});
