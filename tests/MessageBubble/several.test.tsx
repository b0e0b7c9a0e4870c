/** @jest-environment jsdom */
/** Several at once, as an agent does it: selected in the list, done together, what failed told on the cards. */
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import * as React from "react";
import { ControlView } from "../../MessageBubble/ControlView";
import { createSeatRow } from "../../MessageBubble/seats";
import { readStrings } from "../../shared/ui/readStrings";
import type { BubbleStrings } from "../../MessageBubble/bubbleStrings";
import { RequestFailed } from "../../shared/domain/failure";
import { createTimes } from "../../shared/ui/times";
import { themeOf } from "../../shared/ui/theme";
import { NO_REPLY_CODE } from "../NotificationPanel/fixtures";
import { readResx } from "../NotificationPanel/readResx";
import { createWorld } from "../shared/inbox/laboratory";
import { openTab } from "../shared/inbox/openTab";
import { createServer } from "../shared/inbox/server";
import { ana, ben, MINUTE, NOON, session } from "../shared/sessions";
import { NOTHING_BESIDE, PANEL_IS_LOADED } from "./renderControl";

const numbered = (at: number) => {
  const end = String(at).padStart(12, "0");
  return session({
    id: `50000000-0000-0000-0000-${end}`,
    contactNumberId: `c0000000-0000-0000-0000-${end}`,
    contactName: `Customer ${at}`,
    newestUnreadAt: NOON - at * MINUTE,
  });
};

/** Ben's panel with so many new conversations and one of his own. */
async function open(count: number) {
  const world = createWorld();
  const sessions = Array.from({ length: count }, (_, at) => numbered(at + 1));
  const own = session({ ...numbered(99), status: "accepted", owner: ben });
  const server = createServer(...sessions, own);
  const { inbox, unread, tab } = await openTab(server, world);
  const texts = readResx(1033);
  const props = {
    inbox,
    strings: readStrings<BubbleStrings>((key) => texts[key] ?? key),
    seat: createSeatRow().take(),
    times: createTimes("en", () => 0),
    theme: themeOf(undefined, false),
    panelCode: PANEL_IS_LOADED,
    lazyBundle: () => NO_REPLY_CODE,
    beside: NOTHING_BESIDE,
    onBug: (bug: unknown) => {
      throw bug;
    },
  };
  render(<ControlView {...props} isRtl={false} isHosted />);
  const settle = async (change: () => void = () => undefined) => {
    await act(async () => {
      change();
      await world.settle();
    });
  };
  await settle(() => inbox.setPanelOpen(true));
  return { inbox, server, sessions, unread, world, tab, settle };
}

const box = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name: `Select ${name}`, hidden: true });
const line = (name: string) => screen.getByRole("listitem", { name: new RegExp(`^${name},`) });
const toolbar = () => within(screen.getByRole("toolbar", { name: "Selection" }));
const checked = () =>
  screen
    .queryAllByRole<HTMLInputElement>("checkbox", { hidden: true })
    .filter((one) => one.checked)
    .map((one) => one.getAttribute("aria-label"));

it("selects by checkbox, with Shift up to another one, by Space on a row, and all by Ctrl+A; one's own conversations have no box", async () => {
  await open(5);
  expect(screen.queryByRole("toolbar")).toBeNull();
  fireEvent.click(box("Customer 1"));
  expect(toolbar().getByText("1 selected")).not.toBeNull();
  fireEvent.click(box("Customer 3"), { shiftKey: true });
  expect(checked()).toEqual(["Select Customer 1", "Select Customer 2", "Select Customer 3"]);
  fireEvent.keyDown(line("Customer 2"), { key: " " });
  expect(checked()).toEqual(["Select Customer 1", "Select Customer 3"]);
  fireEvent.keyDown(line("Customer 5"), { key: "a", ctrlKey: true });
  expect(checked()).toHaveLength(5);
  expect(screen.queryByRole("checkbox", { name: "Select Customer 99", hidden: true })).toBeNull();
});

it("lets Escape drop the selection first, and close the panel only then", async () => {
  const { inbox } = await open(2);
  fireEvent.click(box("Customer 1"));
  fireEvent.keyDown(line("Customer 1"), { key: "Escape" });
  expect([checked(), inbox.getSnapshot().panelOpen]).toEqual([[], true]);
  fireEvent.click(box("Customer 2"));
  fireEvent.keyDown(toolbar().getByRole("button", { name: /^Dismiss/ }), { key: "Escape" });
  expect([checked(), inbox.getSnapshot().panelOpen]).toEqual([[], true]);
  fireEvent.keyDown(line("Customer 1"), { key: "Escape" });
  expect(inbox.getSnapshot().panelOpen).toBe(false);
});

it("keeps nothing selected that a filter takes away", async () => {
  const { settle } = await open(3);
  fireEvent.keyDown(line("Customer 1"), { key: "a", ctrlKey: true });
  await settle(() => fireEvent.change(screen.getByRole("searchbox"), { target: { value: "Customer 2" } }));
  expect(toolbar().getByText("1 selected")).not.toBeNull();
  await settle(() => fireEvent.change(screen.getByRole("searchbox"), { target: { value: "" } }));
  expect(checked()).toEqual(["Select Customer 2"]);
});

it("dismisses what is selected, and takes it back with one Undo", async () => {
  const { settle, unread } = await open(4);
  fireEvent.click(box("Customer 1"));
  fireEvent.click(box("Customer 4"));
  await settle(() => fireEvent.click(toolbar().getByRole("button", { name: "Dismiss 2 selected" })));
  expect(unread()).toBe(3);
  expect(screen.queryByRole("toolbar")).toBeNull();
  expect(screen.getByText("2 notifications").parentElement?.textContent).toBe("2 notifications dismissed.");
  await settle(() => fireEvent.click(screen.getByRole("button", { name: "Undo" })));
  expect(unread()).toBe(5);
});

it("accepts up to ten, and says that it does not accept more", async () => {
  const { settle, server } = await open(11);
  fireEvent.keyDown(line("Customer 1"), { key: "a", ctrlKey: true });
  const accept = () => toolbar().getByRole("button", { name: /^Accept/ });
  expect(accept().getAttribute("aria-disabled")).toBe("true");
  expect(toolbar().getAllByText("Accept up to 10 at once")).not.toHaveLength(0);
  fireEvent.click(accept());
  fireEvent.click(box("Customer 11"));
  await settle(() => fireEvent.click(accept()));
  expect(
    [...server.sessions.values()].filter(({ owner, contactName }) => owner.id === ben.id && contactName !== "Customer 99"),
  ).toHaveLength(10);
});

it("says on each card what was not done, and tries again only that", async () => {
  const { settle, server, sessions } = await open(3);
  const [, taken, denied] = sessions;
  if (!taken || !denied) throw new Error("no session");
  server.sessions.set(taken.id, { ...taken, status: "accepted", owner: ana });
  let refusals = 1;
  server.before = (call) => {
    if (call === "claim" && server.calls.filter((made) => made === "claim").length === 2 && refusals-- > 0)
      throw new RequestFailed("failed");
  };
  fireEvent.keyDown(line("Customer 1"), { key: "a", ctrlKey: true });
  await settle(() => fireEvent.click(toolbar().getByRole("button", { name: /^Accept/ })));
  expect(within(line("Customer 3")).getByText("Something went wrong with Customer 3. Try again.")).not.toBeNull();
  expect(toolbar().getByText(/not done$/)).not.toBeNull();
  server.calls.length = 0;
  await settle(() => fireEvent.click(toolbar().getByRole("button", { name: "Retry" })));
  expect(server.sessions.get(denied.id)?.owner.id).toBe(ben.id);
  expect(server.calls.filter((call) => call === "claim")).toHaveLength(1);
  expect(screen.queryByText(/Something went wrong/)).toBeNull();
});

it("does not accept more than ten with Retry either: the others are told as before", async () => {
  const { settle, server } = await open(12);
  server.before = (call) => {
    if (call === "claim") throw new RequestFailed("failed");
  };
  const acceptAll = async (from: number, to: number) => {
    for (let at = from; at <= to; at++) fireEvent.click(box(`Customer ${at}`));
    await settle(() => fireEvent.click(toolbar().getByRole("button", { name: /^Accept/ })));
  };
  await acceptAll(1, 6);
  // What leaves the list is not selected any more; that it was not done is still told.
  for (const value of ["Customer 12", ""]) await settle(() => fireEvent.change(screen.getByRole("searchbox"), { target: { value } }));
  await acceptAll(7, 12);
  expect(toolbar().getByText("12 not done")).not.toBeNull();
  server.before = () => undefined;
  server.calls.length = 0;
  await settle(() => fireEvent.click(toolbar().getByRole("button", { name: "Retry" })));
  expect(server.calls.filter((call) => call === "claim")).toHaveLength(10);
  expect(toolbar().getByText("2 not done")).not.toBeNull();
});

it("shows how far it is when it takes longer than a second, and stops at Cancel", async () => {
  const { settle, server, unread } = await open(6);
  jest.useFakeTimers();
  try {
    const answers: (() => void)[] = [];
    server.before = (call) => (call === "writeDismissal" ? new Promise<void>((resolve) => answers.push(resolve)) : undefined);
    fireEvent.keyDown(line("Customer 1"), { key: "a", ctrlKey: true });
    await settle(() => fireEvent.click(toolbar().getByRole("button", { name: /^Dismiss/ })));
    expect(screen.queryByRole("progressbar")).toBeNull();
    act(() => {
      jest.advanceTimersByTime(1_000);
    });
    expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("0");
    await settle(() => answers.shift()?.());
    expect(toolbar().getByText("1 of 6")).not.toBeNull();
    fireEvent.click(toolbar().getByRole("button", { name: "Cancel" }));
    await settle(() => answers.forEach((answer) => answer()));
    await settle(() => answers.forEach((answer) => answer()));
    expect(screen.queryByRole("progressbar")).toBeNull();
    // Four were under way or done.
    expect(unread()).toBe(3);
    expect(checked()).toHaveLength(2);
  } finally {
    jest.useRealTimers();
  }
});

describe("while the agent is at the list", () => {
  const begin = async (count: number) => {
    const opened = await open(count);
    await opened.settle(() => fireEvent.mouseEnter(screen.getByRole("list")));
    return opened;
  };

  it("the lines of all that was dismissed say so, and none that somebody else did something", async () => {
    const { world } = await begin(5);
    for (const at of [1, 2, 3]) fireEvent.click(box(`Customer ${at}`));
    // As in a browser, where no change waits for the end of an act.
    const warned = jest.spyOn(console, "error").mockImplementation();
    toolbar()
      .getByRole("button", { name: /^Dismiss/ })
      .dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await world.settle();
    warned.mockRestore();
    expect(screen.getAllByText("Dismissed.")).toHaveLength(3);
    expect(screen.queryByText("No longer waiting.")).toBeNull();
  });

  it("what was not sent is no doing of theirs: what a colleague takes then is said to be the colleague's", async () => {
    const { settle, tab, server, sessions, inbox } = await begin(2);
    await settle(() => tab.goOffline());
    await settle(() => fireEvent.click(within(line("Customer 1")).getByRole("button", { name: /^Accept/ })));
    const [first = numbered(1)] = sessions;
    server.sessions.set(first.id, { ...first, status: "accepted", owner: ana });
    await settle(() => tab.goOnline());
    await settle(() => inbox.retry());
    expect(screen.queryByText("Accepted.")).toBeNull();
    expect(screen.getByText("No longer waiting.")).not.toBeNull();
  });
});
