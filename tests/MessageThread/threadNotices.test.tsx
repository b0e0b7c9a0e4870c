/** @jest-environment jsdom */
/** What the conversation says of what was done to it, of who did it, and of a connection that is away. */
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { NOON, ana, session } from "../shared/sessions";
import { head, sessionEvent, threadSnapshot } from "../shared/thread/messages";
import { renderConversation } from "./renderConversation";

afterEach(cleanup);

const region = () => screen.getByRole("region").textContent;

it("offers Give Back after Accept, holds the notice while the agent is at it, and lets it be closed", () => {
  const notice = { id: 7, kind: "accepted", subject: "Jane Doe", by: "", canUndo: true } as const;
  const { calls } = renderConversation(threadSnapshot({ notices: [notice] }));
  expect(region()).toContain("You accepted the conversation with Jane Doe.");
  const button = screen.getByRole("button", { name: "Give Back" });
  button.focus();
  button.blur();
  fireEvent.click(button);
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  const told = calls.filter(([name]) => ["holdNotice", "undo", "closeNotice"].includes(String(name)));
  expect(told).toEqual([
    ["holdNotice", 7, true],
    ["holdNotice", 7, false],
    ["undo", 7],
    ["closeNotice", 7],
  ]);
});

it("says who has got there first, without a way to take anything back", () => {
  renderConversation(threadSnapshot({ notices: [{ id: 1, kind: "taken", subject: "Jane Doe", by: "Ben Okafor", canUndo: false }] }));
  expect(region()).toContain("Ben Okafor already owns the conversation with Jane Doe.");
  expect(screen.queryByRole("button", { name: "Give Back" })).toBeNull();
});

it("says that the agent is offline and how old the texts are, and keeps them", () => {
  renderConversation(threadSnapshot({ problem: { kind: "offline", asOf: NOON } }));
  expect(region()).toContain("You’re offline. Messages refresh when the connection is back.");
  expect(region()).toMatch(/Last updated: .*12:00 PM/);
  expect(screen.getAllByRole("article")).toHaveLength(1);
});

it("says why it could not be loaded", () => {
  renderConversation(threadSnapshot({ phase: "failed", head: null, messages: [], problem: { kind: "throttled", asOf: null } }));
  const alert = screen.getByRole("alert");
  expect(alert.textContent).toContain("The server is busy.");
  expect(within(alert).getByRole("button", { name: "Retry" })).not.toBeNull();
});

it.each([
  ["accepted", {}, "Ana Ruiz accepted the conversation"],
  ["takenOver", { fromName: "Ben Okafor" }, "Ana Ruiz took over from Ben Okafor ·"],
  ["takenOver", { fromName: "", waitedMinutes: 0 }, "Ana Ruiz took over from "],
  ["takenOver", { fromName: "Ben Okafor", waitedMinutes: 26 }, "Ana Ruiz took over from Ben Okafor after 26"],
  ["givenBack", {}, "Ana Ruiz gave the conversation back"],
  ["closed", {}, "Ana Ruiz closed the conversation"],
  ["reopened", {}, "Ana Ruiz reopened the conversation"],
  ["optedOut", { byName: "" }, "Jane Doe has opted out of messages"],
] as const)("has a line for what happened: %s", (kind, details, words) => {
  renderConversation(threadSnapshot({ messages: [], events: [sessionEvent({ kind, ...details })] }));
  expect(screen.getByRole("log").textContent).toContain(words);
});

it("shows the spinner on the button of the action that is pending, and no other", () => {
  renderConversation(threadSnapshot({ actions: ["accept", "dismiss"], pending: "accept" }));
  const [accept, dismiss] = ["Accept", "Dismiss"].map((name) => screen.getByRole("button", { name }));
  expect(accept?.querySelector('[class*="pinner"]')).not.toBeNull();
  expect(dismiss?.querySelector('[class*="pinner"]')).toBeNull();
});

it("names a customer without a name by the number, once, and an owner without a name somehow", () => {
  const nameless = { ...ana, name: "" };
  renderConversation(threadSnapshot({ head: head({ session: session({ contactName: null, status: "accepted", owner: nameless }) }) }));
  expect(screen.getByRole("region", { name: "+15550100" })).not.toBeNull();
  const facts = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(screen.getByRole("heading").textContent).toBe("+15550100");
  expect(facts.slice(0, 2)).toEqual(["To +15550999", expect.stringMatching(/^Owner: \S/)]);
});
