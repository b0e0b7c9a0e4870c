/** @jest-environment jsdom */
/** What each field of the settings dialog does besides being saved. */
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import type { Permission } from "../../shared/inbox/ports";
import { choose, openSettings, press, settled, toggle } from "./openSettings";

const shortcut = () => screen.getByRole("button", { name: /^Shortcut: / });
/** Presses keys on the button of the shortcut. */
const keys = (key: string, modifiers: object = {}) => fireEvent.keyDown(shortcut(), { key, ...modifiers });

/** What is saved after that. */
async function saved({ saved: writes }: ReturnType<typeof openSettings>) {
  press("Save");
  await settled();
  return writes[0];
}

describe("the sound", () => {
  it("can be heard before it is chosen", () => {
    const { ring } = openSettings();
    press("Try Sound");
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it("cannot be tried where the administrator has turned it off", () => {
    openSettings({}, { allowed: { sound: false, desktop: true } });
    expect(screen.queryByRole("button", { name: "Try Sound" })).toBeNull();
  });
});

describe("desktop notifications", () => {
  it.each<[Permission, RegExp]>([
    ["default", /asks for your permission/],
    ["granted", /shows notifications of this site/],
    ["denied", /doesn’t allow .* open the site’s settings/],
    ["none", /has no desktop notifications/],
  ])("say what the browser says of them: %s", (permission, text) => {
    openSettings({}, { permission });
    expect(screen.getByText(text)).not.toBeNull();
  });

  it("say nothing of the browser where the administrator has turned them off", () => {
    openSettings({}, { permission: "denied", allowed: { sound: true, desktop: false } });
    expect(screen.queryByText(/doesn’t allow/)).toBeNull();
  });

  it("notice that the agent has come back from the browser's settings", () => {
    const { browser } = openSettings({}, { permission: "denied" });
    browser.permission = "granted";
    act(() => void window.dispatchEvent(new Event("focus")));
    expect(screen.getByText(/shows notifications/)).not.toBeNull();
  });
});

describe("do not disturb", () => {
  it("shows when it will end", () => {
    openSettings();
    choose("Do not disturb", "For 1 hour");
    expect(screen.getByText("Until 11/22/2026 8:00 PM")).not.toBeNull();
    choose("Do not disturb", "Off");
    expect(screen.queryByText(/^Until /)).toBeNull();
  });
});

describe("the bubble's place", () => {
  const place = { side: "start", permille: 300 } as const;

  it("is where the agent has moved it, and goes back to a corner", async () => {
    const dialog = openSettings({ place, corner: "top-end" });
    expect(screen.getByRole("combobox", { name: /^Bubble corner/ }).textContent).toContain("Where I moved it");
    choose("Bubble corner", "Bottom right");
    expect(await saved(dialog)).toEqual({ corner: "bottom-end", place: null });
  });

  it("stays where it was moved after second thoughts", async () => {
    const dialog = openSettings({ place });
    choose("Bubble corner", "Bottom right");
    choose("Bubble corner", "Where I moved it");
    expect((await saved(dialog))?.place).toEqual(place);
  });

  it("offers no place of the agent's own where they have none", () => {
    openSettings();
    fireEvent.click(screen.getByRole("combobox", { name: /^Bubble corner/ }));
    expect(screen.queryByRole("option", { name: "Where I moved it" })).toBeNull();
  });
});

it("chooses how much the list shows, and whether the count stands in the title of the browser's tab", async () => {
  const dialog = openSettings();
  choose("List", "Roomy");
  fireEvent.click(toggle("Count in the browser tab’s title"));
  expect(await saved(dialog)).toEqual({ density: "roomy", countInTitle: false });
});

it("chooses where conversations open, or leaves that to the administrator", async () => {
  const dialog = openSettings();
  choose("Open conversations", "As the page");
  expect(await saved(dialog)).toEqual({ openIn: "page" });
  cleanup();
  const again = openSettings({ openIn: "pane" });
  choose("Open conversations", "As the administrator has set");
  expect(await saved(again)).toEqual({ openIn: null });
});

describe("the shortcut", () => {
  it("is recorded by pressing it", async () => {
    const dialog = openSettings();
    expect(shortcut().textContent).toBe("Alt+M");
    fireEvent.click(shortcut());
    expect(shortcut().textContent).toBe("Press the keys…");
    keys("Alt", { altKey: true });
    keys("k", { altKey: true, code: "KeyK" });
    expect(shortcut().textContent).toBe("Alt+K");
    expect(await saved(dialog)).toEqual({ shortcut: "Alt+K" });
  });

  it.each([
    ["a letter alone", "k", {}],
    ["what the browser uses itself", "d", { altKey: true, code: "KeyD" }],
    ["a key that is no letter", "Enter", {}],
  ])("is not %s, which it says, and waits for another", (_, key, modifiers) => {
    openSettings();
    fireEvent.click(shortcut());
    keys(key, modifiers);
    expect(screen.getByText(/^These keys can’t be used/).getAttribute("role")).toBe("status");
    keys("7", { altKey: true, code: "Digit7" });
    expect([shortcut().textContent, screen.queryByText(/can’t be used/)]).toEqual(["Alt+7", null]);
  });

  it.each(["Escape", "Tab"])("stays as it was after %s, which closes no dialog", async (key) => {
    const dialog = openSettings();
    fireEvent.click(shortcut());
    keys(key, { keyCode: key === "Escape" ? 27 : 9 });
    expect([shortcut().textContent, await saved(dialog)]).toEqual(["Alt+M", undefined]);
  });

  it("can be turned off", async () => {
    const dialog = openSettings();
    press("Turn off");
    expect([shortcut().textContent, screen.queryByRole("button", { name: "Turn off" })]).toEqual(["None", null]);
    expect(await saved(dialog)).toEqual({ shortcut: "" });
  });
});
