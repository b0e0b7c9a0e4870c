/** @jest-environment jsdom */
/** Where the focus is when the code of answering comes late. */
import { act, fireEvent, screen } from "@testing-library/react";
import { buildNotification, buildNotifications, buildSnapshot } from "./fixtures";
import { SILENT_SERVER } from "../shared/inbox/silentServer";
import { setUpCard } from "./cardScene";
import { renderPanel } from "./renderPanel";

const ana = { id: "a0000000-0000-0000-0000-00000000000a", name: "Ana Ruiz", kind: "user", isDisabled: false } as const;

it("stays where the agent has gone meanwhile, in another card", async () => {
  const scene = setUpCard();
  const listeners = new Set<() => void>();
  let isHere = false;
  const replyCode = {
    ...scene.replyCode,
    get: () => (isHere ? ({ kind: "ready", part: scene.parts } as const) : ({ kind: "loading" } as const)),
    subscribe: (listener: () => void) => (listeners.add(listener), () => void listeners.delete(listener)),
    want: () => undefined,
    isLoaded: () => isHere,
  };
  const own = buildNotification({ actions: ["view"], session: { status: "accepted", owner: ana } });
  const server = { ...SILENT_SERVER, readUnreadTexts: () => Promise.resolve({ items: [], hasMore: false }) };
  renderPanel(buildSnapshot({ notifications: [own, ...buildNotifications(3).slice(1)] }), { server, replyCode });
  fireEvent.click(screen.getByRole("button", { name: "Answer Jane Doe" }));
  const other = screen.getAllByRole("listitem")[1];
  act(() => other?.focus());
  isHere = true;
  act(() => listeners.forEach((listener) => listener()));
  await act(() => scene.world.settle());
  expect(screen.getByRole("textbox", { name: "Reply" })).toBeTruthy();
  expect(document.activeElement).toBe(other);
});

it.each([
  ["at once", null, 0],
  ["after Tab, which ends a text", "Tab", 1],
] as const)("does nothing outside the list for who writes on when the list has gone with the box: %s", async (_, between, sheets) => {
  const { world, replyCode } = setUpCard();
  const own = buildNotification({ actions: ["view"], session: { status: "accepted", owner: ana } });
  const server = { ...SILENT_SERVER, readUnreadTexts: () => Promise.resolve({ items: [], hasMore: false }) };
  renderPanel(buildSnapshot({ notifications: [own] }), { server, replyCode });
  fireEvent.click(screen.getByRole("button", { name: "Answer Jane Doe" }));
  await act(() => world.settle());
  fireEvent.keyDown(screen.getByRole("textbox", { name: "Reply" }), { key: "y" });
  const heading = screen.getByRole("region", { name: "Notifications" });
  if (between) fireEvent.keyDown(heading, { key: between });
  fireEvent.keyDown(heading, { key: "?" });
  expect(screen.queryAllByRole("dialog")).toHaveLength(sheets);
});
