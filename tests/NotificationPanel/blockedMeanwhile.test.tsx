/** @jest-environment jsdom */
/** The list of blocked numbers, opened before the server has blocked one: an agent blocks, and looks at once. */
import { act, fireEvent, screen } from "@testing-library/react";
import type { BlockedNumber } from "../../shared/inbox/panelPorts";
import { number as blockedNumber } from "../shared/inbox/blockedScene";
import { SILENT_SERVER } from "../shared/inbox/silentServer";
import { buildSnapshot } from "./fixtures";
import { renderPanel } from "./renderPanel";

const blocked: BlockedNumber = { ...blockedNumber(1), customerName: "Jane Doe" };

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));
const lines = () => screen.queryAllByRole("listitem").map((line) => line.getAttribute("aria-label"));

it("shows the number once the server has done it", async () => {
  let items: readonly BlockedNumber[] = [];
  const readBlockedNumbers = jest.fn(() => Promise.resolve({ items, hasMore: false }));
  const panel = renderPanel(buildSnapshot(), { server: { ...SILENT_SERVER, readBlockedNumbers } });
  fireEvent.click(screen.getByRole("tab", { name: /^Blocked/ }));
  await settle();
  expect(lines()).toEqual([]);
  items = [blocked];
  panel.show(buildSnapshot({ notices: [{ id: 7, kind: "blocked", subject: "Jane Doe", by: "", canUndo: true }] }));
  await settle();
  expect(lines()).toEqual(["Jane Doe +15550101"]);
  // The notice goes: nothing was blocked.
  panel.show(buildSnapshot({ notices: [] }));
  await settle();
  expect(readBlockedNumbers).toHaveBeenCalledTimes(2);
});
