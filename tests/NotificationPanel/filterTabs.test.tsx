/** @jest-environment jsdom */
import { fireEvent, screen } from "@testing-library/react";
import { buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";

const names = () => screen.getAllByRole("tab").map((tab) => tab.textContent.trim().replace(/\s*\d+$/, ""));
const press = (key: string) => fireEvent.keyDown(screen.getByRole("tab", { selected: true }), { key });
const focused = () => document.activeElement?.textContent.replace(/\s*\d*$/, "");

it.each([
  ["ArrowRight", 1],
  ["ArrowLeft", 5],
  ["End", 5],
])("the key %s goes from the first tab to number %d, which has the focus", (key, place) => {
  renderPanel(buildSnapshot());
  const all = names();
  press(key);
  expect(focused()).toBe(all[place]);
});

it("in Arabic the arrows go the other way", () => {
  renderPanel(buildSnapshot(), { languageCode: 1025 });
  const all = names();
  press("ArrowLeft");
  expect(focused()).toBe(all[1]);
});

it("any other key does nothing", () => {
  const { calls } = renderPanel(buildSnapshot());
  press("x");
  expect([calls, document.activeElement]).toEqual([[], document.body]);
});
