/** @jest-environment jsdom */
import { act, cleanup, fireEvent } from "@testing-library/react";
import { NO_SETTINGS } from "../../shared/domain/settings";
import { box, layOut } from "./pointer";
import { bubble, renderControl } from "./renderControl";

const HOME = box(1288, 796, 48, 48);
const boxes = new Map<Element, DOMRect>();

beforeEach(() => {
  jest.useFakeTimers();
  layOut((element) => boxes.get(element) ?? (element.getAttribute("aria-label")?.startsWith("Messages") ? HOME : box(0, 0, 0, 0)));
});

afterEach(() => {
  cleanup();
  for (const element of boxes.keys()) element.remove();
  boxes.clear();
  jest.useRealTimers();
  jest.restoreAllMocks();
});

/** Something of the app's at this place of the page. */
function addToPage(tag: string, where: DOMRect, role?: string): HTMLElement {
  const element = document.body.appendChild(document.createElement(tag));
  if (role) element.setAttribute("role", role);
  element.tabIndex = 0;
  boxes.set(element, where);
  return element;
}

const focus = (element: HTMLElement) => act(() => element.focus());
/** The pointer moves there, and stays for so long (ms). */
function rest(element: Element, x: number, y: number, ms = 300, pointerType = "mouse") {
  fireEvent.pointerMove(element, { clientX: x, clientY: y, pointerType });
  act(() => {
    jest.advanceTimersByTime(ms);
  });
}
const where = () => ({ top: bubble().style.top, isFaded: getComputedStyle(bubble()).pointerEvents === "none" });
const AT_HOME = { top: "", isFaded: false };
const FIELD = box(900, 780, 480, 32);
const ABOVE_FIELD = { top: "724px", isFaded: false };

it("steps aside for the field that has the focus, and back when that has gone", () => {
  renderControl();
  const [field, other] = [addToPage("input", FIELD), addToPage("input", box(900, 300, 480, 32))];
  focus(field);
  expect(where()).toEqual(ABOVE_FIELD);
  focus(other);
  expect(where()).toEqual(AT_HOME);
  focus(field);
  act(() => field.blur());
  expect(where()).toEqual(AT_HOME);
});

it("does so for a field that had the focus before the bubble came, and when the page is scrolled or resized", () => {
  const field = addToPage("input", FIELD);
  field.focus();
  renderControl();
  expect(where()).toEqual(ABOVE_FIELD);
  boxes.set(field, box(900, 500, 480, 32));
  fireEvent.scroll(document.body);
  expect(where()).toEqual(AT_HOME);
  boxes.set(field, FIELD);
  fireEvent(window, new Event("resize"));
  expect(where()).toEqual(ABOVE_FIELD);
});

it("does so for a field that moves below it by what is typed", () => {
  renderControl();
  const field = addToPage("textarea", box(900, 500, 480, 32));
  focus(field);
  expect(where()).toEqual(AT_HOME);
  field.addEventListener("input", () => void boxes.set(field, FIELD));
  fireEvent.input(field);
  expect(where()).toEqual(ABOVE_FIELD);
});

it("does not for a part of the page that takes the focus as a whole, nor for what is beside it", () => {
  renderControl();
  focus(addToPage("main", box(208, 48, 1144, 852)));
  expect(where()).toEqual(AT_HOME);
  focus(addToPage("input", box(300, 780, 480, 32)));
  expect(where()).toEqual(AT_HOME);
});

it("lets a large field be read and clicked through it where there is nowhere to step", () => {
  renderControl();
  const [field, other] = [addToPage("textarea", box(300, 100, 1050, 780)), addToPage("input", box(900, 300, 480, 32))];
  focus(field);
  expect(where()).toEqual({ top: "", isFaded: true });
  focus(other);
  expect(where()).toEqual(AT_HOME);
});

it("can be pressed all the same, by a pointer that rests on it or by keyboard", () => {
  renderControl();
  const field = addToPage("textarea", box(300, 100, 1050, 780));
  focus(field);
  rest(field, 1300, 810, 299);
  expect(where().isFaded).toBe(true);
  rest(field, 1300, 810);
  expect(where().isFaded).toBe(false);
  rest(field, 600, 400);
  expect(where().isFaded).toBe(true);
  focus(bubble());
  expect(where().isFaded).toBe(false);
});

describe("the row under the pointer", () => {
  const ROW = box(208, 790, 1144, 44);

  it.each([
    ["tr", undefined],
    ["div", "row"],
    ["li", undefined],
    ["div", "option"],
    ["div", "article"],
  ])("is made way for when the pointer rests on it (%s, role %s), until it rests on another", (tag, role) => {
    renderControl();
    const [row, other] = [addToPage(tag, ROW, role), addToPage(tag, box(208, 500, 1144, 44), role)];
    const cell = row.appendChild(document.createElement("span"));
    rest(cell, 500, 810);
    expect(where()).toEqual({ top: "734px", isFaded: false });
    rest(other, 500, 520);
    expect(where()).toEqual(AT_HOME);
  });

  it("does not move the bubble away from a pointer that is on its way to it, nor from one that is on it", () => {
    renderControl();
    const row = addToPage("tr", ROW);
    for (let x = 500; x < 1288; x += 50) rest(row, x, 810, 100);
    rest(bubble(), 1300, 810, 5_000);
    expect(where()).toEqual(AT_HOME);
  });

  it("is made way for also by a bubble that was pressed last, and has the focus; that does not fade", () => {
    renderControl();
    focus(bubble());
    rest(addToPage("tr", ROW), 500, 810);
    expect(where()).toEqual({ top: "734px", isFaded: false });
    Object.assign(window, { innerHeight: 264 });
    rest(addToPage("tr", box(208, 150, 1144, 60)), 500, 170);
    expect(where()).toEqual(AT_HOME);
    focus(addToPage("input", box(300, 300, 100, 32)));
    expect(where().isFaded).toBe(true);
  });

  it("is no longer under the pointer when the list is scrolled", () => {
    renderControl();
    const row = addToPage("tr", ROW);
    rest(row, 500, 810);
    boxes.set(row, box(208, 746, 1144, 44));
    fireEvent.scroll(row);
    expect(where()).toEqual(AT_HOME);
  });

  it("is not what a finger has touched", () => {
    renderControl();
    rest(addToPage("tr", ROW), 500, 810, 1_000, "touch");
    expect(where()).toEqual(AT_HOME);
  });
});

it("is in its new place at once when it is moved, also where it had stepped aside before", () => {
  const { probe } = renderControl();
  focus(addToPage("input", FIELD));
  expect(where()).toEqual(ABOVE_FIELD);
  const place = { side: "end", permille: 0 } as const;
  act(() => probe.show({ settings: { chosen: { ...NO_SETTINGS, place }, allowed: { sound: true, desktop: true } } }));
  expect(where()).toEqual({ top: "112px", isFaded: false });
});
