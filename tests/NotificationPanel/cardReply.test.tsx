/** @jest-environment jsdom */
/** Answering in a card of the list, over the real box and its store. */
import { act, fireEvent, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { RequestFailed } from "../../shared/domain/failure";
import type { InboxSession } from "../../shared/domain/session";
import type { PanelGateway } from "../../shared/inbox/panelPorts";
import { buildNotification, buildNotifications, buildSnapshot, MINUTE, NOW } from "./fixtures";
import { SILENT_SERVER } from "../shared/inbox/silentServer";
import { setUpCard } from "./cardScene";
import { renderPanel } from "./renderPanel";

const ana = { id: "a0000000-0000-0000-0000-00000000000a", name: "Ana Ruiz", kind: "user", isDisabled: false } as const;
const own = (session: Partial<InboxSession> = {}) =>
  buildNotification({ actions: ["view"], session: { status: "accepted", owner: ana, ...session } });
const TEXT = { id: "1", at: NOW - 5 * MINUTE, text: "Hello?", file: "" };
const others = buildNotifications(3).slice(1);
const seenAll = { isSeen: true };

/** What is observed is in view, or nothing is. */
class Observer {
  constructor(private readonly tell: (entries: unknown[]) => void) {}
  observe(target: Element) {
    this.tell([
      { target, intersectionRatio: seenAll.isSeen ? 1 : 0.2, intersectionRect: { height: 0 }, boundingClientRect: { height: 0 } },
    ]);
  }
  disconnect() {
    // It has told everything.
  }
}

beforeEach(() => {
  seenAll.isSeen = true;
  Object.assign(globalThis, { IntersectionObserver: Observer });
});

const card = () => screen.getByRole("listitem", { name: /^Jane Doe/ });
const button = () => within(card()).getByRole("button", { name: "Answer Jane Doe" });
const box = () => within(card()).getByRole<HTMLTextAreaElement>("textbox", { name: "Reply" });
const write = (text: string) => fireEvent.change(box(), { target: { value: text } });
const send = () => fireEvent.keyDown(box(), { key: "Enter", ctrlKey: true });

function setUp(session: Partial<InboxSession> = {}, languageCode = 1033) {
  const scene = setUpCard();
  const server: PanelGateway = { ...SILENT_SERVER, readUnreadTexts: () => Promise.resolve({ items: [TEXT], hasMore: false }) };
  const shown = [own(session), ...others];
  const panel = renderPanel(buildSnapshot({ notifications: shown }), { server, replyCode: scene.replyCode, languageCode });
  const settle = () => act(() => scene.world.settle());
  return {
    ...scene,
    panel,
    settle,
    async open() {
      button().focus();
      fireEvent.click(button());
      await settle();
    },
    /** The card's conversation is not on the list any more. */
    leave: () => panel.show(buildSnapshot({ notifications: others, now: NOW + MINUTE })),
  };
}

it("is offered where the conversation can be viewed, and nowhere else", () => {
  setUp();
  expect(screen.getAllByRole("button", { name: /^Answer / })).toEqual([button()]);
});

it("opens the box below the texts, with the focus in it, and loads its code only then", async () => {
  const { replyCode, open } = setUp();
  expect([replyCode.isLoaded(), button().getAttribute("aria-expanded")]).toEqual([false, "false"]);
  await open();
  expect(document.activeElement).toBe(box());
  expect(button().getAttribute("aria-expanded")).toBe("true");
  const texts = within(card()).getByRole("region", { name: "Unread messages from Jane Doe" });
  expect(texts.compareDocumentPosition(box())).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(within(card()).getByRole("group", { name: "Answer Jane Doe" }).contains(box())).toBe(true);
});

it("is opened by R on the row", async () => {
  const { settle } = setUp();
  card().focus();
  // The focus was led there just now: the key may have been meant for another row.
  fireEvent.keyDown(card(), { key: "r" });
  await settle();
  expect(document.activeElement).toBe(card());
  await act(() => new Promise((resolve) => setTimeout(resolve, 550)));
  fireEvent.keyDown(card(), { key: "r" });
  await settle();
  expect(document.activeElement).toBe(box());
});

it("closes with Escape, keeps what was written, says Draft, and gives the focus back to the button", async () => {
  const { open, panel } = setUp();
  await open();
  write("Dear Jane");
  fireEvent.keyDown(box(), { key: "Escape" });
  expect(within(card()).queryByRole("textbox")).toBeNull();
  expect(within(card()).queryByRole("region")).toBeNull();
  expect(document.activeElement).toBe(button());
  expect(within(card()).getByText("Draft")).toBeTruthy();
  expect(panel.calls).toEqual([]);
  await open();
  expect(box().value).toBe("Dear Jane");
});

it("marks read what was seen once the answer is stored, tells the inbox, and says so", async () => {
  const { open, settle, marked, panel, texts } = { ...setUp(), texts: null };
  await open();
  write("Yes.");
  send();
  await settle();
  expect([marked, texts]).toEqual([[["1"]], null]);
  expect(panel.calls.filter(([name]) => name === "read")).toEqual([["read", own().session, { upTo: TEXT.at, count: 1 }]]);
  expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toContain("Your answer to Jane Doe is on its way.");
});

it("leaves a quiet line where the card was, and the focus goes on to the next one", async () => {
  const { open, settle, leave } = setUp();
  await open();
  write("Yes.");
  send();
  await settle();
  leave();
  expect(screen.queryByRole("listitem", { name: /^Jane Doe/ })).toBeNull();
  expect(screen.getByText("Answered.")).toBeTruthy();
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Contact 2/);
});

it("does not act on the next customer for who writes on when the card has gone", async () => {
  const { open, settle, leave, panel } = setUp();
  await open();
  write("Yes.");
  send();
  await settle();
  leave();
  for (const key of ["d", "a", "?", "b", " ", "u", "Enter"]) fireEvent.keyDown(document.activeElement as Element, { key });
  expect([panel.calls.filter(([name]) => name === "perform"), screen.queryByRole("dialog")]).toEqual([[], null]);
});

it("marks nothing read that was not in view", async () => {
  seenAll.isSeen = false;
  const { open, settle, marked, panel } = setUp();
  await open();
  write("Yes.");
  send();
  await settle();
  expect([marked, panel.calls.filter(([name]) => name === "read")]).toEqual([[], []]);
  expect(box().value).toBe("");
});

it("keeps text and card where the server refuses, says why, and lets it be edited", async () => {
  const { open, settle, server, marked } = setUp();
  server.before = () => {
    throw new RequestFailed("denied");
  };
  await open();
  write("Yes.");
  send();
  await settle();
  expect(card().textContent).toContain("Not sent: you don’t have permission");
  fireEvent.click(within(card()).getByRole("button", { name: "Edit" }));
  expect([box().value, box().selectionStart, document.activeElement, marked]).toEqual(["Yes.", 4, box(), []]);
});

it("says that an answer is stored whose texts could not be marked read", async () => {
  const { open, settle, state } = setUp();
  state.refusals.push(new RequestFailed("denied"));
  await open();
  write("Yes.");
  send();
  await settle();
  expect(card().textContent).toContain("the messages couldn’t be marked as read yet");
});

it("keeps the box for who has begun the next text, when the first one is stored", async () => {
  const { open, settle, leave } = setUp();
  await open();
  write("Yes.");
  send();
  write("And");
  await settle();
  leave();
  await settle();
  expect([box().value, document.activeElement]).toEqual(["And", box()]);
  fireEvent.keyDown(box(), { key: "Escape" });
  expect(screen.getByText("Answered.")).toBeTruthy();
});
it.each([
  ["opted out", { isOptedOut: true }, "The customer has opted out"],
  ["a colleague’s", { owner: { ...ana, id: "b0000000-0000-0000-0000-00000000000b" } }, "Ana Ruiz owns the conversation."],
  ["given back", { status: "new" }, "Accept the conversation"],
] as const)("says why where it is %s meanwhile, and keeps what was written", async (_, session, why) => {
  const { open, panel } = setUp();
  await open();
  write("Dear Jane");
  panel.show(buildSnapshot({ notifications: [own(session), ...others] }));
  expect(card().textContent).toContain(why);
  expect(within(card()).getByRole<HTMLTextAreaElement>("textbox", { name: "Your draft" }).value).toBe("Dear Jane");
});

it.each([
  ["blocked", "The number is blocked"],
  ["closed", "The conversation is closed"],
  ["notMine", "Only the owner"],
] as const)("stays, and says why, where its conversation leaves the list: %s", async (why, words) => {
  const { open, leave, settle, state } = setUp();
  await open();
  write("Dear Jane");
  state.closedBecause = why;
  leave();
  await settle();
  expect(card().textContent).toContain(words);
  expect(within(card()).queryByRole("button", { name: /^View/ })).toBeNull();
  fireEvent.click(button());
  expect(within(screen.getByRole("list")).queryByRole("textbox")).toBeNull();
});

it("stays open where its texts are read elsewhere, and can be sent", async () => {
  const { open, leave, settle, server, state } = setUp();
  await open();
  leave();
  await settle();
  expect(state.asked).toBe(1);
  write("Yes.");
  send();
  await settle();
  expect([...server.rows.values()].map(({ text }) => text)).toEqual(["Yes."]);
});

it("holds the list while it is open, wherever pointer and focus are", async () => {
  const { open, panel } = setUp();
  await open();
  act(() => box().blur());
  await act(() => new Promise((resolve) => setTimeout(resolve, 1_200)));
  const newcomer = buildNotification({
    session: { id: "00000000-0000-0000-0000-000000000009", contactName: "New One", newestUnreadAt: NOW },
  });
  panel.show(buildSnapshot({ notifications: [newcomer, own(), ...others] }));
  expect(screen.getAllByRole("listitem")[0]?.getAttribute("aria-label")).toMatch(/^Jane Doe/);
  expect(screen.getByRole("button", { name: "1 new" })).toBeTruthy();
});

it.each([1033, 1025, 1031])("has no violation that axe finds, in language %d", async (languageCode) => {
  const { panel, settle } = setUp({}, languageCode);
  fireEvent.click(card().querySelector("[data-answer]") as Element);
  await settle();
  const { violations } = await axe.run(panel.container, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
});
