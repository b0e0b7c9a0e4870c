/** @jest-environment jsdom */
import { act, fireEvent } from "@testing-library/react";
import { bubble, renderControl } from "./renderControl";

/** What pulses: the one part of the bubble that is animated. */
const ring = () =>
  [...bubble().children].find((part) => getComputedStyle(part).animationName !== "" || /pulse/.test(part.className)) ?? null;

const show = (change: () => void) => {
  act(change);
};

it("comes with messages that arrive, and goes by itself", () => {
  const { probe } = renderControl({ unread: 1 });
  expect(ring()).toBeNull();
  show(() => probe.show({ unread: 2 }));
  const first = ring();
  expect(first).not.toBeNull();
  show(() => probe.show({ unread: 3 }));
  expect(ring()).not.toBe(first);
  fireEvent.animationEnd(ring() ?? bubble());
  expect(ring()).toBeNull();
});

it("does not come with the first list, with fewer messages, or with a number that is known again", () => {
  const { probe } = renderControl({ unread: null, problem: { kind: "failed", asOf: null } });
  for (const unread of [5, 4, null, 4, 0]) {
    show(() => probe.show({ unread }));
    expect(ring()).toBeNull();
  }
  show(() => probe.show({ unread: 1 }));
  expect(ring()).not.toBeNull();
});

it("does not move for people who want less motion", () => {
  const { probe } = renderControl({ unread: 1 });
  show(() => probe.show({ unread: 2 }));
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map(({ cssText }) => cssText);
  const own = (ring()?.className ?? "").split(" ").find((name) => name.startsWith("pulse")) ?? "none";
  expect(rules.filter((rule) => rule.includes(own) && rule.includes("prefers-reduced-motion")).join()).toMatch(/animation: none/);
});
