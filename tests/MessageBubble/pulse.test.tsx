/** @jest-environment jsdom */
import { act, fireEvent } from "@testing-library/react";
import { NO_SETTINGS } from "../../shared/domain/settings";
import { MINUTE, NOW } from "../NotificationPanel/fixtures";
import { bubble, renderControl } from "./renderControl";

/** What pulses: the one part of the bubble that is animated. */
const ring = () =>
  [...bubble().children].find((part) => getComputedStyle(part).animationName !== "" || /pulse/.test(part.className)) ?? null;

const show = (change: () => void) => {
  act(change);
};

const arrival = (at: number) => ({ news: { at, names: ["Jane Doe"] } });
const quiet = (quietUntil: number) => ({ settings: { chosen: { ...NO_SETTINGS, quietUntil }, allowed: { sound: true, desktop: true } } });

it("comes with messages that arrive, and goes by itself", () => {
  const { probe } = renderControl();
  expect(ring()).toBeNull();
  show(() => probe.show(arrival(1)));
  const first = ring();
  expect(first).not.toBeNull();
  show(() => probe.show(arrival(2)));
  expect(ring()).not.toBe(first);
  fireEvent.animationEnd(ring() ?? bubble());
  expect(ring()).toBeNull();
});

it("does not come with the first list, nor with a count that rises because a customer has waited", () => {
  const { probe } = renderControl({ unread: null, problem: { kind: "failed", asOf: null } });
  for (const unread of [5, 4, null, 4, 6]) {
    show(() => probe.show({ unread }));
    expect(ring()).toBeNull();
  }
});

it("does not come while the agent does not want to be disturbed, nor for what came meanwhile", () => {
  const { probe } = renderControl(quiet(NOW + MINUTE));
  show(() => probe.show(arrival(1)));
  expect(ring()).toBeNull();
  show(() => probe.show({ now: NOW + 2 * MINUTE }));
  expect(ring()).toBeNull();
  show(() => probe.show(arrival(2)));
  expect(ring()).not.toBeNull();
});

it("does not move for people who want less motion", () => {
  const { probe } = renderControl();
  show(() => probe.show(arrival(1)));
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map(({ cssText }) => cssText);
  const own = (ring()?.className ?? "").split(" ").find((name) => name.startsWith("pulse")) ?? "none";
  expect(rules.filter((rule) => rule.includes(own) && rule.includes("prefers-reduced-motion")).join()).toMatch(/animation: none/);
});

it("says until when the agent is not disturbed, in its name and by a sign, until that is over", () => {
  const { probe } = renderControl(quiet(NOW + 42 * MINUTE));
  const name = () => bubble().getAttribute("aria-label");
  expect(name()).toMatch(/^Messages, 1 unread, do not disturb until 18:42$/);
  expect(bubble().textContent).toBe("1–");
  show(() => probe.show({ staleAsOf: NOW - 3 * MINUTE }));
  expect(name()).toMatch(/^Messages, 1 unread, as of .*, do not disturb until /);
  show(() => probe.show({ staleAsOf: null, now: NOW + 42 * MINUTE }));
  expect([name(), bubble().textContent]).toEqual(["Messages, 1 unread", "1"]);
});
