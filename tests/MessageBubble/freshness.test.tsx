/** @jest-environment jsdom */
/** The bubble does not look fresher than it is, and says who wrote. */
import { act, screen } from "@testing-library/react";
import type { InboxSnapshot, Problem } from "../../shared/inbox/snapshot";
import { createTimes } from "../../shared/ui/times";
import { AMERICAN, buildNotification, MINUTE, NOW } from "../NotificationPanel/fixtures";
import { bubble, renderControl } from "./renderControl";

const OFFLINE: Problem = { kind: "offline", asOf: NOW };
/** An hour east of the server's clock, with the time written as Americans do. */
const times = createTimes("en", () => 60, AMERICAN);
const mark = () => bubble().querySelector("[data-freshness]")?.getAttribute("data-freshness") ?? null;

describe("the bubble", () => {
  it.each<[string, Partial<InboxSnapshot>, string, string | null]>([
    ["is fresh", { unread: 3 }, "Messages, 3 unread", null],
    ["has no network", { unread: 3, problem: OFFLINE }, "Messages, 3 unread, offline", "offline"],
    ["is old", { unread: 3, staleAsOf: NOW - 20 * MINUTE }, "Messages, 3 unread, as of 6:40 PM", "stale"],
    ["is old, and shows nothing", { unread: 0, staleAsOf: NOW - 20 * MINUTE }, "Messages, no unread messages, as of 6:40 PM", "stale"],
    ["is of yesterday", { unread: 3, staleAsOf: NOW - 1_440 * MINUTE }, "Messages, 3 unread, as of 11/21/2026 7:00 PM", "stale"],
    [
      "has no network, and is old",
      { unread: 3, problem: OFFLINE, staleAsOf: NOW - 20 * MINUTE },
      "Messages, 3 unread, offline, as of 6:40 PM",
      "offline",
    ],
    ["is not known", { unread: null, problem: { kind: "failed", asOf: null } }, "Messages, number not known", "unknown"],
    ["was never known", { unread: null, problem: { ...OFFLINE, asOf: null } }, "Messages, number not known, offline", "offline"],
    ["is of before, and the network is back", { unread: 3, problem: { ...OFFLINE, kind: "reconnecting" } }, "Messages, 3 unread", null],
  ])("whose number %s is named and marked so", (_, snapshot, name, expected) => {
    renderControl(snapshot, { times });
    expect([bubble().getAttribute("aria-label"), mark()]).toEqual([name, expected]);
    expect(bubble().title).toBe(`${name} (Alt+M)`);
  });

  it("has a shape of its own for each of these states: colour alone tells nothing", () => {
    const { probe } = renderControl({ unread: 3, problem: OFFLINE });
    const shape = () => bubble().querySelector("[data-freshness] path")?.getAttribute("d");
    const shapes = [shape()];
    act(() => probe.show({ problem: null, staleAsOf: NOW }));
    shapes.push(shape());
    act(() => probe.show({ unread: null, staleAsOf: null }));
    shapes.push(shape());
    expect(new Set(shapes.filter(Boolean)).size).toBe(3);
    expect(bubble().textContent).toBe("");
  });
});

describe("what a screen reader hears", () => {
  const heard = () => screen.getAllByRole("status", { hidden: true })[0]?.textContent;
  const news = (at: number, ...names: readonly string[]) => ({ at, names });

  it("is nothing of the first list: the agent has just come", () => {
    const { probe } = renderControl({ phase: "loading", unread: null, problem: OFFLINE }, { isHosted: false });
    act(() => probe.show({ phase: "ready", unread: 3, problem: null }));
    expect(heard()).toBe("");
  });

  it.each([
    [["Jane Doe"], 1, "Jane Doe wrote; 1 unread"],
    [["Jane Doe", "Max"], 2, "Jane Doe and 1 other wrote; 2 unread"],
    [["Jane Doe", "Max", "+15550100"], 5, "Jane Doe and 2 others wrote; 5 unread"],
    [["Jane Doe"], 120, "Jane Doe wrote; 99+ unread"],
  ])("is who wrote, and how many messages are unread: %p", (names, unread, text) => {
    const { probe } = renderControl({ unread: 0, notifications: [] }, { isHosted: false });
    act(() => probe.show({ unread, news: news(1, ...names) }));
    expect(heard()).toBe(text);
  });

  it("is who wrote also when the number is the same, because something else was dealt with", () => {
    const { probe } = renderControl({ unread: 2 }, { isHosted: false });
    act(() => probe.show({ unread: 2, news: news(1, "Jane Doe") }));
    expect(heard()).toBe("Jane Doe wrote; 2 unread");
    act(() => probe.show({ unread: 2, news: news(2, "Max") }));
    expect(heard()).toBe("Max wrote; 2 unread");
  });

  it("is not that somebody wrote when what was dismissed comes back", () => {
    const { probe } = renderControl({ unread: 2, news: news(1, "Jane Doe") }, { isHosted: false });
    act(() => probe.show({ unread: 1 }));
    act(() => probe.show({ unread: 2 }));
    expect(heard()).toBe("Unread messages: 2");
  });

  it("is nothing at zero, whoever wrote", () => {
    const { probe } = renderControl({ unread: 1 }, { isHosted: false });
    act(() => probe.show({ unread: 0, notifications: [], news: news(1, "Jane Doe") }));
    expect(heard()).toBe("");
  });

  it("is nothing when minutes pass", () => {
    const { probe } = renderControl({ unread: 1, notifications: [buildNotification()] }, { isHosted: false });
    act(() => probe.show({ now: NOW + MINUTE }));
    expect(heard()).toBe("");
  });
});
