/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import type { AgentSettings } from "../../shared/domain/settings";
import { MINUTE, NOW, buildSnapshot } from "./fixtures";
import { choose, openSettings as open, press, settled, toggle } from "./openSettings";
import type { ProblemKind } from "../../shared/inbox/snapshot";
import { renderPanel } from "./renderPanel";

/** What a save of this choice writes. */
async function savedAfter(option: string, chosen: Partial<AgentSettings> = {}): Promise<number | null | undefined> {
  const { saved } = open(chosen);
  choose("Do not disturb", option);
  press("Save");
  await settled();
  return saved[0]?.quietUntil;
}

it("shows what the agent has chosen, and saves what they change", async () => {
  const { saved } = open({ corner: "top-start", sound: true });
  expect([toggle("Sound").getAttribute("aria-checked"), toggle("Desktop notification").getAttribute("aria-checked")]).toEqual([
    "true",
    "false",
  ]);
  expect(screen.getByRole("combobox", { name: /^Bubble corner/ }).textContent).toContain("Top left");
  choose("Bubble corner", "As the administrator has set");
  fireEvent.click(toggle("Sound"));
  press("Save");
  await settled();
  expect(saved).toEqual([{ corner: null, place: null, sound: false }]);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("says that the agent has moved the bubble, and brings it back to a corner, the one where it was, too", async () => {
  const place = { side: "start", permille: 300 } as const;
  const { saved } = open({ corner: "top-start", place });
  expect(screen.getByRole("combobox", { name: /^Bubble corner/ }).textContent).toContain("Where I moved it");
  choose("Bubble corner", "Top left");
  choose("Bubble corner", "Where I moved it");
  choose("Bubble corner", "Top left");
  press("Save");
  await settled();
  expect(saved).toEqual([{ corner: "top-start", place: null }]);
});

it.each([
  ["For 30 minutes", NOW + 30 * MINUTE],
  ["For 1 hour", NOW + 60 * MINUTE],
  // The user's clock is an hour ahead of UTC: their day ends at 23:00 UTC.
  ["Until tomorrow", Date.UTC(2026, 10, 22, 23)],
  // As it was: another tab may have changed it meanwhile.
  ["Off", undefined],
])("is not to disturb: %s", async (option, until) => {
  expect(await savedAfter(option)).toBe(until);
});

it("keeps a time that is set already, unless another is chosen", async () => {
  const { saved } = open({ quietUntil: NOW + 5 * MINUTE });
  expect(screen.getByRole("combobox", { name: /^Do not disturb/ }).textContent).toMatch(/Until 11\/22\/2026 7:05 PM/);
  press("Save");
  await settled();
  expect(saved).toEqual([]);
});

it("writes nothing where nothing is other than before, and closes", async () => {
  const { saved } = open({ sound: false });
  fireEvent.click(toggle("Sound"));
  fireEvent.click(toggle("Sound"));
  press("Save");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(saved).toEqual([]);
});

it("can end a time that is set already", async () => {
  expect(await savedAfter("Off", { quietUntil: NOW + 5 * MINUTE })).toBeNull();
});

it("does not offer a time that is over", () => {
  open({ quietUntil: NOW - MINUTE });
  expect(screen.getByRole("combobox", { name: /^Do not disturb/ }).textContent).toContain("Off");
});

it("stays open after a save that failed, says so, and can be tried again", async () => {
  const { saved } = open({}, { saves: ["failed", null] });
  fireEvent.click(toggle("Sound"));
  press("Save");
  await settled();
  expect(screen.getByText("Your settings couldn’t be saved. Try again.").getAttribute("role")).toBe("alert");
  expect(toggle("Sound").getAttribute("aria-checked")).toBe("true");
  press("Save");
  await settled();
  expect(saved).toHaveLength(2);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it.each([
  ["signin", "You’ve been signed out. Refresh the page to sign in again."],
  ["offline", "Your settings couldn’t be saved. Try again."],
  ["unreachable", "Your settings couldn’t be saved. Try again."],
  ["throttled", "Your settings couldn’t be saved. Try again."],
] as const)("says why a save failed: %s", async (why, text) => {
  open({}, { saves: [why] });
  fireEvent.click(toggle("Sound"));
  press("Save");
  await settled();
  expect(screen.getByText(text).getAttribute("role")).toBe("alert");
});

it("waits for a save that has begun before it can be closed: what became of it is told nowhere else", async () => {
  let answer: (why: ProblemKind | null) => void = () => {};
  const { dialog } = open({}, { saves: [], late: new Promise<ProblemKind | null>((resolve) => (answer = resolve)) });
  fireEvent.click(toggle("Sound"));
  press("Save");
  press("Cancel");
  fireEvent.keyDown(dialog, { key: "Escape", keyCode: 27, which: 27 });
  await settled();
  expect(screen.getByRole("dialog", { name: "Settings" })).not.toBeNull();
  answer("failed");
  await settled();
  expect(screen.getByText("Your settings couldn’t be saved. Try again.")).not.toBeNull();
  press("Cancel");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("asks the browser when desktop notifications are switched on, and leaves them off where it says no", async () => {
  open({}, { grants: false });
  fireEvent.click(toggle("Desktop notification"));
  await settled();
  expect(toggle("Desktop notification").getAttribute("aria-checked")).toBe("false");
  expect(screen.getByText(/^Your browser doesn’t allow notifications for this site/).getAttribute("role")).toBe("status");
});

it("switches desktop notifications on where the browser allows them", async () => {
  const { saved } = open();
  fireEvent.click(toggle("Desktop notification"));
  await settled();
  press("Save");
  await settled();
  expect(saved[0]?.desktop).toBe(true);
});

it("shows what the configuration record forbids as not available, and keeps what the agent has chosen of it", async () => {
  const { saved } = open({ sound: true, desktop: true }, { allowed: { sound: false, desktop: false } });
  for (const name of ["Sound", "Desktop notification"]) {
    expect(toggle(name).getAttribute("aria-checked")).toBe("false");
    expect((toggle(name) as HTMLButtonElement).disabled).toBe(true);
  }
  expect(screen.getAllByText("Turned off by your administrator")).toHaveLength(2);
  choose("Bubble corner", "Top left");
  press("Save");
  await settled();
  expect(saved).toEqual([{ corner: "top-start", place: null }]);
});

it.each(["Cancel", "Escape"])("closes with %s, changes nothing, and leaves the panel open and the focus on its button", async (way) => {
  const { saved, button, onClose, dialog } = open();
  fireEvent.click(toggle("Sound"));
  if (way === "Cancel") press("Cancel");
  else fireEvent.keyDown(dialog, { key: "Escape", keyCode: 27, which: 27 });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect([saved, onClose.mock.calls]).toEqual([[], []]);
  expect(document.activeElement).toBe(button);
});

it("names the corners as they are seen, also from right to left", () => {
  open({ corner: "bottom-end" }, { languageCode: 1025 });
  expect(screen.getByText("أسفل اليسار")).not.toBeNull();
});

it("needs no icon of Fluent's font, which the app may not have", () => {
  const warn = jest.spyOn(console, "warn").mockImplementation(() => undefined);
  open();
  choose("Bubble corner", "Top left");
  expect(warn.mock.calls).toEqual([]);
  warn.mockRestore();
});

it("is not offered before it is known what the agent has chosen", () => {
  renderPanel(buildSnapshot({ settings: null }));
  expect(screen.queryByRole("button", { name: "Settings" })).toBeNull();
});
