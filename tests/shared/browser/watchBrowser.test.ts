/** @jest-environment jsdom */
import { watchBrowser } from "../../../shared/browser/watchBrowser";
import { watchPages } from "../../../shared/browser/watchPages";
import { ana } from "../sessions";

/** A lock manager that grants, is taken, or refuses. */
function useLocks(request: unknown): void {
  Object.defineProperty(navigator, "locks", { value: request === undefined ? undefined : { request }, configurable: true });
}

const browser = () => watchBrowser(window, ana.id);
const grant = (held: boolean) => (_name: string, _options: object, run: (lock: object | null) => Promise<void>) => run(held ? {} : null);

it.each([
  ["runs a task when the lock is free", grant(true), 1],
  ["leaves it to the tab that holds the lock", grant(false), 0],
  ["runs it where there are no locks", undefined, 1],
  ["runs it where a frame may not use locks", () => Promise.reject(new DOMException("denied", "SecurityError")), 1],
])("%s", async (_, request, times) => {
  useLocks(request);
  const task = jest.fn(() => Promise.resolve());
  await browser().exclusively(task);
  expect(task).toHaveBeenCalledTimes(times);
});

it("asks for the user's own lock, and does not wait for it", async () => {
  const request = jest.fn(grant(true));
  useLocks(request);
  await browser().exclusively(() => Promise.resolve());
  expect(request).toHaveBeenCalledWith(expect.stringContaining(ana.id), { ifAvailable: true }, expect.any(Function));
});

it("takes the lock from a tab that is stuck, and runs the task once, also where the lock is taken from it in turn", async () => {
  const isTaken = new DOMException("taken", "AbortError");
  const request = jest.fn(async (_name: string, _options: object, run: (lock: object) => Promise<void>) => {
    void run({});
    return Promise.reject(isTaken);
  });
  useLocks(request);
  let end = () => {};
  const task = jest.fn(() => new Promise<void>((resolve) => (end = resolve)));
  const running = browser().exclusively(task, true);
  const ended = jest.fn();
  void running.then(ended);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(request).toHaveBeenCalledWith(expect.any(String), { steal: true }, expect.any(Function));
  expect(ended).not.toHaveBeenCalled();
  end();
  expect(await running).toBe(true);
  expect(task).toHaveBeenCalledTimes(1);
});

it("does not run a failing task twice", async () => {
  useLocks(grant(true));
  const task = jest.fn(() => Promise.reject(new Error("no")));
  await expect(browser().exclusively(task)).rejects.toThrow("no");
  expect(task).toHaveBeenCalledTimes(1);
});

it("waits for longer than the browser's timers can, and does not take that for no wait at all", async () => {
  const run = jest.fn();
  const cancels = [2 ** 31, 30 * 86_400_000, Number.POSITIVE_INFINITY].map((ms) => browser().after(ms, run));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(run).not.toHaveBeenCalled();
  for (const cancel of cancels) cancel();
});

it("tells when the tab is shown or the network comes and goes, until it is stopped", () => {
  const changed = jest.fn();
  const stop = browser().watch(changed);
  document.dispatchEvent(new Event("visibilitychange"));
  window.dispatchEvent(new Event("online"));
  window.dispatchEvent(new Event("offline"));
  expect(changed).toHaveBeenCalledTimes(3);
  stop();
  window.dispatchEvent(new Event("online"));
  expect(changed).toHaveBeenCalledTimes(3);
});

it("hears the page change through the Navigation API, where there is one", () => {
  const changed = jest.fn();
  watchPages(window, changed)();
  const navigation = new EventTarget();
  Object.defineProperty(window, "navigation", { value: navigation, configurable: true });
  const stop = watchPages(window, changed);
  const change = (navigationType: string | null) =>
    navigation.dispatchEvent(Object.assign(new Event("currententrychange"), { navigationType }));
  for (const type of ["push", "replace", "traverse", null]) change(type);
  stop();
  change("push");
  expect(changed.mock.calls).toEqual([[false], [true], [false], [false]]);
});

it("has a clock that never goes back", () => {
  const first = browser().now();
  expect(browser().now()).toBeGreaterThanOrEqual(first);
});
