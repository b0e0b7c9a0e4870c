import { createClient } from "../../../shared/dataverse/client";
import type { Fetch } from "../../../shared/dataverse/client";

/** A server that never answers; the browser ends the request when it is told to. */
const silent: Fetch = (_, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
  });

afterEach(() => {
  jest.useRealTimers();
});

it("gives a request up after two minutes without an answer, as if the connection had been cut", async () => {
  jest.useFakeTimers();
  const ended = jest.fn();
  void createClient(silent)({ method: "GET", path: "msgn_sessions" }).catch(ended);
  await jest.advanceTimersByTimeAsync(119_999);
  expect(ended).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalledWith(expect.objectContaining({ kind: "offline" }));
});
