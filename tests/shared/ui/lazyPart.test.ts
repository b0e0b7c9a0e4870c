import { createLazyPart } from "../../../shared/ui/lazyPart";
import type { LazyPart } from "../../../shared/ui/lazyPart";

interface Scene {
  readonly part: LazyPart<string>;
  readonly asked: string[];
  readonly reported: unknown[];
  /** What the part has been, each time it told. */
  readonly told: string[];
  /** Lets the patience with the way that is waited for end. */
  runOut(): void;
}

/** Ways to load, by what they do; `put` makes the part findable. */
type Way = (put: () => void) => Promise<unknown>;

function setScene(...ways: readonly Way[]): Scene {
  let found: string | undefined;
  const asked: string[] = [];
  const reported: unknown[] = [];
  const timers: (() => void)[] = [];
  const part = createLazyPart<string>({
    find: () => found,
    ways: ways.map((way, at) => () => {
      asked.push(`way ${at + 1}`);
      return way(() => (found = "the panel"));
    }),
    report: (reason) => reported.push(reason),
    after: (_, run) => timers.push(run),
  });
  const told: string[] = [];
  part.subscribe(() => told.push(part.get().kind));
  return { part, asked, reported, told, runOut: () => timers.splice(0).forEach((run) => run()) };
}

const loads: Way = (put) => {
  put();
  return Promise.resolve();
};
const doesNothing: Way = () => Promise.resolve();
const fails: Way = () => Promise.reject(new Error("no network"));
const neverAnswers: Way = () => new Promise(() => {});
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("a part that is loaded when it is needed", () => {
  it("is not loaded before somebody wants it", () => {
    const { part, asked } = setScene(loads);
    expect([part.get().kind, asked]).toEqual(["loading", []]);
  });

  it("is loaded once, however often it is wanted", async () => {
    const { part, asked, told } = setScene(loads, loads);
    part.want();
    part.want();
    await settled();
    part.want();
    await settled();
    expect([part.get(), asked, told]).toEqual([{ kind: "ready", part: "the panel" }, ["way 1"], ["ready"]]);
  });

  it("is ready at once where another control of the page has loaded it", () => {
    const part = createLazyPart({ find: () => "the panel", ways: [], report: () => {}, after: () => {} });
    expect(part.get()).toEqual({ kind: "ready", part: "the panel" });
  });

  it.each([
    ["fails", fails],
    ["does not do what it says", doesNothing],
  ])("is loaded the next way where one %s", async (_, way) => {
    const { part, asked } = setScene(way, loads);
    part.want();
    await settled();
    expect([part.get().kind, asked]).toEqual(["ready", ["way 1", "way 2"]]);
  });

  it("is loaded the next way where one does not answer for long", async () => {
    const { part, asked, runOut } = setScene(neverAnswers, loads);
    part.want();
    await settled();
    expect(asked).toEqual(["way 1"]);
    runOut();
    await settled();
    expect([part.get().kind, asked]).toEqual(["ready", ["way 1", "way 2"]]);
  });

  it("says that it cannot be had, and why, and is tried again when it is wanted again", async () => {
    let isOnline = false;
    const { part, asked, reported, told } = setScene((put) => (isOnline ? loads(put) : fails(put)));
    part.want();
    await settled();
    expect([part.get().kind, reported]).toEqual(["failed", [new Error("no network")]]);
    isOnline = true;
    part.want();
    await settled();
    expect([told, asked]).toEqual([
      ["failed", "loading", "ready"],
      ["way 1", "way 1"],
    ]);
  });
});
