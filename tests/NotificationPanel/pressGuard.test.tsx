/** @jest-environment jsdom */
/** A press by pointer is taken for what lay there when the hand set out. The rows are 100 px high here; in a real layout tests/e2e/still.test.ts looks. */
import { act, createEvent, fireEvent, screen } from "@testing-library/react";
import { buildNotifications, buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";

const four = buildNotifications(4);
const only = (...places: readonly number[]) => buildSnapshot({ notifications: four.filter((_, at) => places.includes(at)) });

/** How high what stands above the rows is, and the observers of sizes, which the tests' browser lacks. */
let headHeight = 0;
const observers = new Set<() => void>();

beforeEach(() => {
  jest.useFakeTimers();
  headHeight = 0;
  observers.clear();
  jest.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const rows = [...document.querySelectorAll("[role=list] > *")];
    return new DOMRect(0, headHeight + rows.indexOf(this) * 100, 300, rows.includes(this) ? 100 : 0);
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

class DOMRectOfTests {
  constructor(
    readonly left: number,
    readonly top: number,
    readonly width: number,
    readonly height: number,
  ) {}
  get right(): number {
    return this.left + this.width;
  }
  get bottom(): number {
    return this.top + this.height;
  }
}
class ResizeObserverOfTests {
  constructor(private readonly look: () => void) {}
  observe(): void {
    observers.add(this.look);
  }
  disconnect(): void {
    observers.delete(this.look);
  }
}
Object.assign(globalThis, { DOMRect: DOMRectOfTests, ResizeObserver: ResizeObserverOfTests });

/** Lets what has changed be noticed, and so many ms pass. */
const pass = (ms: number) =>
  act(async () => {
    await Promise.resolve();
    jest.advanceTimersByTime(ms);
  });

/** A pointer presses the element at this height. `detail` 0: a key, or assistive technology. */
function press(element: HTMLElement, clientY: number, detail = 1): void {
  const down = createEvent.pointerDown(element);
  Object.defineProperties(down, { clientX: { value: 10 }, clientY: { value: clientY } });
  fireEvent(element, down);
  fireEvent.click(element, { clientX: 10, clientY, detail });
}

const accept = (name: string) => screen.getByRole("button", { name: `Accept ${name}` });

it("does nothing for half a second where another customer has come under it, and something afterwards", async () => {
  const { calls, show } = renderPanel(only(1, 2));
  await pass(2_000);
  show(only(0, 1, 2));
  await pass(100);
  press(accept("Contact 1"), 50);
  expect(calls).toEqual([]);
  await pass(600);
  press(accept("Contact 1"), 50);
  expect(calls).toEqual([["perform", "accept", four[0]?.session.id]]);
});

it("looks as if it could not be pressed yet for as long as it cannot, and in no other place", async () => {
  const { show } = renderPanel(only(1, 2));
  const pale = () => [...document.querySelectorAll("[data-settling]")].map((row) => row.getAttribute("aria-label")?.slice(0, 9));
  await pass(2_000);
  expect(pale()).toEqual([]);
  show(only(0, 1, 2));
  await pass(100);
  // The third row came where nothing lay: nobody aimed at it.
  expect(pale()).toEqual(["Contact 1", "Contact 2"]);
  // Keyboard and assistive technology can press it.
  expect(accept("Contact 1").getAttribute("aria-disabled")).not.toBe("true");
  await pass(600);
  expect(pale()).toEqual([]);
});

it("acts at once where nothing has moved, and where nothing lay before", async () => {
  const { calls, show } = renderPanel(only(1));
  await pass(2_000);
  show(only(1, 2));
  await pass(10);
  press(accept("Contact 2"), 50);
  press(accept("Contact 3"), 150);
  expect(calls.map(([, action, id]) => [action, id])).toEqual([
    ["accept", four[1]?.session.id],
    ["accept", four[2]?.session.id],
  ]);
});

it("is not what a key does: that acts at once", async () => {
  const { calls, show } = renderPanel(only(1, 2));
  await pass(2_000);
  show(only(0, 1, 2));
  await pass(100);
  press(accept("Contact 1"), 50, 0);
  expect(calls).toHaveLength(1);
});

it("acts at once in another tab that the agent has chosen", async () => {
  const { calls, show } = renderPanel(only(1, 2));
  await pass(2_000);
  const chosen = only(2);
  show({ ...chosen, settings: chosen.settings && { ...chosen.settings, chosen: { ...chosen.settings.chosen, order: "longest" } } });
  await pass(50);
  press(accept("Contact 3"), 50);
  expect(calls).toHaveLength(1);
});

it("does nothing for half a second after what stands above the list has grown, on what has moved with it", async () => {
  const { calls } = renderPanel(only(0, 1));
  await pass(2_000);
  headHeight = 100;
  for (const look of [...observers]) look();
  await pass(100);
  // Where the second row was, the first one is now.
  press(accept("Contact 1"), 150);
  expect(calls).toEqual([]);
  await pass(600);
  press(accept("Contact 1"), 150);
  expect(calls).toHaveLength(1);
});
