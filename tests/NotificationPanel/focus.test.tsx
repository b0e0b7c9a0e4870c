/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import type { Action } from "../../shared/domain/session";
import type { Notification } from "../../shared/inbox/snapshot";
import { buildNotice, buildNotification, buildNotifications, buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";
import type { RenderedPanel } from "./renderPanel";

const three = buildNotifications(3);

const without = (notifications: readonly Notification[], ...places: readonly number[]) =>
  notifications.filter((_, at) => !places.includes(at));

/** Presses Dismiss on the card of one of them, with the keyboard's focus on it; the inbox takes it off the list. */
function dismiss(panel: RenderedPanel, notifications: readonly Notification[], at: number, next = without(notifications, at)): void {
  const button = screen.getByRole("button", { name: `Dismiss ${notifications[at]?.session.contactName}` });
  button.focus();
  fireEvent.click(button);
  panel.show(buildSnapshot({ notifications: next }));
}

function focusedName(): string | null {
  return document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? null;
}

describe("the focus of somebody who works by keyboard", () => {
  it("goes to the next card itself, not to one of its buttons, when the agent has dismissed the card it was on", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three }));
    dismiss(panel, three, 1);
    expect(focusedName()).toBe("Contact 3, +155500002");
  });

  it("goes to the last card itself when there is no next one", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three }));
    dismiss(panel, three, 2);
    expect(focusedName()).toBe("Contact 2, +155500001");
  });

  it("goes to the heading when the list is empty", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three.slice(0, 1) }));
    dismiss(panel, three.slice(0, 1), 0);
    expect(focusedName()).toBe("Notifications");
  });

  it("goes to the heading when the notice it was on is gone", () => {
    const panel = renderPanel(buildSnapshot({ notices: [buildNotice()] }));
    screen.getByRole("button", { name: "Undo" }).focus();
    panel.show(buildSnapshot({ notices: [] }));
    expect(focusedName()).toBe("Notifications");
  });

  it("goes to the next card itself after a confirmed Block", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three }), {
      onPerform: () => {
        panel.show(buildSnapshot({ notifications: three.slice(1) }));
      },
    });
    const block = screen.getByRole("button", { name: "Block Contact 1" });
    block.focus();
    fireEvent.click(block);
    fireEvent.click(screen.getByRole("button", { name: "Block" }));
    expect(focusedName()).toBe("Contact 2, +155500001");
  });

  it.each<[Action, string]>([
    ["accept", "Accept"],
    ["view", "View Message"],
    ["dismiss", "Dismiss"],
  ])("is on no button after %s: a second Enter must not act on another customer", (action, name) => {
    const notifications = three.map((notification) => ({ ...notification, actions: [action] }));
    const panel = renderPanel(buildSnapshot({ notifications }));
    const button = screen.getByRole("button", { name: `${name} Contact 1` });
    button.focus();
    fireEvent.click(button);
    panel.show(buildSnapshot({ notifications: notifications.map((shown, at) => (at === 0 ? { ...shown, pending: action } : shown)) }));
    panel.show(buildSnapshot({ notifications: notifications.slice(1) }));
    expect(document.activeElement?.getAttribute("role")).toBe("listitem");
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "Enter" });
    expect(panel.calls).toEqual([["perform", action, three[0]?.session.id]]);
  });

  it("is on no button after a confirmed Assign to Me", () => {
    const notifications = three.map((notification) => ({ ...notification, actions: ["assign" as const] }));
    const panel = renderPanel(buildSnapshot({ notifications }));
    const button = screen.getByRole("button", { name: "Assign to Me Contact 1" });
    button.focus();
    fireEvent.click(button);
    fireEvent.click(screen.getByRole("button", { name: "Yes" }));
    panel.show(buildSnapshot({ notifications: notifications.slice(1) }));
    expect(focusedName()).toBe("Contact 2, +155500001");
  });

  it.each([
    ["Block", "block", "Cancel"],
    ["Assign to Me", "assign", "No"],
  ] as const)("begins on the answer that changes nothing when %s asks first", async (name, action, answer) => {
    renderPanel(buildSnapshot({ notifications: [buildNotification({ actions: [action] })] }));
    const button = screen.getByRole("button", { name: `${name} Jane Doe` });
    button.focus();
    fireEvent.click(button);
    await waitFor(() => expect(focusedName()).toBe(answer));
  });

  it("stays where it is when the agent is elsewhere", () => {
    const elsewhere = document.body.appendChild(document.createElement("button"));
    const panel = renderPanel(buildSnapshot({ notifications: three }));
    screen.getByRole("button", { name: "Dismiss Contact 2" }).focus();
    elsewhere.focus();
    panel.show(buildSnapshot({ notifications: three.slice(2) }));
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });

  it("stays on a card while a newer notification comes in above it", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three.slice(1) }));
    screen.getByRole("button", { name: "Dismiss Contact 2" }).focus();
    panel.show(buildSnapshot({ notifications: three }));
    expect(focusedName()).toBe("Dismiss Contact 2");
  });

  it("stays at its place when a colleague has taken the conversation: on the line that says so", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three }));
    screen.getByRole("button", { name: "Dismiss Contact 2" }).focus();
    panel.show(buildSnapshot({ notifications: without(three, 1) }));
    expect(focusedName()).toBe("Contact 2, +155500001, No longer waiting.");
  });

  it("goes to the card that followed, also where a new one has come and others have gone in the same moment", () => {
    const five = buildNotifications(5);
    const panel = renderPanel(buildSnapshot({ notifications: five.slice(2) }));
    dismiss(panel, five, 3, without(five, 1, 3));
    expect(focusedName()).toBe("Contact 5, +155500004");
  });

  it("goes past what the agent has dismissed before", () => {
    const five = buildNotifications(5);
    const panel = renderPanel(buildSnapshot({ notifications: five }));
    dismiss(panel, five, 3);
    dismiss(panel, five, 2, without(five, 2, 3));
    expect(focusedName()).toBe("Contact 5, +155500004");
    dismiss(panel, five, 4, without(five, 2, 3, 4));
    expect(focusedName()).toBe("Contact 2, +155500001");
  });

  it("goes to the card itself when the button that had it is gone", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three }));
    screen.getByRole("button", { name: "Block Contact 2" }).focus();
    panel.show(
      buildSnapshot({
        notifications: three.map((one, at) => (at === 1 ? { ...one, actions: ["accept" as const, "dismiss" as const] } : one)),
      }),
    );
    expect(focusedName()).toBe("Contact 2, +155500001");
  });
});

describe("the card that the agent is to be led to", () => {
  const leadTo = three[1]?.session.id ?? "";

  it("gets the focus, once it is there", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three.slice(2), leadTo }));
    expect(panel.calls).toEqual([]);
    panel.show(buildSnapshot({ notifications: three, leadTo }));
    expect(focusedName()).toBe("Contact 2, +155500001");
    expect(panel.calls).toEqual([["reached"]]);
  });

  it("gets the focus after Undo: it is the card that came back", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three.filter((_, at) => at !== 1), notices: [buildNotice()] }));
    screen.getByRole("button", { name: "Undo" }).focus();
    panel.show(buildSnapshot({ notifications: three, notices: [], leadTo }));
    expect(focusedName()).toBe("Contact 2, +155500001");
  });

  it("is found at the end of a thousand, where it was not drawn before", () => {
    const thousand = buildNotifications(1_000);
    const last = thousand[999]?.session.id ?? "";
    const panel = renderPanel(buildSnapshot({ notifications: thousand }));
    panel.show(buildSnapshot({ notifications: thousand, leadTo: last }));
    expect(focusedName()).toMatch(/^Contact 1000,/);
  });

  it.each([
    ["a key", () => fireEvent.keyDown(screen.getByRole("region"), { key: "Tab" })],
    ["the pointer", () => fireEvent.mouseDown(screen.getByRole("region"))],
  ])("is given up as soon as the agent goes elsewhere of themselves, with %s", (_, act) => {
    const panel = renderPanel(buildSnapshot({ notifications: three.slice(2), leadTo }));
    act();
    expect(panel.calls).toEqual([["reached"]]);
  });
});
