import { DEFAULT_CONFIGURATION, readConfiguration } from "../../../shared/domain/configuration";
import type { RawConfiguration } from "../../../shared/domain/configuration";

const raw = (overrides: Partial<RawConfiguration>): RawConfiguration => ({
  idleTimeoutMinutes: 15,
  refreshSeconds: 60,
  floatingBubble: true,
  corner: "top-start",
  openIn: "page",
  ...overrides,
});

it("reads minutes and seconds as milliseconds", () => {
  expect(readConfiguration(raw({}))).toEqual({
    idleTimeout: 900_000,
    refreshInterval: 60_000,
    floatingBubble: true,
    corner: "top-start",
    openIn: "page",
  });
});

it.each([null, undefined, 0, -5, Number.NaN, "15", {}])("turns takeover off when the idle timeout is %p", (idleTimeoutMinutes) => {
  expect(readConfiguration(raw({ idleTimeoutMinutes })).idleTimeout).toBeNull();
});

it("refreshes only at launch and on navigation when refresh seconds is 0", () => {
  expect(readConfiguration(raw({ refreshSeconds: 0 })).refreshInterval).toBeNull();
});

it.each([null, undefined, -1, Number.POSITIVE_INFINITY, "x"])("refreshes every minute when refresh seconds is %p", (refreshSeconds) => {
  expect(readConfiguration(raw({ refreshSeconds })).refreshInterval).toBe(60_000);
});

it("does not poll faster than every five seconds", () => {
  expect(readConfiguration(raw({ refreshSeconds: 1 })).refreshInterval).toBe(5_000);
});

it("shows the floating bubble unless it is turned off", () => {
  expect(readConfiguration(raw({ floatingBubble: null })).floatingBubble).toBe(true);
  expect(readConfiguration(raw({ floatingBubble: false })).floatingBubble).toBe(false);
});

it("opens conversations in a pane unless it says otherwise", () => {
  expect(readConfiguration(raw({ openIn: null })).openIn).toBe("pane");
});

it("falls back to the default corner", () => {
  expect(readConfiguration(raw({ corner: null })).corner).toBe(DEFAULT_CONFIGURATION.corner);
});
