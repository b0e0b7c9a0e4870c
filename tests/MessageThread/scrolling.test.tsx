/** @jest-environment jsdom */
/** Where the reader of a thread is. How it looks and moves in a browser: tests/e2e/longThread.test.ts. */
import { act, fireEvent, screen } from "@testing-library/react";
import type { ThreadMessage } from "../../shared/domain/message";
import type { ThreadSnapshot } from "../../shared/thread/threadSnapshot";
import { message, threadSnapshot } from "../shared/thread/messages";
import { NOON } from "../shared/sessions";
import { layOutThread } from "./layOutThread";
import type { ThreadLayout } from "./layOutThread";
import { renderConversation } from "./renderConversation";

let layout: ThreadLayout;

beforeEach(() => {
  layout = layOutThread();
});

afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, "ResizeObserver");
});

/** The customer's texts with these numbers. */
const texts = (first: number, last: number, direction: ThreadMessage["direction"] = "in") =>
  Array.from({ length: last - first + 1 }, (_, at) =>
    message({ id: `${first + at}`, text: `Text ${first + at}`, direction, at: NOON - 1_000_000 + (first + at) * 1_000 }),
  );

/** A thread of these texts, every line 100 px high, of which 400 px are seen. */
function open(messages: readonly ThreadMessage[], overrides: Partial<ThreadSnapshot> = {}) {
  const rendered = renderConversation(threadSnapshot({ messages, ...overrides }));
  act(() => layout.resize());
  const log = screen.getByRole("log");
  const of = (name: string) => rendered.calls.filter(([called]) => called === name);
  return {
    ...rendered,
    log,
    show: (next: readonly ThreadMessage[], others: Partial<ThreadSnapshot> = {}) => {
      rendered.show(threadSnapshot({ messages: next, ...overrides, ...others }));
    },
    scrollTo(top: number) {
      log.scrollTop = top;
      fireEvent.scroll(log);
    },
    /** The lines of which the thread was told last that they are in view. */
    inView: () => of("view").pop()?.[1],
    asked: () => of("older").length,
    rendered: () => Array.from(log.querySelectorAll("[data-line]"), (line) => line.getAttribute("data-line") ?? ""),
    /** How far below the top of the log a text stands (px). */
    placeOf: (id: string) => log.querySelector(`[data-line="${id}"]`)?.getBoundingClientRect().top,
    pill: () => screen.queryByRole("button", { name: /new$/ }),
  };
}

it("begins at the end, says which texts are in view, and follows the end", () => {
  const { inView, show } = open(texts(1, 10));
  expect(inView()).toEqual(["7", "8", "9", "10"]);
  show(texts(1, 11));
  expect(inView()).toEqual(["8", "9", "10", "11"]);
});

it("begins at the first unread text, with what stands above it in sight", () => {
  const { inView, placeOf } = open(texts(1, 20), { unreadFrom: "8" });
  expect(placeOf("unread")).toBe(56);
  expect(inView()).toEqual(["unread", "8", "9"]);
});

it("keeps the place of who reads further up, offers what has come, and goes there", () => {
  const { scrollTo, show, pill, inView, placeOf } = open(texts(1, 10));
  scrollTo(250);
  show(texts(1, 12));
  expect([placeOf("3"), inView()]).toEqual([50, ["3", "4", "5"]]);
  expect(pill()?.textContent).toBe("2 new");
  fireEvent.click(pill() as HTMLElement);
  expect(inView()).toContain("12");
  expect(pill()).toBeNull();
});

it("does not offer as news what the agent has written, nor what they have seen", () => {
  const { scrollTo, show, pill } = open(texts(1, 10));
  scrollTo(250);
  show([...texts(1, 10), ...texts(11, 12, "out")]);
  expect(pill()).toBeNull();
});

it("keeps the place while older texts come above, and asks for them near the first one, once", () => {
  const { scrollTo, show, placeOf, asked } = open(texts(11, 30), { older: "idle" });
  expect(asked()).toBe(0);
  scrollTo(350);
  expect(asked()).toBe(1);
  expect(placeOf("13")).toBe(-50);
  show(texts(11, 30), { older: "loading" });
  scrollTo(340);
  expect(asked()).toBe(1);
  show(texts(1, 30), { older: "none" });
  expect(placeOf("13")).toBe(-40);
});

it("asks for older texts again where the agent wants that", () => {
  const { asked } = open(texts(11, 30), { older: "failed" });
  expect(screen.getByText("Older messages couldn’t be loaded.")).not.toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Retry" }));
  expect(asked()).toBe(1);
});

it("renders of a thousand texts those around the view, wherever that is, and the one that has the focus", () => {
  const { rendered, scrollTo, inView, log } = open(texts(1, 1000));
  expect(rendered().length).toBeLessThan(30);
  expect(inView()).toContain("1000");
  const last = log.querySelector<HTMLElement>('[data-line="1000"]');
  act(() => last?.focus());
  scrollTo(30_000);
  scrollTo(30_001);
  expect(rendered().length).toBeLessThan(30);
  expect(rendered()).toContain("1000");
  expect((inView() as readonly string[]).map(Number).every((id) => id > 200 && id < 700)).toBe(true);
  expect(document.activeElement).toBe(last);
});

it("finds its place again in a pane that was closed, and measures anew in one that has become wider", () => {
  const { scrollTo, placeOf, log, rendered } = open(texts(1, 40));
  scrollTo(2_050);
  /** The text at the top of the view. */
  const first = rendered().find((id) => (placeOf(id) ?? 0) > -layout.heightOf(id)) ?? "";
  const place = placeOf(first);
  layout.view = 0;
  act(() => layout.resize());
  layout.view = 400;
  log.scrollTop = 0;
  layout.width = 800;
  layout.heightOf = () => 70;
  act(() => layout.resize());
  expect([placeOf(first), place]).toEqual([place, expect.any(Number)]);
});

it("leaves the reader where they are when the line that they look at goes", () => {
  const { scrollTo, show, log } = open(texts(1, 20));
  scrollTo(800);
  show([...texts(1, 8), ...texts(10, 20)]);
  expect(log.scrollTop).toBe(800);
});

describe("by the arrow keys", () => {
  const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
  const focused = () => document.activeElement?.getAttribute("data-line");

  it("goes from text to text, and from the first and the last no further", () => {
    const { log } = open(texts(1, 4));
    act(() => log.querySelector<HTMLElement>('[data-line="3"]')?.focus());
    press("ArrowDown");
    expect(focused()).toBe("4");
    press("ArrowDown");
    expect(focused()).toBe("4");
    for (let step = 0; step < 5; step += 1) press("ArrowUp");
    expect(focused()).toBe("1");
    expect(press("PageDown")).toBe(true);
  });

  it("leaves the key to the browser while the text is longer than the view", () => {
    layout.heightOf = (id) => (id === "2" ? 900 : 100);
    const { log, scrollTo } = open(texts(1, 3));
    act(() => log.querySelector<HTMLElement>('[data-line="2"]')?.focus());
    scrollTo(300);
    expect([press("ArrowDown"), press("ArrowUp"), focused()]).toEqual([true, true, "2"]);
    scrollTo(200);
    expect([press("ArrowUp"), focused()]).toEqual([false, "1"]);
  });
});
