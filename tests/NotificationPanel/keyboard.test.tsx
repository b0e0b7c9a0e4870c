/** @jest-environment jsdom */
/** The list as one stop of Tab, and what the keys do. */
import { act, fireEvent, screen } from "@testing-library/react";
import type { Action } from "../../shared/domain/session";
import { buildNotice, buildNotification, buildNotifications, buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";

const three = buildNotifications(3);
const ids = three.map(({ session }) => session.id);

const pass = (ms: number) =>
  act(() => {
    jest.advanceTimersByTime(ms);
  });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const focused = () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "";
const press = (key: string, more: object = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const row = (name: string) => screen.getByRole("listitem", { name: new RegExp(`^${name}`) });
/** The agent comes to a row by a key, and takes the time to see it. */
const enter = (name = "Contact 1") => {
  act(() => row(name).focus());
  jest.advanceTimersByTime(1_000);
};

describe("the list", () => {
  it("is one stop of Tab: its first row, and none of its buttons", () => {
    renderPanel(buildSnapshot({ notifications: three }));
    const stops = [...screen.getByRole("list").querySelectorAll<HTMLElement>("*")].filter(({ tabIndex }) => tabIndex >= 0);
    expect(stops.map((stop) => stop.getAttribute("aria-label"))).toEqual(["Contact 1, +155500000"]);
  });

  it("is left and entered again at the row that had the focus last", () => {
    renderPanel(buildSnapshot({ notifications: three }));
    enter("Contact 2");
    expect(screen.getAllByRole("listitem").map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1]);
  });

  it("goes on with its stop to another row when that one leaves", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three }));
    enter("Contact 3");
    act(() => screen.getByRole("button", { name: "Settings" }).focus());
    pass(2_000);
    panel.show(buildSnapshot({ notifications: three.slice(0, 2) }));
    expect(screen.getAllByRole("listitem").map(({ tabIndex }) => tabIndex)).toEqual([0, -1]);
  });
});

describe("keys that move", () => {
  it.each([
    ["the panel itself, where it has no title", false, () => screen.getByRole("region", { name: "Notifications" })],
    ["the title", true, () => screen.getByRole("heading", { name: "Notifications" })],
    ["the search box", false, () => screen.getByRole("searchbox")],
  ])("down enters the list from %s, at its stop", (_, hasTitle, from) => {
    renderPanel(buildSnapshot({ notifications: three }), { hasTitle });
    act(() => from().focus());
    press("ArrowDown", { shiftKey: true });
    expect(document.activeElement).toBe(from());
    press("ArrowDown");
    expect(focused()).toMatch(/^Contact 1,/);
  });

  it.each([
    ["ArrowDown", "Contact 1", "Contact 2"],
    ["ArrowUp", "Contact 2", "Contact 1"],
    ["ArrowDown", "Contact 3", "Contact 3"],
    ["ArrowUp", "Contact 1", "Contact 1"],
    ["End", "Contact 1", "Contact 3"],
    ["Home", "Contact 3", "Contact 1"],
  ])("%s goes from %s to %s", (key, from, to) => {
    renderPanel(buildSnapshot({ notifications: three }));
    enter(from);
    press(key);
    expect(focused()).toMatch(new RegExp(`^${to},`));
  });

  it("right goes to the row's buttons one by one, left comes back, and up and down leave from a button to a row", () => {
    renderPanel(buildSnapshot({ notifications: three }));
    enter();
    const way = ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"].map((key) => {
      press(key);
      return focused();
    });
    expect(way.filter((name) => /Contact 1$/.test(name)).length).toBeGreaterThan(2);
    press("ArrowDown");
    expect(focused()).toMatch(/^Contact 2,/);
    press("ArrowRight");
    press("ArrowLeft");
    expect(focused()).toMatch(/^Contact 2,/);
  });

  it.each([
    ["ArrowRight", "Accept Contact 1", "Block Contact 1"],
    ["ArrowLeft", "Block Contact 1", "Accept Contact 1"],
  ])("%s passes a button that cannot have the focus", (key, from, to) => {
    renderPanel(buildSnapshot({ notifications: three }));
    screen.getByRole<HTMLButtonElement>("button", { name: "Dismiss Contact 1" }).disabled = true;
    act(() => screen.getByRole("button", { name: from }).focus());
    press(key);
    expect(focused()).toBe(to);
  });

  it("left goes to the buttons where the language is read from right to left", () => {
    renderPanel(buildSnapshot({ notifications: three }), { languageCode: 1025 });
    act(() => screen.getAllByRole("listitem")[0]?.focus());
    press("ArrowLeft");
    expect(document.activeElement?.getAttribute("role")).not.toBe("listitem");
    press("ArrowRight");
    expect(document.activeElement?.getAttribute("role")).toBe("listitem");
  });

  it("End goes to the last of a thousand, which was not rendered, and Home back", () => {
    renderPanel(buildSnapshot({ notifications: buildNotifications(1_000) }));
    enter("Contact 1,");
    press("End");
    expect(focused()).toMatch(/^Contact 1000,/);
    press("Home");
    expect(focused()).toMatch(/^Contact 1,/);
  });
});

describe("keys that act on the row with the focus", () => {
  it.each<[string, readonly Action[], Action]>([
    ["Enter", ["accept", "dismiss", "block"], "accept"],
    ["Enter", ["view"], "view"],
    ["a", ["accept", "dismiss", "block"], "accept"],
    ["d", ["accept", "dismiss", "block"], "dismiss"],
    ["D", ["accept", "dismiss", "block"], "dismiss"],
  ])("%s on %j does %s", (key, actions, action) => {
    const { calls } = renderPanel(buildSnapshot({ notifications: [buildNotification({ actions })] }));
    enter("Jane Doe");
    press(key);
    expect(calls).toEqual([["perform", action, buildNotification().session.id]]);
  });

  it.each([
    ["b", "block", ["accept", "dismiss", "block"], /\+15550100/],
    ["a", "assign", ["assign"], /Change Ownership/],
    ["Enter", "assign", ["assign"], /Change Ownership/],
  ] as const)("%s for %s asks first", (key, _, actions, question) => {
    const { calls } = renderPanel(buildSnapshot({ notifications: [buildNotification({ actions })] }));
    enter("Jane Doe");
    press(key);
    expect(screen.getByRole("dialog").textContent).toMatch(question);
    expect(calls).toEqual([]);
  });

  it("a keyboard without Latin letters is read by the places of its keys", () => {
    const { calls } = renderPanel(buildSnapshot({ notifications: three }));
    enter();
    press("ي", { code: "KeyD" });
    expect(calls).toEqual([["perform", "dismiss", ids[0]]]);
  });

  it.each([
    ["with Ctrl, which is the browser's", { key: "d", ctrlKey: true }],
    ["held down", { key: "d", repeat: true }],
    ["for what is not offered", { key: "x" }],
  ])("nothing happens: a letter %s", (_, { key, ...more }) => {
    const { calls } = renderPanel(buildSnapshot({ notifications: three }));
    enter();
    press(key, more);
    expect(calls).toEqual([]);
  });

  it("nothing happens where the row's action is under way", () => {
    const { calls } = renderPanel(buildSnapshot({ notifications: [buildNotification({ pending: "accept" })] }));
    enter("Jane Doe");
    press("Enter");
    press("d");
    expect(calls).toEqual([]);
  });

  it("letters in the search box are text", () => {
    const { calls } = renderPanel(buildSnapshot({ notifications: three, notices: [buildNotice()] }));
    act(() => screen.getByRole("searchbox").focus());
    for (const key of ["a", "d", "u", "?", "/"]) press(key);
    expect(calls).toEqual([]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("after the action the focus is on the next row; what cannot be undone waits there until it could be seen whom it is about", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three }));
    enter();
    press("d");
    panel.show(buildSnapshot({ notifications: three.slice(1) }));
    expect(focused()).toMatch(/^Contact 2,/);
    press("a");
    press("Enter");
    expect(panel.calls).toEqual([["perform", "dismiss", ids[0]]]);
    jest.advanceTimersByTime(600);
    press("a");
    expect(panel.calls.at(-1)).toEqual(["perform", "accept", ids[1]]);
  });
});

describe("keys of the panel", () => {
  it("U undoes what was done last", () => {
    const notices = [buildNotice({ id: 1 }), buildNotice({ id: 2 }), buildNotice({ id: 3, kind: "failed", canUndo: false })];
    const { calls } = renderPanel(buildSnapshot({ notifications: three, notices }));
    enter();
    press("u");
    expect(calls).toEqual([["undo", 2]]);
  });

  it("/ goes to the search box", () => {
    renderPanel(buildSnapshot({ notifications: three }));
    enter();
    press("/");
    expect(document.activeElement).toBe(screen.getByRole("searchbox"));
  });

  it("Escape closes the panel", () => {
    const { calls } = renderPanel(buildSnapshot({ notifications: three }));
    enter();
    press("Escape");
    expect(calls).toEqual([["close"]]);
  });
});

describe("buttons say their letters", () => {
  it.each([
    ["Accept", "A"],
    ["Dismiss", "D"],
    ["Block", "B"],
  ])("%s: %s", (name, letter) => {
    renderPanel();
    const button = screen.getByRole("button", { name: `${name} Jane Doe` });
    expect(button.getAttribute("aria-keyshortcuts")).toBe(letter);
  });
});
