/** @jest-environment jsdom */
import { act, fireEvent, screen } from "@testing-library/react";
import { buildNotifications } from "../NotificationPanel/fixtures";
import { bubble, renderControl } from "./renderControl";

const [PANE_WIDTH, RAIL] = [380, 48];

/** Draws the side pane at the window's right edge, beside the rail, as wide as there is room; a closed one has no size. */
function drawPane(windowWidth: number, isOpen: boolean): void {
  const left = Math.max(0, windowWidth - RAIL - PANE_WIDTH);
  const width = isOpen ? windowWidth - RAIL - left : 0;
  jest.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(left, 48, width, 400));
  Object.assign(window, { innerWidth: windowWidth });
  act(() => void window.dispatchEvent(new Event("resize")));
}

const usualWidth = window.innerWidth;
afterEach(() => {
  jest.restoreAllMocks();
  Object.assign(window, { innerWidth: usualWidth });
});

describe("Escape", () => {
  it("in the side pane closes it, and the focus goes back to the bubble", () => {
    const { probe } = renderControl({ panelOpen: true, notifications: buildNotifications(2) });
    const button = screen.getByRole("button", { name: "Accept Contact 1" });
    button.focus();
    fireEvent.keyDown(button, { key: "Escape" });
    expect(probe.calls).toEqual([["setPanelOpen", false]]);
    expect(document.activeElement).toBe(bubble());
  });

  it("in the panel of the page closes it, and the focus goes back to the bubble", () => {
    const { probe } = renderControl({ panelOpen: true }, { isHosted: false });
    fireEvent.keyDown(screen.getByRole("button", { name: "Close" }), { key: "Escape" });
    expect(probe.inbox.getSnapshot().panelOpen).toBe(false);
    expect(document.activeElement).toBe(bubble());
  });

  it("answers an open dialog, and leaves the panel open", () => {
    const { probe } = renderControl({ panelOpen: true, notifications: buildNotifications(1) });
    fireEvent.click(screen.getByRole("button", { name: "Block Contact 1" }));
    fireEvent.keyDown(screen.getByRole("button", { name: "Cancel" }), { key: "Escape", keyCode: 27, which: 27 });
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(probe.calls).toEqual([]);
  });

  it("on the page outside the panel is the page's own", () => {
    const { probe } = renderControl({ panelOpen: true });
    fireEvent.keyDown(bubble(), { key: "Escape" });
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(probe.calls).toEqual([]);
  });
});

describe("where the open panel leaves no room beside it (320 px: 400 % zoom)", () => {
  it("the bubble does not lie on the side pane, which has a Close button then", () => {
    const { probe } = renderControl({ panelOpen: true });
    drawPane(320, true);
    expect(screen.queryByRole("button", { name: /^Messages/ })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(probe.calls).toEqual([["setPanelOpen", false]]);
  });

  it("the bubble comes back with its name, and with the focus, once the pane is closed", () => {
    renderControl({ panelOpen: true, unread: 3 });
    drawPane(320, true);
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    drawPane(320, false);
    expect(bubble().getAttribute("aria-label")).toBe("Messages, 3 unread");
    expect(document.activeElement).toBe(bubble());
  });

  it("the bubble does not lie on the panel of the page either", () => {
    Object.assign(window, { innerWidth: 320 });
    renderControl({ panelOpen: true }, { isHosted: false });
    expect(screen.queryByRole("button", { name: /^Messages/ })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(document.activeElement).toBe(bubble());
  });

  it("the bubble is there while the panel is closed", () => {
    renderControl();
    drawPane(320, false);
    expect(bubble()).not.toBeNull();
  });

  it("the bubble is not where an open site map may lie, beside the pane", () => {
    renderControl({ panelOpen: true });
    drawPane(600, true);
    expect(screen.queryByRole("button", { name: /^Messages/ })).toBeNull();
    expect(screen.getByRole("button", { name: "Close" })).not.toBeNull();
  });

  it("the bubble stays beside a pane that leaves room, and comes back when the window grows", () => {
    renderControl({ panelOpen: true });
    drawPane(320, true);
    drawPane(1280, true);
    expect(bubble()).not.toBeNull();
    expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
  });
});
