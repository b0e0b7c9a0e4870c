/** @jest-environment jsdom */
/** What a button does, and for whom, is said where somebody rests on it. */
import { act, fireEvent, screen } from "@testing-library/react";
import { buildNotifications, buildSnapshot } from "./fixtures";
import { readResx } from "./readResx";
import { renderPanel } from "./renderPanel";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = (ms: number) =>
  act(() => {
    jest.advanceTimersByTime(ms);
  });
const button = (action: string) => screen.getByRole("button", { name: `${action} Contact 1` });
const tip = () => screen.queryByRole("tooltip")?.textContent ?? null;
const open = () => renderPanel(buildSnapshot({ notifications: buildNotifications(2) }));
const texts = readResx(1033);

it.each(["accept", "dismiss", "block"])("says under the pointer what %s does, after a moment, and describes the button by it", (action) => {
  open();
  const at = button(texts[`Action_${action}`] ?? "");
  fireEvent.mouseOver(at);
  pass(300);
  expect(tip()).toBeNull();
  pass(400);
  expect(tip()).toBe(`${texts[`Action_${action}`] ?? ""}${texts[`Tip_${action}`] ?? ""}`);
  expect(document.getElementById(at.getAttribute("aria-describedby") ?? "")?.textContent).toContain(texts[`Tip_${action}`]);
  expect(at.title).toBe("");
});

it("says it for the keyboard's focus, not for the focus that a press brings", () => {
  open();
  fireEvent.pointerDown(button("Dismiss"));
  act(() => button("Dismiss").focus());
  pass(2_000);
  expect(tip()).toBeNull();
  act(() => button("Accept").focus());
  pass(700);
  expect(tip()).toContain("Accept");
});

it("goes by Escape, wherever the focus is, and the panel stays open; the next Escape closes that", () => {
  const { calls } = open();
  fireEvent.mouseOver(button("Block"));
  pass(700);
  const region = screen.getByRole("region", { name: "Notifications" });
  fireEvent.keyDown(region, { key: "Escape" });
  expect([tip(), calls, button("Block").hasAttribute("aria-describedby")]).toEqual([null, [], false]);
  fireEvent.keyDown(region, { key: "Escape" });
  expect(calls).toEqual([["close"]]);
});

it("stays while the pointer is on what is said, and goes when it leaves, or presses", () => {
  open();
  fireEvent.mouseOver(button("Dismiss"));
  pass(700);
  fireEvent.mouseOver(screen.getAllByRole("listitem")[1] as Element);
  fireEvent.mouseEnter(screen.getByRole("tooltip"));
  pass(5_000);
  expect(tip()).toContain("Dismiss");
  fireEvent.mouseLeave(screen.getByRole("tooltip"));
  pass(300);
  expect(tip()).toBeNull();
  fireEvent.mouseOver(button("Accept"));
  pass(700);
  fireEvent.pointerDown(button("Accept"));
  expect(tip()).toBeNull();
});

it("goes with its card", () => {
  const { show } = open();
  fireEvent.mouseOver(button("Accept"));
  pass(700);
  show(buildSnapshot({ notifications: buildNotifications(2).slice(1) }));
  pass(300);
  expect(tip()).toBeNull();
});
