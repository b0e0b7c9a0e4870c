/** @jest-environment jsdom */
import { fireEvent, screen, within } from "@testing-library/react";
import type { NoticeKind, Problem } from "../../shared/inbox/snapshot";
import { MINUTE, NOW, buildNotice, buildNotification, buildNotifications, buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";

describe("the list", () => {
  it("is a region named Notifications with a list", () => {
    renderPanel();
    const region = screen.getByRole("region", { name: "Notifications" });
    expect(within(within(region).getByRole("list")).getAllByRole("listitem")).toHaveLength(1);
  });

  it("names a notification by its contact, then its number", () => {
    renderPanel();
    const line = screen.getByRole("listitem");
    expect(line.getAttribute("aria-label")).toBe("Jane Doe, +15550100");
    expect(line.textContent).toMatch(/^Jane Doe/);
  });

  it("names a notification by its number where no contact is known", () => {
    renderPanel(buildSnapshot({ notifications: [buildNotification({ session: { contactName: null } })] }));
    expect(screen.getByRole("listitem").getAttribute("aria-label")).toBe("+15550100");
    expect(screen.getByRole("listitem").textContent).toMatch(/^\+15550100/);
    expect(screen.getByRole("button", { name: "Accept +15550100" })).not.toBeNull();
  });

  describe("with two conversations of one contact number", () => {
    const withBusinessNumber = (businessNumber: string) => buildNotification({ session: { id: businessNumber, businessNumber } });
    const other = buildNotification({ session: { id: "other", contactNumberId: "other", contactName: "Max" } });
    const notifications = [withBusinessNumber("+15550991"), other, withBusinessNumber("+15550992")];

    it("says on each of them which business number the customer wrote to, and on no other", () => {
      renderPanel(buildSnapshot({ notifications }));
      const [first, between, second] = screen.getAllByRole("listitem");
      expect(first?.textContent).toContain("To +15550991");
      expect(second?.textContent).toContain("To +15550992");
      expect(between?.textContent).not.toContain("To +");
      expect(screen.getByText("+15550991").outerHTML).toBe('<bdi dir="ltr">+15550991</bdi>');
    });

    it("tells them apart in the names of the notifications and of their buttons", () => {
      renderPanel(buildSnapshot({ notifications }));
      const names = screen.getAllByRole("listitem").map((line) => line.getAttribute("aria-label"));
      expect(names).toEqual(["Jane Doe, +15550100, To +15550991", "Max, +15550100", "Jane Doe, +15550100, To +15550992"]);
      for (const action of ["Accept", "Dismiss", "Block"]) {
        expect(screen.getByRole("button", { name: `${action} Jane Doe, To +15550991` })).not.toBeNull();
        expect(screen.getByRole("button", { name: `${action} Jane Doe, To +15550992` })).not.toBeNull();
      }
    });

    it("does not name the business number where there is only one conversation", () => {
      renderPanel();
      expect(screen.getByRole("listitem").textContent).not.toContain("+15550999");
    });
  });

  it("says how long ago by the server's clock, and when exactly", () => {
    renderPanel(buildSnapshot({ notifications: [buildNotification({ session: { newestUnreadAt: NOW - 18 * MINUTE } })] }));
    const time = screen.getByText("18 min. ago");
    expect(time.parentElement?.textContent).toBe("18 min. ago11/22/2026 6:42 PM");
    expect(time.getAttribute("datetime")).toBe("2026-11-22T17:42:00.000Z");
  });

  it("says how many messages are unread", () => {
    renderPanel(buildSnapshot({ notifications: [buildNotification({ session: { unread: 12 } })] }));
    expect(screen.getByText("12 unread")).not.toBeNull();
  });

  it.each([
    [12, false, "12", "12 unread"],
    [12, true, "12+", "12+ unread"],
    [99, false, "99", "99 unread"],
    [100, false, "99+", "100 unread"],
    [100, true, "99+", "100+ unread"],
  ])("shows %d unread messages (a lower bound: %s) as %s, and says %j", (unread, isLowerBound, shown, said) => {
    renderPanel(buildSnapshot({ isLowerBound, notifications: [buildNotification({ session: { unread } })] }));
    expect(screen.getByText(shown)).not.toBeNull();
    expect(screen.getByText(said)).not.toBeNull();
  });

  it("says so when a message has no text", () => {
    renderPanel(buildSnapshot({ notifications: [buildNotification({ preview: "" })] }));
    expect(screen.getByText("(no text)")).not.toBeNull();
  });

  it("renders a part of a thousand notifications, and says where in the list each one is", () => {
    renderPanel(buildSnapshot({ notifications: buildNotifications(1000) }));
    const lines = screen.getAllByRole("listitem");
    expect(lines.length).toBeLessThan(60);
    expect(lines[1]?.getAttribute("aria-posinset")).toBe("2");
    expect(lines[1]?.getAttribute("aria-setsize")).toBe("1000");
  });

  it("renders all of a list that is short", () => {
    renderPanel(buildSnapshot({ notifications: buildNotifications(40) }));
    expect(screen.getAllByRole("listitem")).toHaveLength(40);
  });
});

describe("states", () => {
  it("says that there is nothing", () => {
    renderPanel(buildSnapshot({ notifications: [] }));
    expect(screen.getByText("No notifications")).not.toBeNull();
    expect(screen.queryByRole("list")).toBeNull();
  });

  it("says that it is loading", () => {
    renderPanel(buildSnapshot({ phase: "loading", notifications: [], unread: null }));
    expect(screen.getByRole("status", { name: "Loading notifications" })).not.toBeNull();
    expect(screen.queryByText("No notifications")).toBeNull();
  });

  it("claims nothing to be empty when the first load failed", () => {
    renderPanel(buildSnapshot({ phase: "loading", notifications: [], unread: null, problem: { kind: "failed", asOf: null } }));
    expect(screen.queryByText("No notifications")).toBeNull();
    expect(screen.queryByRole("status", { name: "Loading notifications" })).toBeNull();
    expect(screen.getByRole("button", { name: "Retry" })).not.toBeNull();
  });

  it.each<[Problem["kind"], RegExp]>([
    ["offline", /offline/],
    ["signin", /signed out/],
    ["throttled", /busy/],
    ["failed", /couldn’t be refreshed/],
    ["reconnecting", /back online/],
  ])("keeps the last list when a refresh ended with %s, says so and since when, and offers Retry", (kind, text) => {
    const { calls } = renderPanel(buildSnapshot({ problem: { kind, asOf: NOW } }));
    expect(screen.getByText(text)).not.toBeNull();
    expect(screen.getByText(/^Last updated:/).textContent).toBe("Last updated: 11/22/2026 7:00 PM");
    expect(screen.getAllByRole("listitem")).toHaveLength(1);
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(calls).toEqual([["retry"]]);
  });

  it("says that a list is old of which nobody knows why, since when, and offers to refresh it", () => {
    const { calls } = renderPanel(buildSnapshot({ problem: { kind: "stale", asOf: NOW }, staleAsOf: NOW }));
    expect(screen.getByText("Notifications haven’t been refreshed for a while.")).not.toBeNull();
    expect(screen.getByText(/^Last updated:/).textContent).toBe("Last updated: 11/22/2026 7:00 PM");
    fireEvent.click(screen.getByRole("button", { name: "Refresh" }));
    expect(calls).toEqual([["retry"]]);
  });

  it("can be closed where it has no pane of its own", () => {
    let closed = 0;
    renderPanel(buildSnapshot(), { onClose: () => (closed += 1) });
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(closed).toBe(1);
  });
});

describe("notices", () => {
  it.each<[NoticeKind, string]>([
    ["dismissed", "Notification from Jane Doe dismissed."],
    ["blocked", "Jane Doe blocked."],
    ["taken", "Ben Okafor already owns the conversation with Jane Doe."],
    ["gone", "The conversation with Jane Doe is no longer available."],
    ["changed", "The conversation with Jane Doe has changed in the meantime. Nothing was done."],
    ["denied", "You don’t have permission to do this for Jane Doe. Contact your administrator."],
    ["notSent", "Nothing was sent for Jane Doe: you were offline."],
    ["unanswered", "No answer came for Jane Doe. It may have been done; the list will show it."],
    ["failed", "Something went wrong with Jane Doe. Try again."],
  ])("tells what came of an action: %s", (kind, text) => {
    const { container } = renderPanel(buildSnapshot({ notices: [buildNotice({ kind, by: "Ben Okafor", canUndo: false })] }));
    expect(container.textContent).toContain(text);
  });

  it("says someone else where the winner's name is not known", () => {
    const { container } = renderPanel(buildSnapshot({ notices: [buildNotice({ kind: "taken", canUndo: false })] }));
    expect(container.textContent).toContain("Someone else already owns");
  });

  it("shows the newest first: in a small window it is the one to be seen", () => {
    const { container } = renderPanel(
      buildSnapshot({ notices: [buildNotice({ id: 1, subject: "Jane Doe" }), buildNotice({ id: 2, subject: "Omar" })] }),
    );
    const text = container.textContent;
    expect(text.indexOf("Omar dismissed")).toBeGreaterThanOrEqual(0);
    expect(text.indexOf("Omar dismissed")).toBeLessThan(text.indexOf("Jane Doe dismissed"));
  });

  it("undoes by the notice's id", () => {
    const { calls } = renderPanel(buildSnapshot({ notices: [buildNotice({ id: 7 })] }));
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(calls).toEqual([["undo", 7]]);
  });

  it("offers no Undo where nothing can be undone", () => {
    const { calls } = renderPanel(buildSnapshot({ notices: [buildNotice({ id: 8, kind: "failed", canUndo: false })] }));
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(calls).toEqual([["closeNotice", 8]]);
  });

  it("closes one without Undo when a later one is about the same subject", () => {
    const failed = buildNotice({ id: 1, kind: "failed", canUndo: false });
    const other = buildNotice({ id: 2, kind: "failed", subject: "Max", canUndo: false });
    const { calls } = renderPanel(buildSnapshot({ notices: [failed, other, buildNotice({ id: 3 })] }));
    expect(calls).toEqual([["closeNotice", 1]]);
  });

  it("closes the oldest without Undo when there are more than three", () => {
    const notices = [1, 2, 3, 4, 5].map((id) => buildNotice({ id, kind: "failed", subject: `Contact ${id}`, canUndo: id === 1 }));
    const { calls, show } = renderPanel(buildSnapshot({ notices: notices.slice(0, 3) }));
    expect(calls).toEqual([]);
    show(buildSnapshot({ notices }));
    expect(calls).toEqual([
      ["closeNotice", 2],
      ["closeNotice", 3],
    ]);
  });

  it("never takes an Undo away before its time", () => {
    const { calls } = renderPanel(buildSnapshot({ notices: [1, 2, 3, 4].map((id) => buildNotice({ id })) }));
    expect(calls).toEqual([]);
    expect(screen.getAllByRole("button", { name: "Undo" })).toHaveLength(4);
  });

  it("has a live region before there is a notice, so that the first one is heard", () => {
    const { container } = renderPanel();
    expect(container.querySelector("[aria-live=polite]")).not.toBeNull();
  });
});

it("asks for the previews of what is in view, once", () => {
  const asked: (readonly string[])[] = [];
  const notification = buildNotification({ preview: null });
  const shown = buildSnapshot({ notifications: [notification, buildNotification({ session: { id: "other" }, preview: "Hi" })] });
  const { show } = renderPanel(shown, { onWantPreviews: (ids) => asked.push(ids) });
  show({ ...shown, isLoading: true });
  expect(asked).toEqual([[notification.session.id]]);
});

it("holds what can be undone while the pointer or the focus is there", () => {
  const notice = buildNotice({ kind: "dismissed", canUndo: true });
  const { calls } = renderPanel(buildSnapshot({ notices: [notice] }));
  const undo = screen.getByRole("button", { name: "Undo" });
  fireEvent.focus(undo);
  fireEvent.blur(undo);
  expect(calls).toEqual([
    ["holdNotice", notice.id, true],
    ["holdNotice", notice.id, false],
  ]);
});
