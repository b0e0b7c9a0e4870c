/** What a trace of Chromium's says of a start, by a trace made by hand. */
import { costOf } from "../../bench/traceOfStart";
import type { TraceEvent } from "../../bench/traceOfStart";

const OURS = "http://ana.localhost/WebResources/msgn_/launcher.js";
const MS = 1_000;

/** A main thread that ran: 10 ms of the page's own, 30 ms of ours, 60 ms of what we call, 100 ms of nothing, and then one sample more. */
function trace(): readonly TraceEvent[] {
  const node = (id: number, functionName: string, url = "", parent?: number) => ({
    ...(parent === undefined ? {} : { parent }),
    id,
    callFrame: { functionName, url },
  });
  const nodes = [
    node(1, "(root)"),
    node(2, "page", "http://ana.localhost/app.js", 1),
    node(3, "start", OURS, 1),
    node(4, "render", "react.js", 3),
    node(5, "(idle)", "", 1),
  ];
  const thread = { pid: 7, tid: 1 };
  const profile = { ...thread, name: "Profile", ph: "P", id: "0x1", ts: 0, args: { data: { startTime: 0 } } };
  const chunk = (samples: readonly number[], timeDeltas: readonly number[], more: object = {}) => ({
    ...{ ...thread, name: "ProfileChunk", ph: "P", id: "0x1", ts: 0 },
    args: { data: { timeDeltas, cpuProfile: { samples, ...more } } },
  });
  const task = (ts: number, dur: number) => ({ ...thread, name: "RunTask", ph: "X", ts: ts * MS, dur: dur * MS, args: {} });
  return [
    profile,
    chunk([2, 3], [0, 10 * MS], { nodes }),
    // The time between two samples belongs to the first, also where they come in two pieces.
    chunk([4, 5, 2], [30 * MS, 60 * MS, 100 * MS]),
    task(0, 9),
    task(10, 90),
  ];
}

it("gives each sample the time until the next one, and counts our own, what we call, and all", () => {
  expect(costOf(trace())).toMatchObject({ own: 30, withCallees: 90, all: 100 });
});

it("calls a task long from 50 ms on, and ours where most of it is", () => {
  expect(costOf(trace())).toMatchObject({ longTasks: 1, ownLongTasks: 1 });
});

it("says so where there is no profile", () => {
  expect(() => costOf([])).toThrow("no profile");
});
