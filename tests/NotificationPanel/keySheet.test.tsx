/** @jest-environment jsdom */
/** The sheet that says which keys do what. */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { NO_SETTINGS } from "../../shared/domain/settings";
import { buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";

/** Renders a panel in a language, for an agent with this shortcut, and asks for the sheet. */
function openSheet({ languageCode = 1033, shortcut = NO_SETTINGS.shortcut } = {}) {
  const settings = { chosen: { ...NO_SETTINGS, shortcut }, allowed: { sound: true, desktop: true } };
  const { calls } = renderPanel(buildSnapshot({ settings }), { languageCode });
  const line = screen.getByRole("listitem");
  act(() => line.focus());
  fireEvent.keyDown(line, { key: languageCode === 1025 ? "؟" : "?" });
  const sheet = screen.getByRole("dialog");
  return {
    calls,
    sheet,
    keys: within(sheet)
      .getAllByRole("term")
      .map(({ textContent }) => textContent),
  };
}

it.each([1033, 1025])("shows which keys there are (language %d); Escape closes it, and not the panel", (languageCode) => {
  const { calls, sheet, keys } = openSheet({ languageCode });
  expect(keys.length).toBeGreaterThan(8);
  fireEvent.keyDown(sheet, { key: "Escape", keyCode: 27, which: 27 });
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(calls).toEqual([]);
});

it.each([
  ["Alt+M", NO_SETTINGS.shortcut],
  ["Ctrl+Alt+7", "Ctrl+Alt+7"],
])("names the keys that open the panel (%s), and those that move the bubble", (shown, shortcut) => {
  expect(openSheet({ shortcut }).keys).toEqual(expect.arrayContaining([shown, "Alt+↑ ↓ ← →"]));
});

it("names none that open the panel where the agent has turned them off", () => {
  expect(openSheet({ shortcut: "" }).keys.filter((keys) => keys.includes("Alt"))).toEqual(["Alt+↑ ↓ ← →"]);
});

it.each([
  [1033, "Guide for agents"],
  [1031, "Anleitung für Agenten"],
])("leads to the guide for agents in the agent's language (%d), in a tab of its own", (languageCode, name) => {
  const link = within(openSheet({ languageCode }).sheet).getByRole("link", { name });
  expect(link.getAttribute("href")).toBe(`/WebResources/msgn_/agentguide/${languageCode}.html`);
  expect(link.getAttribute("target")).toBe("_blank");
  expect(link.getAttribute("rel")).toContain("noopener");
});
