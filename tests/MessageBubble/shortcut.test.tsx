/** @jest-environment jsdom */
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { NO_SETTINGS } from "../../shared/domain/settings";
import type { AgentSettings } from "../../shared/domain/settings";
import { createSeatRow } from "../../MessageBubble/seats";
import { bubble, renderControl } from "./renderControl";

const ALT_M = { key: "m", code: "KeyM", altKey: true };
const settings = (chosen: Partial<AgentSettings>) => ({
  settings: { chosen: { ...NO_SETTINGS, ...chosen }, allowed: { sound: true, desktop: true } },
});
let extra: HTMLElement[] = [];

/** Something of the app's, around the product. */
function addToPage<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Record<string, string> = {}): HTMLElementTagNameMap[Tag] {
  const element = document.body.appendChild(document.createElement(tag));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  extra.push(element);
  return element;
}

/** A pane that has a size while it is open, as in a browser. */
function openPane() {
  jest
    .spyOn(HTMLElement.prototype, "getBoundingClientRect")
    .mockReturnValue({ left: 600, top: 0, right: 1000, bottom: 700, width: 400, height: 700 } as DOMRect);
}

afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
  for (const element of extra) element.remove();
  extra = [];
});

const calls = (probe: ReturnType<typeof renderControl>["probe"]) => probe.calls.map(([name, value]) => [name, value]);

it("opens the panel from a field of the app with the focus in it, and closes it with the focus back in the field", async () => {
  openPane();
  const field = addToPage("input");
  const { probe } = renderControl(settings({}));
  act(() => field.focus());
  expect(fireEvent.keyDown(field, ALT_M)).toBe(false);
  expect(probe.inbox.getSnapshot().panelOpen).toBe(true);
  expect(document.activeElement).toBe(screen.getByRole("region", { name: "Notifications" }));
  fireEvent.keyDown(document.activeElement ?? field, ALT_M);
  expect(probe.inbox.getSnapshot().panelOpen).toBe(false);
  await waitFor(() => expect(document.activeElement).toBe(field));
});

it("goes into a panel that is open already, and back from there", async () => {
  openPane();
  const field = addToPage("input");
  const { probe } = renderControl({ ...settings({}), panelOpen: true });
  act(() => field.focus());
  fireEvent.keyDown(field, ALT_M);
  expect(document.activeElement).toBe(screen.getByRole("region", { name: "Notifications" }));
  expect(probe.calls).toEqual([]);
  fireEvent.keyDown(document.activeElement ?? field, ALT_M);
  await waitFor(() => expect(document.activeElement).toBe(field));
});

it("gives the focus to the bubble where the field is gone meanwhile", async () => {
  openPane();
  const field = addToPage("input");
  renderControl(settings({}));
  act(() => field.focus());
  fireEvent.keyDown(field, ALT_M);
  field.remove();
  fireEvent.keyDown(document.activeElement ?? document.body, ALT_M);
  await waitFor(() => expect(document.activeElement).toBe(bubble()));
});

it.each([
  ["in the pane", true],
  ["over the page", false],
])("opens the panel from the bubble and closes it from one of its buttons, %s", async (_, isHosted) => {
  openPane();
  const { probe } = renderControl(settings({}), { isHosted });
  act(() => bubble().focus());
  fireEvent.keyDown(bubble(), ALT_M);
  expect(probe.inbox.getSnapshot().panelOpen).toBe(true);
  const accept = screen.getByRole("button", { name: /^Accept/ });
  act(() => accept.focus());
  fireEvent.keyDown(accept, ALT_M);
  expect(calls(probe)).toEqual([
    ["setPanelOpen", true],
    ["setPanelOpen", false],
  ]);
  await waitFor(() => expect(document.activeElement).toBe(bubble()));
});

it("is the agent's own: other keys, or none", () => {
  const { probe } = renderControl(settings({ shortcut: "Ctrl+Alt+K" }));
  fireEvent.keyDown(document.body, ALT_M);
  expect(probe.calls).toEqual([]);
  fireEvent.keyDown(document.body, { key: "k", code: "KeyK", altKey: true, ctrlKey: true });
  expect(calls(probe)).toEqual([["setPanelOpen", true]]);
  act(() => probe.show(settings({ shortcut: "" })));
  expect(fireEvent.keyDown(document.body, { key: "k", code: "KeyK", altKey: true, ctrlKey: true })).toBe(true);
  expect(probe.calls).toHaveLength(1);
});

it("is nothing that is typed, whatever the agent's row says", () => {
  const { probe } = renderControl(settings({ shortcut: "M" }));
  expect(fireEvent.keyDown(document.body, { key: "m", code: "KeyM" })).toBe(true);
  expect(probe.calls).toEqual([]);
});

it.each([
  ["the app has handled", () => window.addEventListener("keydown", (event) => event.preventDefault(), { capture: true, once: true }), {}],
  ["belong to a word that is being composed", () => undefined, { isComposing: true }],
  ["are still held from the last press", () => undefined, { repeat: true }],
])("does nothing on keys that %s", (_, prepare, more) => {
  const { probe } = renderControl(settings({}));
  prepare();
  fireEvent.keyDown(document.body, { ...ALT_M, ...more });
  expect(probe.calls).toEqual([]);
});

it("opens nothing behind a dialog that has to be answered", () => {
  const { probe } = renderControl(settings({}));
  const button = addToPage("div", { role: "dialog", "aria-modal": "true" }).appendChild(document.createElement("button"));
  fireEvent.keyDown(button, ALT_M);
  expect(probe.calls).toEqual([]);
});

describe("in a field", () => {
  const platform = (name: string) => jest.spyOn(navigator, "userAgent", "get").mockReturnValue(name);

  it.each([
    ["a Mac's Option+M, which types µ", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", { key: "µ" }, true],
    [
      "a Mac's Control+Option+M, which types nothing",
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)",
      { key: "m", ctrlKey: true },
      false,
    ],
    ["Alt+M of Windows, which types nothing", "Mozilla/5.0 (Windows NT 10.0; Win64; x64)", { key: "m" }, false],
    ["Alt+M of an Arabic keyboard, which types nothing", "Mozilla/5.0 (Windows NT 10.0; Win64; x64)", { key: "ة" }, false],
    [
      "AltGr+M of Windows, which types µ",
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
      { key: "µ", ctrlKey: true, modifierAltGraph: true },
      true,
    ],
  ])("%s", (_, name, keys, isTyped) => {
    platform(name);
    const { probe } = renderControl(settings({ shortcut: "ctrlKey" in keys ? "Ctrl+Alt+M" : "Alt+M" }));
    const field = addToPage("textarea");
    expect(fireEvent.keyDown(field, { ...ALT_M, ...keys })).toBe(isTyped);
    expect(calls(probe)).toEqual(isTyped ? [] : [["setPanelOpen", true]]);
    expect(fireEvent.keyDown(addToPage("button"), { ...ALT_M, ...keys })).toBe(false);
  });
});

it("is heard once, however many controls a window has, and not after the last is gone", () => {
  const row = createSeatRow();
  const first = renderControl(settings({}), { seat: row.take() });
  const second = renderControl(settings({}), { seat: row.take() });
  fireEvent.keyDown(document.body, ALT_M);
  expect([calls(first.probe), calls(second.probe)]).toEqual([[["setPanelOpen", true]], []]);
  first.unmount();
  second.unmount();
  expect(fireEvent.keyDown(document.body, ALT_M)).toBe(true);
});

it("does nothing for a user who has no part in the product", () => {
  const { probe } = renderControl({ ...settings({}), phase: "hidden" });
  expect(fireEvent.keyDown(document.body, ALT_M)).toBe(true);
  expect(probe.calls).toEqual([]);
});
