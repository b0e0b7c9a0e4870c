/** @jest-environment jsdom */
import { fireEvent, screen } from "@testing-library/react";
import type { NoticeKind } from "../../shared/inbox/snapshot";
import { buildNotice, buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";

const show = (kind: NoticeKind, by = "") =>
  renderPanel(buildSnapshot({ notices: [buildNotice({ kind, by, canUndo: kind !== "changedBy" })] }));

it.each<[NoticeKind, string]>([
  ["accepted", "You accepted the conversation with Jane Doe."],
  ["assigned", "You now own the conversation with Jane Doe."],
])("offers Give Back after a claim (%s), in a live region, and is no warning", (kind, text) => {
  const { calls, container } = show(kind);
  const live = screen.getByText((_, element) => element?.textContent === text && element.tagName === "DIV").closest("[aria-live]");
  expect(live?.getAttribute("aria-live")).toBe("polite");
  expect(live?.querySelector("svg[width='20']")).toBeNull();
  expect(container.textContent).not.toContain("Undo");
  fireEvent.click(screen.getByRole("button", { name: "Give Back" }));
  expect(calls).toEqual([["undo", 1]]);
});

it("holds it while the pointer or the focus is on it", () => {
  const { calls } = show("accepted");
  const button = screen.getByRole("button", { name: "Give Back" });
  button.focus();
  button.blur();
  expect(calls).toEqual([
    ["holdNotice", 1, true],
    ["holdNotice", 1, false],
  ]);
});

it("says who has changed the conversation since", () => {
  show("changedBy", "Ben Okafor");
  expect(screen.getByRole("region", { name: "Notifications" }).textContent).toContain(
    "Ben Okafor has changed the conversation with Jane Doe since. It can’t be given back.",
  );
  expect(screen.queryByRole("button", { name: "Give Back" })).toBeNull();
});
