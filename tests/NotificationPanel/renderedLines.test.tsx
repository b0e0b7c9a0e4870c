/** @jest-environment jsdom */
/** What a list makes of the real heights of its cards. The page of these tests has a layout: a view of 400 px, and cards of 100, thought to be 59. */
import { act, fireEvent, screen } from "@testing-library/react";
import { NO_SETTINGS } from "../../shared/domain/settings";
import { buildNotifications, buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";

const VIEW = 400;
const CARD = 100;
const twenty = buildNotifications(20);
const many = buildNotifications(1_000);

/** What the layout is now (px). */
const page = { view: VIEW, width: 300, card: CARD, of: new Map<string, number>() };
/** Who is told when the list gets another size. */
const observers = new Set<() => void>();

const isList = (element: Element) => element.matches("[data-is-scrollable]");
const isRow = (element: Element) => element.parentElement?.getAttribute("role") === "list";

/** A row or a gap is as high as it says itself, otherwise as the page has it; in a closed pane nothing has a height. */
function heightOf(element: HTMLElement): number {
  if (page.view === 0 || !isRow(element)) return 0;
  return parseFloat(element.style.height) || (page.of.get(element.getAttribute("aria-label") ?? "") ?? page.card);
}

function topOf(element: HTMLElement): number {
  const before = element.previousElementSibling;
  return before instanceof HTMLElement ? topOf(before) + heightOf(before) : 0;
}

function onElements(name: "clientHeight" | "clientWidth" | "offsetHeight" | "offsetTop", value: (element: HTMLElement) => number): void {
  jest.spyOn(HTMLElement.prototype, name, "get").mockImplementation(function (this: HTMLElement) {
    return value(this);
  });
}

const realObserver = globalThis.ResizeObserver;

beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(page, { view: VIEW, width: 300, card: CARD, of: new Map() });
  onElements("clientHeight", (element) => (isList(element) ? page.view : 0));
  onElements("clientWidth", (element) => (isList(element) ? page.width : 0));
  onElements("offsetHeight", heightOf);
  onElements("offsetTop", topOf);
  jest.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(function (this: HTMLElement) {
    const height = heightOf(this);
    return { x: 0, y: 0, top: 0, left: 0, right: 0, bottom: height, width: 0, height, toJSON: () => "" };
  });
  globalThis.ResizeObserver = class {
    private readonly told: () => void;
    public constructor(callback: ResizeObserverCallback) {
      this.told = () => callback([], this);
    }
    public observe(element: Element): void {
      if (isList(element)) observers.add(this.told);
    }
    public unobserve(): void {
      this.disconnect();
    }
    public disconnect(): void {
      observers.delete(this.told);
    }
  };
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
  globalThis.ResizeObserver = realObserver;
});

function list(): Element {
  const found = document.querySelector("[data-is-scrollable]");
  if (!found) throw new Error("There is no list.");
  return found;
}

function scrollTo(top: number): void {
  list().scrollTop = top;
  fireEvent.scroll(list());
}

/** The list gets another size. */
function resize(change: Partial<typeof page>): void {
  Object.assign(page, change);
  act(() => {
    for (const tell of [...observers]) tell();
  });
}

/** Which contacts have a line in the page: their numbers, as runs. */
function rendered(): string {
  const places = screen.getAllByRole("listitem").map((line) => Number(/^Contact (\d+),/.exec(line.getAttribute("aria-label") ?? "")?.[1]));
  const begins = places.filter((place) => !places.includes(place - 1));
  const ends = places.filter((place) => !places.includes(place + 1));
  return begins.map((begin, at) => (begin === ends[at] ? `${begin}` : `${begin}-${ends[at]}`)).join(" ");
}

const row = (at: number) => screen.getByRole("listitem", { name: new RegExp(`^Contact ${at},`) });
const focused = () => document.activeElement?.getAttribute("aria-label")?.split(",")[0];

describe("which cards are drawn", () => {
  it("is found out by their real heights: higher ones fill the view earlier", () => {
    renderPanel(buildSnapshot({ notifications: many }));
    expect(rendered()).toBe("1-5");
  });

  it("the next line, too, where the list was left a little below its beginning", () => {
    page.view = 460;
    const { show } = renderPanel(buildSnapshot({ notifications: many }));
    scrollTo(50);
    resize({ view: 0, width: 0 });
    show(buildSnapshot({ notifications: many }), { isVisible: false });
    act(() => jest.advanceTimersByTime(100));
    resize({ view: 460, width: 300 });
    show(buildSnapshot({ notifications: many }), { isVisible: true });
    expect(rendered()).toBe("1-6");
  });

  it("all of a short list, whatever their heights", () => {
    renderPanel(buildSnapshot({ notifications: twenty }));
    expect(rendered()).toBe("1-20");
  });

  it.each([
    ["narrower, and its cards higher", { width: 200, card: 2 * CARD }, "1-3"],
    ["higher", { view: 2 * VIEW }, "1-9"],
  ])("is found out again when the list becomes %s", (_, change, expected) => {
    renderPanel(buildSnapshot({ notifications: many }));
    resize(change);
    expect(rendered()).toBe(expected);
  });

  it("is found out again when the agent chooses more room for each card", () => {
    const { show } = renderPanel(buildSnapshot({ notifications: many }));
    page.card = 2 * CARD;
    const settings = { chosen: { ...NO_SETTINGS, density: "roomy" as const }, allowed: { sound: true, desktop: true } };
    show(buildSnapshot({ notifications: many, settings }));
    expect(rendered()).toBe("1-3");
  });

  it("the card with the focus stays, however far the list is scrolled", () => {
    renderPanel(buildSnapshot({ notifications: many }));
    act(() => row(3).focus());
    scrollTo(10_000);
    expect(rendered()).toMatch(/^3 /);
  });

  it("a pane that is closed keeps what was in view for when it opens again", () => {
    const { show } = renderPanel(buildSnapshot({ notifications: many }));
    scrollTo(10_000);
    const before = rendered();
    resize({ view: 0, width: 0 });
    show(buildSnapshot({ notifications: many }), { isVisible: false });
    expect(rendered()).toBe(before);
    resize({ view: VIEW, width: 300 });
    show(buildSnapshot({ notifications: many }), { isVisible: true });
    expect(rendered()).toBe(before);
  });

  it("a list that is no longer there is not asked for its size", () => {
    const { unmount } = renderPanel(buildSnapshot({ notifications: many }));
    expect(observers.size).toBe(1);
    unmount();
    expect(observers.size).toBe(0);
  });
});

describe("what is in view stays where it is on the screen", () => {
  const changed = (at: number) => twenty.map((one, place) => (place === at - 1 ? { ...one, preview: "A longer text" } : one));
  /** The card gets another text, and 80 px higher by it. */
  const grow = (at: number) => {
    const name = row(at).getAttribute("aria-label") ?? "";
    page.of.set(name, CARD + 80);
    return buildSnapshot({ notifications: changed(at) });
  };

  it("when a card above becomes higher", () => {
    const { show } = renderPanel(buildSnapshot({ notifications: twenty }));
    scrollTo(500);
    show(grow(1));
    expect(list().scrollTop).toBe(580);
  });

  it("and the list does not move when a card below becomes higher", () => {
    const { show } = renderPanel(buildSnapshot({ notifications: twenty }));
    scrollTo(500);
    show(grow(15));
    expect(list().scrollTop).toBe(500);
  });

  it("at the list's beginning nothing is above: it does not move", () => {
    const { show } = renderPanel(buildSnapshot({ notifications: twenty }));
    scrollTo(0);
    show(grow(1));
    expect(list().scrollTop).toBe(0);
  });

  it("the next one where the first card in view leaves the list", () => {
    const { show } = renderPanel(buildSnapshot({ notifications: twenty }));
    scrollTo(500);
    fireEvent.click(screen.getByRole("button", { name: "Dismiss Contact 6" }));
    const { notifications } = grow(1);
    show(buildSnapshot({ notifications: notifications.filter((_, place) => place !== 5) }));
    expect(list().scrollTop).toBe(500 + 80 - CARD);
  });
});

/** A card of the view before remains in view. */
describe("PageDown and PageUp go a view further", () => {
  it.each([
    ["PageDown", 1, 4],
    ["PageUp", 5, 2],
    ["PageUp", 3, 1],
    ["PageDown", 18, 20],
    ["PageDown", 20, 20],
    ["PageUp", 1, 1],
  ])("%s goes from card %d to card %d", (key, from, to) => {
    renderPanel(buildSnapshot({ notifications: twenty }));
    act(() => row(from).focus());
    fireEvent.keyDown(row(from), { key });
    expect(focused()).toBe(`Contact ${to}`);
  });

  it("and one card where the view is lower than that", () => {
    page.view = CARD / 2;
    renderPanel(buildSnapshot({ notifications: twenty }));
    act(() => row(1).focus());
    fireEvent.keyDown(row(1), { key: "PageDown" });
    expect(focused()).toBe("Contact 2");
  });

  it("to a card that was not drawn, as if those between had the usual height", () => {
    renderPanel(buildSnapshot({ notifications: many }));
    act(() => row(1).focus());
    fireEvent.keyDown(row(1), { key: "End" });
    fireEvent.keyDown(row(1_000), { key: "PageUp" });
    expect(focused()).toBe("Contact 994");
    expect(rendered()).toBe("1-9 994");
  });
});
