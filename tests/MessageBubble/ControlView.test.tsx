/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { createSeatRow } from "../../MessageBubble/seats";
import { themeOf } from "../../shared/ui/theme";
import { buildInbox, buildNotifications, buildSnapshot } from "../NotificationPanel/fixtures";
import { bubble, renderControl } from "./renderControl";

const show = (change: () => void) => {
  act(change);
};

describe("the bubble", () => {
  it.each([
    [0, false, "Messages, no unread messages", ""],
    [3, false, "Messages, 3 unread", "3"],
    [99, false, "Messages, 99 unread", "99"],
    [100, false, "Messages, 99+ unread", "99+"],
    [40, true, "Messages, 99+ unread", "99+"],
  ])("with %d unread messages (lower bound: %s) is named %j and shows %j", (unread, isLowerBound, name, text) => {
    renderControl({ unread, isLowerBound });
    expect(bubble().getAttribute("aria-label")).toBe(name);
    expect(bubble().textContent).toBe(text);
  });

  it("shows no number where none is known to be right", () => {
    renderControl({ unread: null, problem: { kind: "failed", asOf: null } });
    expect(bubble().getAttribute("aria-label")).toBe("Messages, number not known");
    expect(bubble().textContent).toBe("");
  });

  it("is outside the control's own box, in the page", () => {
    const { container } = renderControl();
    expect(container.contains(bubble())).toBe(false);
  });

  it.each([
    ["bottom-end", { bottom: "56px", top: "" }],
    ["bottom-start", { bottom: "56px", top: "" }],
    ["top-end", { bottom: "", top: "112px" }],
    ["top-start", { bottom: "", top: "112px" }],
  ] as const)("keeps clear of the bars of the page in the corner %s", (corner, expected) => {
    renderControl({ bubble: { floating: true, corner } });
    const { top, bottom } = bubble().style;
    expect({ top, bottom }).toEqual(expected);
  });

  it("opens and closes the panel", () => {
    const { probe } = renderControl();
    expect(bubble().getAttribute("aria-expanded")).toBe("false");
    fireEvent.click(bubble());
    expect(bubble().getAttribute("aria-expanded")).toBe("true");
    fireEvent.click(bubble());
    expect(probe.calls).toEqual([
      ["setPanelOpen", true],
      ["setPanelOpen", false],
    ]);
  });

  it("does not float where that is turned off: the pane's icon is the bubble then", () => {
    renderControl({ bubble: { floating: false, corner: "bottom-end" } });
    expect(screen.queryByRole("button", { name: /^Messages/ })).toBeNull();
    expect(screen.getByRole("region", { name: "Notifications" })).not.toBeNull();
  });

  it("is left to another control of the window that comes before this one", () => {
    const row = createSeatRow();
    row.take();
    const { container } = renderControl({ panelOpen: true }, { seat: row.take(), isHosted: false });
    expect(screen.queryByRole("button")).toBeNull();
    expect(container.textContent).toBe("");
  });

  it("appears when the control that showed it is gone", () => {
    const row = createSeatRow();
    const other = row.take();
    renderControl({}, { seat: row.take(), isHosted: false });
    show(() => other.leave());
    expect(bubble()).not.toBeNull();
  });
});

describe("what a screen reader hears", () => {
  const heard = () => screen.getAllByRole("status", { hidden: true }).map((status) => status.textContent)[0];

  it("is the count when it rises", () => {
    const { probe } = renderControl({ notifications: [] }, { isHosted: false });
    expect(heard()).toBe("");
    show(() => probe.show({ unread: 2 }));
    expect(heard()).toBe("Unread messages: 2");
  });

  it("is nothing when it falls, or at zero", () => {
    const { probe } = renderControl({ unread: 5 }, { isHosted: false });
    show(() => probe.show({ unread: 4 }));
    expect(heard()).toBe("");
    show(() => probe.show({ unread: 0 }));
    expect(heard()).toBe("");
  });

  it("is not the same number again after a moment without one", () => {
    const { probe } = renderControl({ unread: 5 }, { isHosted: false });
    show(() => probe.show({ unread: 4 }));
    show(() => probe.show({ unread: null }));
    show(() => probe.show({ unread: 4 }));
    expect(heard()).toBe("");
  });
});

describe("the control", () => {
  it("shows nothing at all to a user without a part in the product", () => {
    const { container } = renderControl({ phase: "hidden", unread: null, notifications: [] });
    expect(container.textContent).toBe("");
    expect(document.querySelector("button, [role]")).toBeNull();
  });

  it("shows no bubble before it is known that this user has a part in the product", () => {
    renderControl({ phase: "loading", unread: null, notifications: [] });
    expect(screen.queryByRole("button", { name: /^Messages/ })).toBeNull();
    expect(screen.getByRole("status", { name: "Loading notifications" })).not.toBeNull();
  });

  it("in the pane renders the panel in its own box, open or not", () => {
    const { container } = renderControl();
    expect(container.contains(screen.getByRole("region", { name: "Notifications" }))).toBe(true);
    expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
  });

  it("on any other form opens the panel over the page, and closes it with its button", async () => {
    const { container, probe } = renderControl({}, { isHosted: false });
    expect(screen.queryByRole("region")).toBeNull();
    fireEvent.click(bubble());
    expect(container.contains(screen.getByRole("region", { name: "Notifications" }))).toBe(false);
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(probe.inbox.getSnapshot().panelOpen).toBe(false);
    await waitFor(() => expect(screen.queryByRole("region")).toBeNull());
  });

  it("on any other form closes the panel with Escape", () => {
    const { probe } = renderControl({ panelOpen: true }, { isHosted: false });
    fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape", keyCode: 27, which: 27 });
    expect(probe.inbox.getSnapshot().panelOpen).toBe(false);
  });

  it("does not hide the app behind its panel from assistive technology", () => {
    const page = document.body.appendChild(document.createElement("main"));
    renderControl({ panelOpen: true }, { isHosted: false });
    expect(page.getAttribute("aria-hidden")).toBeNull();
    page.remove();
  });

  it("passes on what the agent does", () => {
    const { probe } = renderControl({ notifications: buildNotifications(1), problem: { kind: "failed", asOf: null } });
    fireEvent.click(screen.getByRole("button", { name: "Accept Contact 1" }));
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(probe.calls).toEqual([["perform", "accept", "00000000-0000-0000-0000-000000000001"], ["retry"]]);
  });

  it("keeps bubble and panel as they were last drawn when the panel cannot be drawn, reports why, and heals", () => {
    const console = jest.spyOn(globalThis.console, "error").mockImplementation(() => undefined);
    const bugs: unknown[] = [];
    const [notification] = buildNotifications(1);
    if (!notification) throw new Error("no notification");
    const { probe } = renderControl({ notifications: [notification], unread: 1 }, { onBug: (bug) => bugs.push(bug) });
    show(() => probe.show({ notifications: [{ ...notification, session: null as never }], unread: 2 }));
    expect(bugs).toEqual([expect.any(TypeError)]);
    expect(bubble().textContent).toBe("2");
    expect(screen.getByRole("button", { name: "Accept Contact 1" })).not.toBeNull();
    show(() => probe.show({ notifications: [] }));
    expect(screen.queryByRole("button", { name: "Accept Contact 1" })).toBeNull();
    expect(screen.getByRole("region", { name: "Notifications" })).not.toBeNull();
    expect(bugs).toHaveLength(1);
    console.mockRestore();
  });

  it("keeps the panel when the bubble cannot be drawn; the bubble that is still there opens and closes it", () => {
    const console = jest.spyOn(globalThis.console, "error").mockImplementation(() => undefined);
    const bugs: unknown[] = [];
    const { probe } = renderControl({ unread: 1 }, { onBug: (bug) => bugs.push(bug) });
    show(() => probe.show({ bubble: null as never, panelOpen: true }));
    expect(bugs).toEqual([expect.any(TypeError)]);
    expect(screen.getByRole("region", { name: "Notifications" })).not.toBeNull();
    fireEvent.click(bubble());
    expect(probe.calls).toEqual([["setPanelOpen", false]]);
    console.mockRestore();
  });

  it("stays on the form as it was last drawn when nothing of it can be drawn, reports why once, and heals", () => {
    const console = jest.spyOn(globalThis.console, "error").mockImplementation(() => undefined);
    const bugs: unknown[] = [];
    const { inbox, show: change } = buildInbox(buildSnapshot({ unread: 1 }));
    let isBroken = false;
    const getSnapshot = () => (isBroken ? (null as never) : inbox.getSnapshot());
    renderControl({}, { inbox: { ...inbox, getSnapshot }, onBug: (bug) => bugs.push(bug) });
    isBroken = true;
    show(() => change({ unread: 2 }));
    expect(bugs).toEqual([expect.any(TypeError)]);
    expect(bubble().textContent).toBe("1");
    expect(screen.getByRole("region", { name: "Notifications" })).not.toBeNull();
    isBroken = false;
    show(() => change({ unread: 3 }));
    expect(bubble().textContent).toBe("3");
    expect(bugs).toHaveLength(1);
    console.mockRestore();
  });

  it("is empty, and leaves the form alone, when its first drawing fails", () => {
    const console = jest.spyOn(globalThis.console, "error").mockImplementation(() => undefined);
    const bugs: unknown[] = [];
    const inbox = { ...buildInbox().inbox, getSnapshot: () => null as never };
    const { container } = renderControl({}, { inbox, onBug: (bug) => bugs.push(bug) });
    expect(bugs).toEqual([expect.any(TypeError)]);
    expect(container.innerHTML).toBe("");
    console.mockRestore();
  });

  it("leaves nothing behind when it goes away", () => {
    const { probe, unmount } = renderControl({ panelOpen: true });
    unmount();
    expect(probe.listenerCount()).toBe(0);
    expect(document.querySelector("button")).toBeNull();
  });

  it("takes the app's colours, and keeps the theme for as long as they stay", () => {
    const design = { tokenTheme: { colorBrandBackground: "#742774", colorNeutralForegroundOnBrand: "#fefefe" } };
    const theme = themeOf(design, true);
    expect(theme.semanticColors).toMatchObject({ primaryButtonBackground: "#742774", primaryButtonText: "#fefefe" });
    expect([theme.isInverted, theme.rtl]).toEqual([false, true]);
    expect(themeOf({ ...design }, true)).toBe(theme);
  });
});
