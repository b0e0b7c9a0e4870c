/** @jest-environment jsdom */
import { fireEvent, screen } from "@testing-library/react";
import { buildNotice, buildNotifications, buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";

const three = buildNotifications(3);

function focusedName(): string | null {
  return document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? null;
}

describe("the focus of somebody who works by keyboard", () => {
  it("goes to the next card when the card it was on is gone", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three }));
    screen.getByRole("button", { name: "Dismiss Contact 2" }).focus();
    panel.show(buildSnapshot({ notifications: three.filter((_, at) => at !== 1) }));
    expect(focusedName()).toBe("Accept Contact 3");
  });

  it("goes to the last card when there is no next one", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three }));
    screen.getByRole("button", { name: "Dismiss Contact 3" }).focus();
    panel.show(buildSnapshot({ notifications: three.slice(0, 2) }));
    expect(focusedName()).toBe("Accept Contact 2");
  });

  it("goes to the heading when the list is empty", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three.slice(0, 1) }));
    screen.getByRole("button", { name: "Accept Contact 1" }).focus();
    panel.show(buildSnapshot({ notifications: [] }));
    expect(focusedName()).toBe("Notifications");
  });

  it("goes to the heading when the notice it was on is gone", () => {
    const panel = renderPanel(buildSnapshot({ notices: [buildNotice()] }));
    screen.getByRole("button", { name: "Undo" }).focus();
    panel.show(buildSnapshot({ notices: [] }));
    expect(focusedName()).toBe("Notifications");
  });

  it("goes to the next card after a confirmed Block", () => {
    const panel = renderPanel(buildSnapshot({ notifications: three }), {
      onPerform: () => {
        panel.show(buildSnapshot({ notifications: three.slice(1) }));
      },
    });
    const block = screen.getByRole("button", { name: "Block Contact 1" });
    block.focus();
    fireEvent.click(block);
    fireEvent.click(screen.getByRole("button", { name: "Block" }));
    expect(focusedName()).toBe("Accept Contact 2");
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
});
