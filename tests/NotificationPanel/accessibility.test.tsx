/** @jest-environment jsdom */
import { fireEvent, screen } from "@testing-library/react";
import axe from "axe-core";
import type { InboxSnapshot } from "../../shared/inbox/snapshot";
import { NOW, buildNotice, buildNotification, buildNotifications, buildSnapshot } from "./fixtures";
import { readResx } from "./readResx";
import { renderPanel } from "./renderPanel";

/** What axe finds, in words. Colours need a browser: jsdom does not draw. */
async function violations(root: Element): Promise<string[]> {
  const found = await axe.run(root, { rules: { "color-contrast": { enabled: false } } });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

const scenes: [string, Partial<InboxSnapshot>][] = [
  ["a list", { notifications: buildNotifications(3) }],
  ["a long list", { notifications: buildNotifications(200) }],
  ["an empty list", { notifications: [] }],
  ["loading", { phase: "loading", notifications: [], unread: null }],
  [
    "a problem and notices",
    { problem: { kind: "offline", asOf: NOW }, notices: [buildNotice(), buildNotice({ id: 2, kind: "failed", canUndo: false })] },
  ],
  ["an action under way", { notifications: [buildNotification({ pending: "accept" })] }],
];

describe("accessibility", () => {
  it.each(scenes)("has no violation with %s", async (_, scene) => {
    const { container } = renderPanel(buildSnapshot(scene));
    expect(await violations(container)).toEqual([]);
  });

  it("has no violation with a dialog", async () => {
    renderPanel(buildSnapshot({ notifications: [buildNotification({ actions: ["assign"] })] }));
    fireEvent.click(screen.getByRole("button", { name: /^Assign to Me/ }));
    expect(await violations(screen.getByRole("dialog"))).toEqual([]);
  });

  it.each([1033, 1025])("has no violation with the settings, in language %d", async (languageCode) => {
    const { chosen } = buildSnapshot().settings ?? {};
    if (!chosen) throw new Error("no settings");
    const settings = { chosen: { ...chosen, quietUntil: NOW + 60_000 }, allowed: { sound: true, desktop: false } };
    renderPanel(buildSnapshot({ settings }), { languageCode });
    fireEvent.click(screen.getByRole("button", { name: readResx(languageCode)["Settings"] ?? "" }));
    expect(await violations(screen.getByRole("dialog"))).toEqual([]);
  });

  it("reads from right to left in Arabic, numbers from left to right", () => {
    const { container } = renderPanel(buildSnapshot(), { languageCode: 1025 });
    expect(container.firstElementChild?.getAttribute("dir")).toBe("rtl");
    expect(screen.getByText("+15550100").getAttribute("dir")).toBe("ltr");
    expect(screen.getByRole("region", { name: "الإشعارات" })).not.toBeNull();
    expect(screen.getByRole("button", { name: "قبول: Jane Doe" })).not.toBeNull();
  });
});
