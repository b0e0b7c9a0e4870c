/** @jest-environment jsdom */
/** How much of a long list is made, and when. A page without a layout: a view is 800 px high, and a compact card 59. */
import { act, fireEvent, screen } from "@testing-library/react";
import { stillRows } from "../../NotificationPanel/stillRows";
import type { StillRows } from "../../NotificationPanel/stillRows";
import { buildNotice, buildNotifications, buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";

const CARD = 59;
const many = buildNotifications(1_000);

const lines = () => screen.getAllByRole("listitem").length;
const rest = () =>
  act(() => {
    jest.advanceTimersByTime(100);
  });

/** How many lines are drawn by this: each says once how old its message is. */
function drawnBy(work: () => void): number {
  const format = jest.spyOn(Intl.RelativeTimeFormat.prototype, "format");
  try {
    work();
    return format.mock.calls.length;
  } finally {
    format.mockRestore();
  }
}

function scrollTo(top: number): void {
  const scroller = document.querySelector("[data-is-scrollable]");
  if (!scroller) throw new Error("There is no list.");
  scroller.scrollTop = top;
  fireEvent.scroll(scroller);
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe("who opens the panel", () => {
  it("waits for the cards in view; those beside the view come a moment later", () => {
    renderPanel(buildSnapshot({ notifications: many }));
    expect(lines()).toBe(14);
    rest();
    expect(lines()).toBe(21);
  });

  it("need not wait for them to scroll", () => {
    renderPanel(buildSnapshot({ notifications: many }));
    scrollTo(CARD);
    expect(lines()).toBe(22);
  });

  it("finds what was in view drawn already when it opens again", () => {
    const { show } = renderPanel(buildSnapshot({ notifications: many }));
    rest();
    show(buildSnapshot({ notifications: many }), { isVisible: false });
    rest();
    expect(lines()).toBe(14);
    expect(drawnBy(() => show(buildSnapshot({ notifications: many }), { isVisible: true }))).toBe(0);
    rest();
    expect(lines()).toBe(21);
  });
});

describe("a step of a scroll", () => {
  it("draws the cards that come, each once, and no other", () => {
    renderPanel(buildSnapshot({ notifications: many }));
    rest();
    scrollTo(20 * CARD);
    expect(drawnBy(() => scrollTo(22 * CARD))).toBe(2);
    expect(drawnBy(() => scrollTo(21 * CARD))).toBe(1);
  });

  it("draws nothing where it is shorter than a card", () => {
    renderPanel(buildSnapshot({ notifications: many }));
    rest();
    scrollTo(20 * CARD);
    expect(drawnBy(() => scrollTo(20 * CARD + 30))).toBe(0);
  });
});

it("asks for the texts of a list that flies by once, of what is there in the end", () => {
  const asked: (readonly string[])[] = [];
  const unread = many.map((notification) => ({ ...notification, preview: null }));
  renderPanel(buildSnapshot({ notifications: unread }), { onWantPreviews: (ids) => asked.push(ids) });
  for (let step = 1; step <= 10; step++) scrollTo(step * 2 * CARD);
  expect(asked.map(({ length }) => length)).toEqual([14]);
  act(() => {
    jest.advanceTimersByTime(1_000);
  });
  const shown = screen.getAllByRole("listitem").map(({ id }) => id.replace("msgn-", ""));
  expect(asked.slice(1)).toEqual([shown]);
});

it("a notice draws no card again", () => {
  const { show } = renderPanel(buildSnapshot({ notifications: many }));
  expect(drawnBy(() => show(buildSnapshot({ notifications: many, notices: [buildNotice()] })))).toBe(0);
});

it("who only comes, scrolls or leaves is shown the same rows, and none of ten thousand notifications is looked up", () => {
  const START: StillRows = { view: "", rows: [], waiting: 0 };
  const truth = { view: "all", listed: many, all: many, leadTo: null, isOwnDoing: () => false, hasBox: () => false };
  const before = stillRows(START, truth, { isHeld: false, isScrolled: false });
  const all = new Proxy(many, {
    get: () => {
      throw new Error("They are looked up.");
    },
  });
  for (const isHeld of [true, false])
    for (const isScrolled of [true, false]) expect(stillRows(before, { ...truth, all }, { isHeld, isScrolled })).toBe(before);
});
