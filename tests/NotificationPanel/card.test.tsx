/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { NO_SETTINGS } from "../../shared/domain/settings";
import type { Density } from "../../shared/domain/settings";
import type { InboxSession } from "../../shared/domain/session";
import type { Notification } from "../../shared/inbox/snapshot";
import { MINUTE, NOW, buildNotification, buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";

function show(density: Density, overrides: Parameters<typeof buildNotification>[0] = {}): HTMLElement {
  const settings = { chosen: { ...NO_SETTINGS, density }, allowed: { sound: true, desktop: true } };
  const notifications: Notification[] = [buildNotification(overrides)];
  renderPanel(buildSnapshot({ settings, notifications }));
  return screen.getByRole("listitem");
}

const ben = { id: "b", name: "Ben Okafor", kind: "user", isDisabled: false } as const;
const visibleTexts = (card: HTMLElement) =>
  Array.from(card.querySelectorAll("button"), (button) => [button.getAttribute("aria-label"), button.textContent, button.title]);

describe("a card", () => {
  it("is compact unless the agent has chosen otherwise", () => {
    expect(NO_SETTINGS.density).toBe("compact");
  });

  it("has the main action in words, and Dismiss and Block as signs with a name, where it is compact", () => {
    expect(visibleTexts(show("compact"))).toEqual([
      ["Accept Jane Doe", "Accept", ""],
      ["Dismiss Jane Doe", "Dismiss", ""],
      ["Block Jane Doe", "Block", ""],
    ]);
  });

  it("has all actions in words where it is roomy", () => {
    expect(visibleTexts(show("roomy")).map(([, text]) => text)).toEqual(["Accept", "Dismiss", "Block"]);
  });

  it.each([
    ["She waits for the part", "from Ana Ruiz: She waits for the part"],
    ["", "from Ana Ruiz"],
  ])("says from whom it is, and why, while that is unread (%j)", (note, line) => {
    const given = { byId: "a", by: "Ana Ruiz", at: NOW - MINUTE, note };
    const shown = { status: "accepted", owner: ben, given } as const;
    const card = show("compact", { session: { ...shown, oldestUnreadAt: NOW - 5 * MINUTE }, actions: ["view"] });
    // It is cut where it is too long: its title is the whole of it.
    expect(within(card).getByTitle(line).textContent).toBe(line);
  });

  it("says no more from whom it was once a text has come after that was read", () => {
    const given = { byId: "a", by: "Ana Ruiz", at: NOW - 10 * MINUTE, note: "Hello" };
    const card = show("compact", {
      session: { status: "accepted", owner: ben, given, oldestUnreadAt: NOW - 5 * MINUTE },
      actions: ["view"],
    });
    expect(within(card).queryByText(/^from/)).toBeNull();
  });

  it.each(["compact", "roomy"] as const)("hides no button until somebody points at it (%s): a finger cannot point", (density) => {
    const card = show(density);
    for (const button of card.querySelectorAll("button")) {
      const { display, visibility, opacity } = getComputedStyle(button);
      expect([display === "none", visibility === "hidden", opacity === "0"]).toEqual([false, false, false]);
    }
  });

  it.each<[Density, Partial<InboxSession>]>([
    ["compact", {}],
    ["compact", { contactName: null }],
    ["roomy", {}],
    ["roomy", { contactName: null }],
  ])("has time and count at the end of its first line (%s, %j)", (density, session) => {
    const card = show(density, { session: { unread: 3, ...session } });
    const line = card.querySelector("time")?.parentElement?.parentElement;
    const [time, badge, said] = Array.from(line?.children ?? []).slice(-3);
    expect([time?.querySelector("time")?.textContent, badge?.textContent, said?.textContent]).toEqual(["5 min. ago", "3", "3 unread"]);
    expect(within(card).getAllByText("3")).toHaveLength(1);
  });

  it.each(["compact", "roomy"] as const)("shows name and number (%s)", (density) => {
    const card = show(density);
    expect(within(card).getByText("Jane Doe").tagName).toBe("BDI");
    expect(within(card).getByText("+15550100").tagName).toBe("BDI");
  });

  it("says how long the customer has waited, and whose it is, where it can be taken over", () => {
    const card = show("compact", { actions: ["assign"], session: { status: "accepted", owner: ben, oldestUnreadAt: NOW - 86 * MINUTE } });
    expect(card.textContent).toContain("waiting 1 hr 26 min, owner Ben Okafor");
  });

  it("counts the wait on as the server's clock goes on", () => {
    const notification = buildNotification({
      actions: ["assign"],
      session: { status: "accepted", owner: ben, oldestUnreadAt: NOW - 26 * MINUTE },
    });
    const panel = renderPanel(buildSnapshot({ notifications: [notification] }));
    panel.show(buildSnapshot({ notifications: [notification], now: NOW + MINUTE }));
    expect(screen.getByRole("listitem").textContent).toContain("waiting 27 min, owner Ben Okafor");
  });

  it("speaks of someone else where the owner's name is not known", () => {
    const card = show("compact", { actions: ["assign"], session: { status: "accepted", owner: { ...ben, name: "" } } });
    expect(card.textContent).toContain("owner Someone else");
  });
});

describe("the exact time", () => {
  // jsdom has no layout, so the tooltip finds no place to be seen at.
  const tooltip = () => screen.queryByRole("tooltip", { hidden: true })?.textContent;

  it("is told when the time has got the focus, by keyboard or by a finger's tap, and no more when it has lost it", async () => {
    const time = show("compact").querySelector("time");
    time?.focus();
    await waitFor(() => expect(tooltip()).toBe("11/22/2026 6:55 PM"));
    time?.blur();
    await waitFor(() => expect(tooltip()).toBeUndefined());
  });

  it("is told when the pointer rests on the time", async () => {
    const time = show("compact").querySelector("time");
    fireEvent.mouseEnter(time?.parentElement as HTMLElement);
    await waitFor(() => expect(tooltip()).toBe("11/22/2026 6:55 PM"));
  });

  it("goes when the pointer leaves, and by Escape", async () => {
    const time = show("compact").querySelector("time");
    const around = time?.parentElement as HTMLElement;
    fireEvent.mouseEnter(around);
    await waitFor(() => expect(tooltip()).toBe("11/22/2026 6:55 PM"));
    fireEvent.mouseLeave(around);
    await waitFor(() => expect(tooltip()).toBeUndefined());
    time?.focus();
    await waitFor(() => expect(tooltip()).toBe("11/22/2026 6:55 PM"));
    fireEvent.keyDown(around, { key: "a" });
    expect(tooltip()).toBeDefined();
    fireEvent.keyDown(around, { key: "Escape" });
    await waitFor(() => expect(tooltip()).toBeUndefined());
  });
});
