/** @jest-environment jsdom */
import { fireEvent, screen } from "@testing-library/react";
import { MOST_CHARACTERS } from "../../shared/domain/answerText";
import { RequestFailed } from "../../shared/domain/failure";
import { renderReply } from "./renderReply";

const ctrlEnter = { key: "Enter", ctrlKey: true };

it("sends by the button, empties the box, and keeps the focus in it while the text is being written", async () => {
  const { type, press, box, settle, texts } = renderReply();
  type("Good morning");
  press("Send");
  expect([box().value, document.activeElement]).toEqual(["", box()]);
  await settle();
  expect([texts(), document.activeElement]).toEqual([["Good morning"], box()]);
});

it("sends by Ctrl+Enter, and once when the keys are held down; Enter alone is a line", async () => {
  const { type, box, settle, texts } = renderReply();
  type("One");
  expect(fireEvent.keyDown(box(), { key: "Enter" })).toBe(true);
  expect(fireEvent.keyDown(box(), ctrlEnter)).toBe(false);
  type("Two");
  fireEvent.keyDown(box(), { ...ctrlEnter, repeat: true });
  await settle();
  expect([texts(), box().value]).toEqual([["One"], "Two"]);
});

it("does not send what is still being composed", async () => {
  const { type, box, settle, texts } = renderReply();
  type("にほん");
  fireEvent.keyDown(box(), { ...ctrlEnter, isComposing: true });
  await settle();
  expect(texts()).toEqual([]);
});

it("sends once on a double press", async () => {
  const { type, sendButton, settle, texts } = renderReply();
  type("Hello");
  fireEvent.click(sendButton());
  fireEvent.click(sendButton());
  await settle();
  expect(texts()).toEqual(["Hello"]);
});

it("has nothing to send in an empty box", () => {
  const { sendButton, type } = renderReply();
  expect(sendButton().getAttribute("aria-disabled")).toBe("true");
  type("  ");
  expect(sendButton().getAttribute("aria-disabled")).toBe("true");
  type("Hello");
  expect(sendButton().getAttribute("aria-disabled")).not.toBe("true");
});

it("says how many characters and segments a text has", () => {
  const { type } = renderReply();
  type("a".repeat(161));
  expect(screen.getByText("Characters: 161 · Segments: 2")).not.toBeNull();
});

it("names the one character that makes a text dearer, and what it costs", () => {
  const { type, said } = renderReply();
  type(`It’s ${"a".repeat(100)}`);
  expect(said()).toContain("Not in the SMS alphabet: ’. Segments: 2 instead of 1.");
  type("It’s");
  expect(said()).toContain("Not in the SMS alphabet: ’. A segment holds 70 characters instead of 160.");
});

it("names a character that cannot be seen by its number", () => {
  const { type, said } = renderReply();
  type("Price:\u00a05 \u200b€");
  expect(said()).toContain("U+00A0 U+200B");
});

it("puts plain characters in the place of typographic ones, where the agent wants that", () => {
  const { type, press, box, said } = renderReply();
  type("“It’s – fine…”");
  press("Replace");
  expect([box().value, said().trim()]).toEqual(['"It\'s - fine..."', ""]);
});

it.each(["はい、承知しました", "Привет", "مرحبا"])("does not warn of a language that is written in other letters: %s", (text) => {
  const { type, said } = renderReply();
  type(text);
  expect(said().trim()).toBe("");
});

it("keeps a text of 10,000 characters whole, says by how much it is too long, and does not send it", async () => {
  const { type, box, sendButton, said, settle, texts } = renderReply();
  type("a".repeat(10_000));
  expect(said()).toContain(`Too long to be sent: 10000 characters, at most ${MOST_CHARACTERS} are possible.`);
  expect(sendButton().getAttribute("aria-disabled")).toBe("true");
  fireEvent.keyDown(box(), ctrlEnter);
  await settle();
  expect([box().value.length, texts()]).toEqual([10_000, []]);
});

it("does not send a place of a template: it says so, and selects it", async () => {
  const { type, press, box, said, settle, texts } = renderReply();
  type("Dear {customer}, hello");
  expect(said()).toContain("{customer} is still in the text.");
  press("Send");
  await settle();
  expect([texts(), box().selectionStart, box().selectionEnd]).toEqual([[], 5, 15]);
});

it("keeps the text in the box while there is no network, and says so until the agent closes that", async () => {
  const { type, press, tab, box, said, settle, texts } = renderReply();
  tab.goOffline();
  type("Hello");
  press("Send");
  await settle();
  expect([box().value, texts()]).toEqual(["Hello", []]);
  expect(said()).toContain("Not sent: you are offline. Your text is still here.");
  press("Close");
  expect(said().trim()).toBe("");
});

it.each([
  ["optedOut", "opted out"],
  ["blocked", "blocked"],
  ["closed", "closed"],
  ["notAccepted", "Accept"],
  ["notMine", "owner"],
] as const)("says why nobody can answer here: %s", (why, words) => {
  const { said } = renderReply({ closedBecause: why });
  expect(said()).toContain(words);
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});

it("names who owns the conversation, where that is known", () => {
  const { said } = renderReply({ closedBecause: "notMine", owner: "Ben Okafor" });
  expect(said()).toContain("Ben Okafor owns the conversation. Only its owner can reply.");
});

it("keeps what was written when the box closes, to be read and copied, and gives it back when it opens again", () => {
  const { type, close, box } = renderReply();
  type("Dear Jane");
  close("optedOut");
  const draft = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Your draft" });
  expect([draft.value, draft.readOnly]).toEqual(["Dear Jane", true]);
  close(null);
  expect(box().value).toBe("Dear Jane");
});

it("shows the draft that was left when the form comes again", async () => {
  const { type, unmount, answers, server, settle, draft } = renderReply();
  server.before = () => {
    throw new RequestFailed("denied");
  };
  type("Dear Jane");
  unmount();
  await settle();
  expect([draft(), answers.isNeeded()]).toEqual(["Dear Jane", true]);
});
