/** @jest-environment jsdom */
/** What is read aloud where one box sends more than one answer. */
import { act, fireEvent, screen } from "@testing-library/react";
import { buildNotification, buildSnapshot } from "./fixtures";
import { SILENT_SERVER } from "../shared/inbox/silentServer";
import { setUpCard } from "./cardScene";
import { renderPanel } from "./renderPanel";

const ana = { id: "a0000000-0000-0000-0000-00000000000a", name: "Ana Ruiz", kind: "user", isDisabled: false } as const;
const box = () => screen.getByRole("textbox", { name: "Reply" });
const write = (text: string) => fireEvent.change(box(), { target: { value: text } });
const send = () => fireEvent.keyDown(box(), { key: "Enter", ctrlKey: true });
const said = () =>
  screen
    .getAllByRole("status")
    .map(({ textContent }) => textContent)
    .filter((text) => text.startsWith("Your answer"));

it("a second answer is said in a text of its own, so that it is read aloud again", async () => {
  const { world, replyCode } = setUpCard();
  const settle = () => act(() => world.settle());
  const own = buildNotification({ actions: ["view"], session: { status: "accepted", owner: ana } });
  const server = { ...SILENT_SERVER, readUnreadTexts: () => Promise.resolve({ items: [], hasMore: false }) };
  renderPanel(buildSnapshot({ notifications: [own] }), { server, replyCode });
  fireEvent.click(screen.getByRole("button", { name: "Answer Jane Doe" }));
  await settle();
  write("Yes.");
  send();
  write("And");
  await settle();
  const first = said();
  send();
  write("more");
  await settle();
  expect(first).toHaveLength(1);
  expect(said().map((text) => text.trim())).toEqual(first);
  expect(said()).not.toEqual(first);
});
