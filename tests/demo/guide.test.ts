import { createGuide } from "../../demo/pages/browser/guide/guide";
import type { Guide, Progress, Step } from "../../demo/pages/browser/guide/guide";

let done: string[];
let progress: Progress;
let guide: Guide;
let finish: () => void;
let failing: string | undefined;

const step = (name: string): Step => ({
  says: `${name}.`,
  act: () =>
    new Promise((resolve, reject) => {
      if (name === failing) reject(new Error("Nobody is there."));
      finish = () => {
        done.push(name);
        resolve();
      };
    }),
});
const finishStep = async (): Promise<void> => {
  finish();
  await jest.advanceTimersByTimeAsync(0);
};

beforeEach(() => {
  jest.useFakeTimers();
  done = [];
  failing = undefined;
  guide = createGuide(
    () => ["One", "Two"].map(step),
    (now) => {
      progress = now;
    },
  );
});
afterEach(() => jest.useRealTimers());

it("waits to be started", () => {
  expect(progress).toMatchObject({ begun: 0, steps: 2, isBusy: false, isRunning: false });
});

it("does one step when it is told to, and says which", async () => {
  guide.step();
  expect(progress).toMatchObject({ begun: 1, says: "One.", isBusy: true });
  await finishStep();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(progress).toMatchObject({ begun: 1, isBusy: false, isRunning: false });
  expect(done).toEqual(["One"]);
});

it("goes on by itself once started, with a pause between two steps, and ends after the last", async () => {
  guide.start();
  await finishStep();
  expect(progress).toMatchObject({ begun: 1, isBusy: false, isRunning: true });
  await jest.advanceTimersByTimeAsync(5_000);
  expect(progress).toMatchObject({ begun: 2, isBusy: true });
  await finishStep();
  expect(progress).toMatchObject({ begun: 2, isBusy: false, isRunning: false });
});

it("begins anew after the last step", async () => {
  guide.step();
  await finishStep();
  guide.step();
  await finishStep();
  guide.step();
  expect(progress).toMatchObject({ begun: 1, says: "One." });
});

it("goes back to the beginning when it is stopped between two steps", async () => {
  guide.start();
  await finishStep();
  guide.stop();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(progress).toMatchObject({ begun: 0, isRunning: false });
  expect(done).toEqual(["One"]);
});

it("finishes the step in which it is stopped, and does no other", async () => {
  guide.start();
  guide.stop();
  expect(progress).toMatchObject({ begun: 1, isBusy: true, isRunning: false });
  await finishStep();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(progress).toMatchObject({ begun: 0, isBusy: false });
  expect(done).toEqual(["One"]);
});

it("says why a step could not be shown, ends there, and can begin anew", async () => {
  failing = "One";
  guide.start();
  await jest.advanceTimersByTimeAsync(0);
  expect(progress).toMatchObject({ begun: 1, isRunning: false, isBusy: false });
  expect(progress.says).toBe("One. It could not be shown: Nobody is there.");
  failing = undefined;
  guide.step();
  expect(progress).toMatchObject({ begun: 1, says: "One." });
});
