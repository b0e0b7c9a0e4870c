import { report } from "../../../shared/browser/report";

const bug = new TypeError("Cannot read properties of undefined");

afterEach(() => {
  delete (globalThis as { reportError?: unknown }).reportError;
  jest.useRealTimers();
});

it("hands a bug to the browser, as if nobody had caught it", () => {
  const reported: unknown[] = [];
  globalThis.reportError = (error) => void reported.push(error);
  report(bug);
  expect(reported).toEqual([bug]);
});

it("never throws itself: where the browser cannot be told, a timer throws the bug", () => {
  jest.useFakeTimers();
  expect(() => report(bug)).not.toThrow();
  expect(() => jest.runAllTimers()).toThrow(bug);
});
