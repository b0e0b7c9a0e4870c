import { createWatch } from "../../overview/watch";
import type { OverviewState, Watch } from "../../overview/watch";
import { RequestFailed } from "../../shared/domain/failure";

let states: OverviewState[];
let pauses: { readonly ms: number; readonly task: () => void; ended: boolean }[];
let visible: boolean;
let fails: Error | null;
let random: number;
let asked: string[];
/** The page's button. */
let press: () => void;
const bugs: unknown[] = [];

beforeEach(() => {
  [states, pauses, visible, fails, random, asked] = [[], [], true, null, 0.5, []];
  bugs.length = 0;
});

function start(): Watch {
  let reading = 0;
  return createWatch({
    readNow() {
      asked.push("now");
      reading += 1;
      return fails === null ? Promise.resolve({ figures: { waiting: reading }, at: reading * 1000 }) : Promise.reject(fails);
    },
    readNumbers(now) {
      asked.push(`numbers at ${now}`);
      return Promise.resolve({ blocked: 7 });
    },
    makePage(refresh) {
      press = refresh;
      return (state) => states.push(state);
    },
    isVisible: () => visible,
    random: () => random,
    later(task, ms) {
      const pause = { ms, task, ended: false };
      pauses.push(pause);
      return () => (pause.ended = true);
    },
    report: (bug) => bugs.push(bug),
  });
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
/** Lets the pause that is under way be over. */
async function next(): Promise<void> {
  pauses.at(-1)?.task();
  await settled();
}
const last = () => states.at(-1);

it("reads at once, and every minute: the numbers, which go through more rows, only every quarter of an hour", async () => {
  start();
  await settled();
  expect(last()).toEqual({ figures: { waiting: 1, blocked: 7 }, at: 1000, isReading: false, hasFailed: false });
  for (let minute = 1; minute <= 15; minute += 1) await next();
  expect(asked.filter((one) => one === "now")).toHaveLength(16);
  expect(asked.filter((one) => one !== "now")).toEqual(["numbers at 1000", "numbers at 16000"]);
  expect(last()?.figures).toEqual({ waiting: 16, blocked: 7 });
});

it.each([
  [0, 54_000],
  [1, 66_000],
])("pauses a minute, a tenth less or more by chance (%d: %d ms), so that pages part", async (chance, ms) => {
  random = chance;
  start();
  await settled();
  expect(pauses.map((pause) => pause.ms)).toEqual([ms]);
});

it("keeps what it has when the server fails, says so, and tries again", async () => {
  start();
  await settled();
  fails = new RequestFailed("offline");
  await next();
  expect(last()).toMatchObject({ figures: { waiting: 1, blocked: 7 }, at: 1000, hasFailed: true, isReading: false });
  fails = null;
  await next();
  expect(last()).toMatchObject({ figures: { waiting: 3 }, hasFailed: false });
  expect(bugs).toEqual([]);
});

it("leaves a server alone for as long as that asks", async () => {
  fails = new RequestFailed("throttled", { retryAfter: 300_000 });
  start();
  await settled();
  expect(pauses.map((pause) => pause.ms)).toEqual([300_000]);
});

it("asks nothing while nobody sees the page, and at once when somebody does again", async () => {
  const watch = start();
  await settled();
  visible = false;
  await next();
  expect(asked.filter((one) => one === "now")).toHaveLength(1);
  visible = true;
  watch.visibilityChanged();
  await settled();
  expect(asked.filter((one) => one === "now")).toHaveLength(2);
  // What was read less than a minute ago is not read again because the page was covered for a moment.
  watch.visibilityChanged();
  await settled();
  expect(asked.filter((one) => one === "now")).toHaveLength(2);
});

it("reads everything on a press, once for however many presses, and ends the pause", async () => {
  start();
  await settled();
  press();
  press();
  await settled();
  expect(asked).toEqual(["now", "numbers at 1000", "now", "numbers at 2000"]);
  expect(pauses.map(({ ended }) => ended)).toEqual([true, false]);
});

it("reports a bug, and does not take it for a server that is away", async () => {
  fails = new TypeError("bug");
  start();
  await settled();
  expect(bugs).toEqual([fails]);
  expect(last()?.hasFailed).toBe(true);
});
