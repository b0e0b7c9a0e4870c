/** @jest-environment jsdom */
/** A press lands where the agent saw what they press, or does nothing. */
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { ana, session } from "../shared/sessions";
import { head, threadSnapshot } from "../shared/thread/messages";
import { renderConversation } from "./renderConversation";

afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

const mine = session({ status: "accepted", owner: ana, unread: 0 });
const open = threadSnapshot({ head: head({ session: mine }), actions: ["close"] });
const closed = threadSnapshot({ head: head({ session: mine, isActive: false }), actions: [] });
/** Where each button lies: in a row from the end of the head, as its other buttons leave room. */
function layOut(): void {
  jest.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const others = Array.from(document.querySelectorAll("header button"));
    const left = 400 - 100 * (others.length - others.indexOf(this));
    return { left, right: left + 100, top: 0, bottom: 30 } as DOMRect;
  });
}
const AT = { clientX: 350, clientY: 10 };
const told = (calls: unknown[][]) => calls.filter(([name]) => name === "openCustomer" || name === "perform").map(([name]) => name);

it("a second press on Close does not open the contact that has slid below the pointer; half a second later it does", () => {
  let now = 1_000;
  jest.spyOn(performance, "now").mockImplementation(() => now);
  layOut();
  const { calls, show } = renderConversation(open);
  fireEvent.click(screen.getByRole("button", { name: "Close Conversation" }), { ...AT, detail: 1 });
  show(closed);
  now += 200;
  fireEvent.click(screen.getByRole("button", { name: "Open Contact" }), { ...AT, detail: 2 });
  expect(told(calls)).toEqual(["perform"]);
  now += 400;
  fireEvent.click(screen.getByRole("button", { name: "Open Contact" }), { ...AT, detail: 1 });
  expect(told(calls)).toEqual(["perform", "openCustomer"]);
});

it("a press by keyboard goes to what has the focus, and one where nothing lay is meant", () => {
  jest.spyOn(performance, "now").mockReturnValue(1_000);
  layOut();
  const { calls, show } = renderConversation(open);
  show(closed);
  fireEvent.click(screen.getByRole("button", { name: "Open Contact" }), { ...AT, detail: 0 });
  fireEvent.click(screen.getByRole("button", { name: "Open Contact" }), { clientX: 350, clientY: 500, detail: 1 });
  expect(told(calls)).toEqual(["openCustomer", "openCustomer"]);
});

describe("Close", () => {
  it("asks first where texts are unread, says so, and takes Cancel for an answer", () => {
    const unread = threadSnapshot({ head: head({ session: { ...mine, unread: 1 } }), actions: ["close"] });
    const { calls } = renderConversation(unread);
    fireEvent.click(screen.getByRole("button", { name: "Close Conversation" }));
    const question = screen.getByRole("dialog", { name: "Close Conversation" });
    expect(question.textContent).toContain("There are messages here that you haven’t read.");
    expect(question.textContent).not.toContain("hasn’t been sent");
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(told(calls)).toEqual([]);
  });

  it("is done at once where nothing is left to do", () => {
    const { calls } = renderConversation(threadSnapshot({ ...open, head: head({ session: { ...mine, unread: 0 } }) }));
    fireEvent.click(screen.getByRole("button", { name: "Close Conversation" }));
    expect([told(calls), screen.queryByRole("dialog")]).toEqual([["perform"], null]);
  });
});
