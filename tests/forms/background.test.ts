import { inBackground, unlessClosed } from "../../forms/background";
import { RequestFailed } from "../../shared/domain/failure";

const bug = new TypeError("Cannot read properties of undefined");
const formThat = (getId: () => string) => ({ data: { entity: { getId } } }) as unknown as Xrm.FormContext;
const open = formThat(() => "{50000000-0000-0000-0000-000000000001}");
const closed = formThat(() => {
  throw new Error("The form is closed.");
});
const fail = () => {
  throw bug;
};

describe("a change of a form after a wait", () => {
  it("is made", () => {
    const change = jest.fn();
    unlessClosed(open, change);
    expect(change).toHaveBeenCalledTimes(1);
  });

  it("may fail on a form that the user has left: nobody would see it", () => {
    expect(() => unlessClosed(closed, fail)).not.toThrow();
  });

  it("does not hide a bug on a form that is there", () => {
    expect(() => unlessClosed(open, fail)).toThrow(bug);
  });
});

describe("what a form does in the background", () => {
  const reportOf = async (task: Promise<void>) => {
    const reported: unknown[] = [];
    inBackground(task, (error) => reported.push(error));
    await new Promise((resolve) => setTimeout(resolve));
    return reported;
  };

  it("reports a bug", async () => {
    expect(await reportOf(Promise.reject(bug))).toEqual([bug]);
  });

  it("ends without a word where a request failed", async () => {
    expect(await reportOf(Promise.reject(new RequestFailed("offline")))).toEqual([]);
  });
});
