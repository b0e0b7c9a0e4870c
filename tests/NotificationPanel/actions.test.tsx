/** @jest-environment jsdom */
import { fireEvent, screen, within } from "@testing-library/react";
import type { Action } from "../../shared/domain/session";
import { MINUTE, NOW, buildNotification, buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";

const ID = buildNotification().session.id;

/** The buttons that act; the card's text opens the others, and is none of them. */
function buttons(): HTMLElement[] {
  return within(screen.getByRole("listitem"))
    .getAllByRole("button")
    .filter(({ tagName }) => tagName === "BUTTON");
}

function buttonNames(): string[] {
  return buttons().map((button) => button.getAttribute("aria-label") ?? "");
}

function renderWith(actions: readonly Action[], session = {}) {
  return renderPanel(buildSnapshot({ notifications: [buildNotification({ actions, session })] }));
}

function press(name: string): void {
  fireEvent.click(screen.getByRole("button", { name }));
}

describe("what a notification offers", () => {
  it("offers Accept, Dismiss and Block on a new conversation, in this order", () => {
    renderWith(["accept", "dismiss", "block"]);
    expect(buttonNames()).toEqual(["Accept Jane Doe", "Dismiss Jane Doe", "Block Jane Doe"]);
  });

  it("offers no Block to a viewer who may not block", () => {
    renderWith(["accept", "dismiss"]);
    expect(buttonNames()).toEqual(["Accept Jane Doe", "Dismiss Jane Doe"]);
  });

  it("offers View Message and Answer to the owner", () => {
    renderWith(["view"], { status: "accepted" });
    expect(buttonNames()).toEqual(["View Message Jane Doe", "Answer Jane Doe"]);
  });

  it("offers Assign to Me where the customer has waited too long, and says how long, and who owns the conversation", () => {
    renderWith(["assign"], {
      status: "accepted",
      owner: { id: "b", name: "Ben Okafor", kind: "user", isDisabled: false },
      oldestUnreadAt: NOW - 26 * MINUTE,
    });
    expect(buttonNames()).toEqual(["Assign to Me Jane Doe"]);
    expect(screen.getByRole("listitem").textContent).toContain("waiting 26 min, owner Ben Okafor");
  });

  it("does not name an owner where nothing is to be taken over", () => {
    renderWith(["accept", "dismiss", "block"]);
    expect(screen.getByRole("listitem").textContent).not.toMatch(/waiting|owner/i);
  });

  it.each(["accept", "dismiss", "view"] as const)("does %s at once", (action) => {
    const { calls } = renderWith([action]);
    for (const button of buttons()) fireEvent.click(button);
    expect(calls).toEqual([["perform", action, ID]]);
  });

  it("does nothing more while an action is under way, and keeps its buttons in the tab order", () => {
    const { calls } = renderPanel(buildSnapshot({ notifications: [buildNotification({ pending: "accept" })] }));
    for (const button of buttons()) {
      expect(button.getAttribute("aria-disabled")).toBe("true");
      expect(button.hasAttribute("disabled")).toBe(false);
      fireEvent.click(button);
    }
    expect(calls).toEqual([]);
    expect(screen.getByRole("listitem").getAttribute("aria-busy")).toBe("true");
  });
});

describe("Block", () => {
  it("asks first, and names customer and number", () => {
    const { calls } = renderWith(["accept", "dismiss", "block"]);
    press("Block Jane Doe");
    const dialog = screen.getByRole("dialog");
    expect(dialog.textContent).toMatch(/Jane Doe\W+\+15550100/);
    expect(
      within(dialog)
        .getAllByRole("button")
        .map((button) => button.textContent),
    ).toEqual(["Block", "Cancel"]);
    expect(calls).toEqual([]);
  });

  it("blocks after Block", () => {
    const { calls } = renderWith(["block"]);
    press("Block Jane Doe");
    press("Block");
    expect(calls).toEqual([["perform", "block", ID, { reason: "", length: null }]]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("names the number once where no customer is known", () => {
    renderWith(["block"], { contactName: null });
    press("Block +15550100");
    expect(screen.getByRole("dialog").textContent.match(/\+15550100/g)).toHaveLength(1);
  });

  it.each([
    ["One hour", 3_600_000],
    ["One day", 86_400_000],
    ["One week", 604_800_000],
    ["Until somebody unblocks it", null],
  ])("takes a reason, and a duration: %s", (name, length) => {
    const { calls } = renderWith(["block"]);
    press("Block Jane Doe");
    const dialog = within(screen.getByRole("dialog"));
    fireEvent.change(dialog.getByRole("textbox", { name: "Reason (optional)" }), { target: { value: "  <b>Advertising</b> " } });
    fireEvent.click(dialog.getByRole("combobox", { name: /^Duration/ }));
    fireEvent.click(screen.getByRole("option", { name }));
    press("Block");
    expect(calls).toEqual([["perform", "block", ID, { reason: "<b>Advertising</b>", length }]]);
  });

  it("describes itself by its question, not by what may be filled in", () => {
    renderWith(["block"]);
    press("Block Jane Doe");
    const described = document.getElementById(screen.getByRole("dialog").getAttribute("aria-describedby") ?? "");
    expect(described?.textContent).toMatch(/^Do you want to block .* on your team\.$/);
  });

  it("changes nothing after Cancel", () => {
    const { calls } = renderWith(["block"]);
    press("Block Jane Doe");
    press("Cancel");
    expect(calls).toEqual([]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("changes nothing after Escape", () => {
    const { calls } = renderWith(["block"]);
    press("Block Jane Doe");
    fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape", keyCode: 27, which: 27 });
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(calls).toEqual([]);
  });
});

describe("Assign to Me", () => {
  const owner = { id: "b", name: "Ben Okafor", kind: "user", isDisabled: false } as const;

  it("asks Change Ownership with Yes and No", () => {
    const { calls } = renderWith(["assign"], { owner });
    press("Assign to Me Jane Doe");
    const dialog = screen.getByRole("dialog", { name: "Change Ownership" });
    expect(dialog.textContent).toContain("Ben Okafor owns the conversation with Jane Doe.");
    expect(
      within(dialog)
        .getAllByRole("button")
        .map((button) => button.textContent),
    ).toEqual(["Yes", "No"]);
    expect(calls).toEqual([]);
  });

  it("assigns after Yes", () => {
    const { calls } = renderWith(["assign"], { owner });
    press("Assign to Me Jane Doe");
    press("Yes");
    expect(calls).toEqual([["perform", "assign", ID]]);
  });

  it("changes nothing after No", () => {
    const { calls } = renderWith(["assign"], { owner });
    press("Assign to Me Jane Doe");
    press("No");
    expect(calls).toEqual([]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("speaks of someone else where the owner's name is not known", () => {
    renderWith(["assign"], { owner: { ...owner, name: "" } });
    press("Assign to Me Jane Doe");
    expect(screen.getByRole("dialog").textContent).toContain("Someone else owns the conversation with Jane Doe.");
  });
});
