/** @jest-environment jsdom */
/** What somebody at the list sees of what others do. */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { RequestFailed } from "../../shared/domain/failure";
import type { Fate } from "../../shared/inbox/panelPorts";
import { buildNotice, buildNotifications, buildSnapshot } from "./fixtures";
import { SILENT_SERVER } from "../shared/inbox/silentServer";
import { renderPanel } from "./renderPanel";

const five = buildNotifications(5);
const only = (...places: readonly number[]) => buildSnapshot({ notifications: five.filter((_, at) => places.includes(at)) });

const pass = (ms: number) =>
  act(() => {
    jest.advanceTimersByTime(ms);
  });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const names = () => screen.getAllByRole("listitem").map((line) => line.getAttribute("aria-label")?.replace(/,.*/, ""));
const point = () => fireEvent.mouseEnter(screen.getByRole("list"));
const leave = () => {
  fireEvent.mouseLeave(screen.getByRole("list"));
  pass(2_000);
};
const settle = () => act(() => Promise.resolve());

/** A panel whose server says this of what has gone. */
const withFate = (fate: Fate) =>
  renderPanel(only(0, 1, 2), { server: { ...SILENT_SERVER, readFates: (ids) => Promise.resolve(new Map(ids.map((id) => [id, fate]))) } });

describe("new conversations", () => {
  it("wait behind a button while the pointer is over the list, and come when it has left", () => {
    const panel = renderPanel(only(2, 3));
    point();
    panel.show(only(0, 1, 2, 3));
    expect(names()).toEqual(["Contact 3", "Contact 4"]);
    expect(screen.getByRole("button", { name: "2 new" })).not.toBeNull();
    leave();
    expect(names()).toEqual(["Contact 1", "Contact 2", "Contact 3", "Contact 4"]);
    expect(screen.queryByRole("button", { name: /new$/ })).toBeNull();
  });

  it("wait for a pointer that slips off the list for a moment", () => {
    const panel = renderPanel(only(2, 3));
    point();
    fireEvent.mouseLeave(screen.getByRole("list"));
    pass(500);
    panel.show(only(1, 2, 3));
    expect(names()).toEqual(["Contact 3", "Contact 4"]);
    point();
    pass(5_000);
    expect(names()).toEqual(["Contact 3", "Contact 4"]);
  });

  it("wait while the focus is in the list, and while a question about a row is asked", () => {
    const panel = renderPanel(only(2, 3));
    const block = screen.getByRole("button", { name: "Block Contact 3" });
    act(() => block.focus());
    fireEvent.click(block);
    pass(5_000);
    panel.show(only(1, 2, 3));
    expect(screen.queryByText("Contact 2")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(names()).toEqual(["Contact 3", "Contact 4"]);
  });

  it("wait while a finger is on the list", () => {
    const panel = renderPanel(only(2, 3));
    fireEvent.touchStart(screen.getByRole("list"));
    panel.show(only(1, 2, 3));
    expect(names()).toEqual(["Contact 3", "Contact 4"]);
    fireEvent.touchEnd(screen.getByRole("list"));
    pass(2_000);
    expect(names()).toEqual(["Contact 2", "Contact 3", "Contact 4"]);
  });

  it("come when the finger has left, also where the row that it was on has left the page meanwhile", () => {
    const panel = renderPanel(only(2, 3));
    const [row] = screen.getAllByRole("listitem");
    if (!row) throw new Error("The list is empty.");
    fireEvent.touchStart(row);
    const list = row.parentElement;
    row.remove();
    fireEvent.touchEnd(row);
    list?.prepend(row);
    pass(2_000);
    panel.show(only(1, 2, 3));
    expect(screen.queryByRole("button", { name: /new$/ })).toBeNull();
  });

  it("wait while the list is scrolled", () => {
    const panel = renderPanel(only(2, 3));
    const scroller = screen.getByRole("list").parentElement as HTMLElement;
    scroller.scrollTop = 40;
    fireEvent.scroll(scroller);
    panel.show(only(1, 2, 3));
    expect(names()).toEqual(["Contact 3", "Contact 4"]);
    scroller.scrollTop = 0;
    fireEvent.scroll(scroller);
    expect(names()).toEqual(["Contact 2", "Contact 3", "Contact 4"]);
  });

  it("are shown when the button is pressed, with the focus on the first of them", () => {
    const panel = renderPanel(only(2, 3));
    point();
    panel.show(only(1, 2, 3));
    fireEvent.click(screen.getByRole("button", { name: "1 new" }));
    expect(names()).toEqual(["Contact 2", "Contact 3", "Contact 4"]);
    expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Contact 2,/);
  });

  it("are reached by keyboard from the list's first row", () => {
    const panel = renderPanel(only(2, 3));
    act(() => screen.getAllByRole("listitem")[0]?.focus());
    panel.show(only(1, 2, 3));
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: "ArrowUp" });
    expect(document.activeElement?.textContent).toBe("1 new");
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: "ArrowDown" });
    expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Contact 3,/);
  });

  it("are announced once, not with each further one", () => {
    const panel = renderPanel(only(2, 3));
    point();
    const said = () =>
      screen
        .getAllByRole("status")
        .map(({ textContent }) => textContent)
        .join("");
    expect(said()).not.toMatch(/waiting above/);
    panel.show(only(1, 2, 3));
    const first = said();
    expect(first).toMatch(/New conversations are waiting above the list/);
    panel.show(only(0, 1, 2, 3));
    expect(said()).toBe(first);
  });
});

describe("a conversation that a colleague has taken", () => {
  it("stays at its place as a line that says who, without buttons, until the pointer has left", async () => {
    const panel = withFate({ kind: "owned", by: "Ben Okafor" });
    point();
    panel.show(only(0, 2));
    await settle();
    expect(names()).toEqual(["Contact 1", "Contact 2", "Contact 3"]);
    const line = screen.getByRole("listitem", { name: "Contact 2, +155500001, Ben Okafor owns this conversation." });
    expect(line.textContent).toContain("Ben Okafor owns this conversation.");
    expect(within(line).queryByRole("button")).toBeNull();
    leave();
    expect(names()).toEqual(["Contact 1", "Contact 3"]);
  });

  it("says who has blocked the number", async () => {
    const panel = withFate({ kind: "blocked", by: "Mia Tanaka" });
    point();
    panel.show(only(0, 2));
    await settle();
    expect(screen.getByRole("listitem", { name: /Blocked by Mia Tanaka/ })).not.toBeNull();
  });

  it("says that it does not wait any more where nobody knows who it was, also when the server does not answer", async () => {
    const panel = renderPanel(only(0, 1), {
      server: { ...SILENT_SERVER, readFates: () => Promise.reject(new RequestFailed("offline")) },
    });
    point();
    panel.show(only(0));
    await settle();
    expect(screen.getByRole("listitem", { name: /No longer waiting/ })).not.toBeNull();
  });

  it("is asked about once, however often the list changes", async () => {
    const asked: (readonly string[])[] = [];
    const readFates = (ids: readonly string[]) => {
      asked.push(ids);
      return Promise.resolve(new Map());
    };
    const panel = renderPanel(only(0, 1, 2), { server: { ...SILENT_SERVER, readFates } });
    point();
    panel.show(only(0, 2));
    panel.show(only(0, 2, 3));
    await settle();
    expect(asked).toEqual([[five[1]?.session.id]]);
  });

  it("is asked about once its line is rendered: of a thousand that go at once first those in view, the others when they come into it", async () => {
    const asked: string[] = [];
    const readFates = (ids: readonly string[]) => {
      asked.push(...ids);
      return Promise.resolve(new Map(ids.map((id) => [id, { kind: "owned", by: "Ben Okafor" } as const])));
    };
    const thousand = buildNotifications(1_000);
    const panel = renderPanel(buildSnapshot({ notifications: thousand }), { server: { ...SILENT_SERVER, readFates } });
    point();
    panel.show(buildSnapshot({ notifications: thousand.slice(0, 1) }));
    await settle();
    expect(asked.length).toBeLessThan(60);
    expect(asked).not.toContain(thousand[999]?.session.id);
    act(() => screen.getByRole("listitem", { name: /^Contact 1,/ }).focus());
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "End" });
    await settle();
    expect(screen.getByRole("listitem", { name: /^Contact 1000,.*Ben Okafor/ })).not.toBeNull();
    expect(new Set(asked).size).toBe(asked.length);
  });
});

describe("what the agent has done", () => {
  it("leaves a line that is no notification, so that the next card does not slide under the hand", () => {
    const panel = renderPanel(only(0, 1, 2));
    point();
    fireEvent.click(screen.getByRole("button", { name: "Dismiss Contact 2" }));
    panel.show(only(0, 2));
    expect(names()).toEqual(["Contact 1", "Contact 3"]);
    expect(screen.getByText("Dismissed.")).not.toBeNull();
    expect(screen.getAllByRole("listitem").map((line) => line.getAttribute("aria-posinset"))).toEqual(["1", "2"]);
    leave();
    expect(screen.queryByText("Dismissed.")).toBeNull();
  });

  it("is not called done where a colleague was quicker: the line says who", async () => {
    const panel = withFate({ kind: "owned", by: "Ben Okafor" });
    point();
    fireEvent.click(screen.getByRole("button", { name: "Accept Contact 2" }));
    const shown = only(0, 1, 2);
    panel.show({ ...shown, notifications: shown.notifications.map((one, at) => (at === 1 ? { ...one, pending: "accept" } : one)) });
    panel.show(shown);
    panel.show(only(0, 2));
    await settle();
    expect(screen.getByRole("listitem", { name: /^Contact 2.*Ben Okafor/ })).not.toBeNull();
    expect(screen.queryByText("Accepted.")).toBeNull();
  });

  it("leaves the state of an empty list where nothing else was on it", () => {
    const panel = renderPanel(only(0));
    point();
    fireEvent.click(screen.getByRole("button", { name: "Dismiss Contact 1" }));
    panel.show(only());
    expect(screen.getByText("No notifications")).not.toBeNull();
  });
});

it("notices and problems lie over the foot of the list, after it for who reads in order", () => {
  renderPanel(buildSnapshot({ notices: [buildNotice()], problem: { kind: "failed", asOf: null } }));
  const list = screen.getByRole("list");
  for (const name of ["Undo", "Retry"]) {
    const button = screen.getByRole("button", { name });
    expect(list.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
  }
});
