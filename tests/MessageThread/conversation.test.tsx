/** @jest-environment jsdom */
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { MINUTE, NOON, ana, session } from "../shared/sessions";
import { head, message, sessionEvent, threadSnapshot } from "../shared/thread/messages";
import { renderConversation } from "./renderConversation";

afterEach(cleanup);

const log = () => screen.getByRole("log", { name: "Messages" });
const buttons = () => screen.queryAllByRole("button").map(({ textContent }) => textContent);
const noWaiting = { problem: null, messages: [], events: [] };

describe("a conversation", () => {
  it("is a region named after the customer, with a log in which each text is an article", () => {
    renderConversation(
      threadSnapshot({
        messages: [
          message(),
          message({ id: "2", direction: "out", text: "It is.", authorName: "Ana Ruiz", delivery: "delivered", at: NOON }),
        ],
      }),
    );
    const region = screen.getByRole("region", { name: "Jane Doe" });
    const articles = within(region).getAllByRole("article");
    expect(log().getAttribute("aria-live")).toBe("off");
    expect(articles.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Jane DoeIs my bike ready\?.*11\/22\/2026 11:59 AM/),
      expect.stringMatching(/^It is\.Ana Ruiz.*12:00 PM.*delivered$/),
    ]);
  });

  it("names the customer, both numbers and the owner, and leads to the customer's record", () => {
    const { calls } = renderConversation(threadSnapshot({ head: head({ session: session({ status: "accepted", owner: ana }) }) }));
    for (const words of ["+15550100", "Owner: Ana Ruiz"]) expect(screen.getByRole("region").textContent).toContain(words);
    expect(screen.getByRole("region").textContent).toContain("To +15550999");
    fireEvent.click(screen.getByRole("button", { name: "Open Contact" }));
    expect(calls.filter(([name]) => name === "openCustomer")).toEqual([["openCustomer", head().customer]]);
  });

  it("says that it is closed, that the number is blocked, that the customer has opted out", () => {
    renderConversation(threadSnapshot({ head: head({ isActive: false, isBlocked: true, session: session({ isOptedOut: true }) }) }));
    for (const words of ["Closed", "Blocked", "Opted out of messages"]) expect(screen.getByText(words)).not.toBeNull();
  });

  it("has a line where a day begins, one where the unread texts do, and one for what happened", () => {
    renderConversation(
      threadSnapshot({
        unreadFrom: "3",
        messages: [message({ at: NOON - 24 * 60 * MINUTE }), message({ id: "2", at: NOON - 3 * MINUTE }), message({ id: "3", at: NOON })],
        events: [
          sessionEvent({ id: "a", at: NOON - 2 * MINUTE }),
          sessionEvent({ id: "b", kind: "takenOver", fromName: "Ben Okafor", waitedMinutes: 26, at: NOON - MINUTE }),
          sessionEvent({ id: "c", kind: "optedOut", at: NOON + MINUTE }),
        ],
      }),
    );
    const lines = Array.from(log().querySelectorAll("[data-line]"), ({ textContent }) => textContent.replace(/ · .*/, ""));
    expect(lines.map((line) => line.replace(/\d.*/, ""))).toEqual([
      "Yesterday",
      "Jane DoeIs my bike ready?",
      "Today",
      "Jane DoeIs my bike ready?",
      "Ana Ruiz accepted the conversation",
      "Ana Ruiz took over from Ben Okafor after ",
      "Unread",
      "Jane DoeIs my bike ready?",
      "Jane Doe has opted out of messages",
    ]);
  });

  it("offers what the rules offer, in their order, and does it at once or after a question", () => {
    const { calls } = renderConversation(threadSnapshot({ actions: ["accept", "dismiss", "block"] }));
    expect(buttons()).toEqual(["Open Contact", "Accept", "Dismiss", "Block"]);
    fireEvent.click(screen.getByRole("button", { name: "Accept" }));
    fireEvent.click(screen.getByRole("button", { name: "Block" }));
    expect(calls.filter(([name]) => name === "perform")).toEqual([["perform", "accept"]]);
    const question = screen.getByRole("dialog");
    expect(question.textContent).toContain("+15550100");
    fireEvent.click(within(question).getByRole("button", { name: "Block" }));
    expect(calls.filter(([name]) => name === "perform")[1]).toEqual(["perform", "block", { reason: "", length: null }]);
  });

  it("asks before a conversation is taken over, and takes No for an answer", () => {
    const { calls } = renderConversation(threadSnapshot({ actions: ["assign"] }));
    fireEvent.click(screen.getByRole("button", { name: "Assign to Me" }));
    fireEvent.click(within(screen.getByRole("dialog", { name: "Change Ownership" })).getByRole("button", { name: "No" }));
    expect(calls.filter(([name]) => name === "perform")).toEqual([]);
  });

  it("keeps its buttons while an action is pending, and does nothing on them", () => {
    const { calls } = renderConversation(threadSnapshot({ actions: ["close"], pending: "close" }));
    const button = screen.getByRole("button", { name: "Close Conversation" });
    expect(button.getAttribute("aria-disabled")).toBe("true");
    fireEvent.click(button);
    expect(calls.filter(([name]) => name === "perform")).toEqual([]);
  });
});

describe("what is not there", () => {
  it.each([
    ["loading", "Loading messages", []],
    ["failed", "The conversation couldn’t be loaded.", ["Retry"]],
    ["denied", "You don’t have permission to read this conversation.", []],
    ["gone", "This conversation has been deleted.", []],
  ] as const)("is said: %s", (phase, words, offered) => {
    const { calls } = renderConversation(threadSnapshot({ ...noWaiting, phase, head: null, problem: { kind: "failed", asOf: null } }));
    expect(screen.getByRole("region").textContent).toContain(words);
    expect(buttons()).toEqual(offered);
    screen.queryAllByRole("button").forEach((button) => fireEvent.click(button));
    expect(calls.filter(([name]) => name === "retry")).toHaveLength(offered.length);
  });

  it("is said of a conversation without a text", () => {
    renderConversation(threadSnapshot(noWaiting));
    expect(screen.getByText("No messages yet")).not.toBeNull();
  });

  it("is said of texts that are older than they should be, with the way to refresh them", () => {
    const { calls } = renderConversation(threadSnapshot({ problem: { kind: "stale", asOf: NOON } }));
    expect(screen.getByRole("region").textContent).toContain("Messages haven’t been refreshed for a while.");
    fireEvent.click(screen.getByRole("button", { name: "Refresh" }));
    expect(calls.map(([name]) => name)).toContain("retry");
  });

  it.each([
    ["idle", ["Show older messages"]],
    ["loading", []],
    ["failed", ["Retry"]],
  ] as const)("is offered: older texts, %s", (older, offered) => {
    renderConversation(threadSnapshot({ older }));
    expect(buttons()).toEqual(["Open Contact", ...offered]);
  });
});

describe("a text", () => {
  it("is data: neither markup nor a link of the page", () => {
    renderConversation(threadSnapshot({ messages: [message({ text: '<a href="https://example.com">x</a> https://example.com' })] }));
    expect(log().querySelector("a")).toBeNull();
    expect(screen.getByRole("article").textContent).toContain('<a href="');
  });

  it("of 10,000 characters is there whole, and one that cannot be seen is said to have none", () => {
    const long = "x".repeat(10_000);
    renderConversation(threadSnapshot({ messages: [message({ text: long }), message({ id: "2", text: "\u200b\n" })] }));
    const [first, second] = screen.getAllByRole("article");
    expect([first?.textContent.includes(long), second?.textContent.includes("(no text)")]).toEqual([true, true]);
  });

  it("of 1,250 lines is folded until somebody wants all of it, and one of twenty lines is not", () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `Line ${at}`).join("\n");
    const messages = [message({ text: lines(1_250) }), message({ id: "2", text: lines(20) })];
    renderConversation(threadSnapshot({ messages }));
    const button = screen.getByRole("button", { name: "Show all" });
    expect(button.getAttribute("aria-expanded")).toBe("false");
    const folded = button.previousElementSibling as HTMLElement;
    expect([getComputedStyle(folded).maxHeight, folded.textContent.includes("Line 1249")]).toEqual(["28em", true]);
    fireEvent.click(button);
    expect([getComputedStyle(folded).maxHeight, button.textContent, button.getAttribute("aria-expanded")]).toEqual([
      "",
      "Show less",
      "true",
    ]);
    cleanup();
    renderConversation(threadSnapshot({ messages }));
    fireEvent.click(screen.getByRole("button", { name: "Show less" }));
    expect(screen.getByRole("button", { name: "Show all" })).not.toBeNull();
  });

  it("opens a link once its reader has seen the address and agreed", () => {
    const { calls } = renderConversation(threadSnapshot({ messages: [message({ text: "https://bank.example@evil.example/login" })] }));
    fireEvent.click(screen.getByRole("button", { name: "https://bank.example@evil.example/login" }));
    const question = screen.getByRole("dialog", { name: "Open Link" });
    expect(question.textContent).toContain("It leads to evil.example.");
    expect(calls.filter(([name]) => name === "openAddress")).toEqual([]);
    fireEvent.click(within(question).getByRole("button", { name: "Cancel" }));
    expect([screen.queryByRole("dialog"), calls.filter(([name]) => name === "openAddress")]).toEqual([null, []]);
    fireEvent.click(screen.getByRole("button", { name: "https://bank.example@evil.example/login" }));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Open" }));
    expect(calls.filter(([name]) => name === "openAddress")).toEqual([["openAddress", "https://bank.example@evil.example/login"]]);
  });

  it("is reached by Tab, the last one first, and the others by the arrow keys", () => {
    renderConversation(threadSnapshot({ messages: [message(), message({ id: "2", at: NOON })] }));
    const [first, last] = screen.getAllByRole("article");
    expect([first?.tabIndex, last?.tabIndex]).toEqual([-1, 0]);
    last?.focus();
    fireEvent.keyDown(last as HTMLElement, { key: "ArrowUp" });
    expect(document.activeElement).toBe(first);
    expect([first?.tabIndex, last?.tabIndex]).toEqual([0, -1]);
  });

  it("that comes is read aloud, and one that was there or is older is not", () => {
    const { show } = renderConversation(threadSnapshot());
    const said = () =>
      screen
        .getAllByRole("status")
        .map(({ textContent }) => textContent)
        .join("");
    expect(said()).toBe("");
    show(threadSnapshot({ messages: [message({ id: "0", at: NOON - 5 * MINUTE, text: "Older" }), message()] }));
    expect(said()).toBe("");
    show(threadSnapshot({ messages: [message(), message({ id: "2", at: NOON, text: "Hello?" })] }));
    expect(said()).toBe("Jane Doe: Hello?");
  });
});

it.each([1033, 1025])("has nothing that axe finds fault with (%d)", async (language) => {
  const { container } = renderConversation(
    threadSnapshot({
      actions: ["accept", "dismiss", "block"],
      older: "idle",
      unreadFrom: "2",
      problem: { kind: "offline", asOf: NOON },
      messages: [message(), message({ id: "2", direction: "out", at: NOON, text: "See https://example.com" })],
      events: [sessionEvent()],
    }),
    language,
  );
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
