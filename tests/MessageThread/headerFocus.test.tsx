/** @jest-environment jsdom */
import { cleanup, screen } from "@testing-library/react";
import { head, threadSnapshot } from "../shared/thread/messages";
import { renderConversation } from "./renderConversation";

afterEach(cleanup);

const stranger = threadSnapshot({ head: head({ customer: null }), mayLink: true, mayCreateContact: true });

it("goes to the customer's name where the button that had it has gone", () => {
  const { show } = renderConversation(stranger);
  screen.getByRole("button", { name: "Create Contact" }).focus();
  show(threadSnapshot({ mayLink: true, mayCreateContact: true }));
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 2 }));
});

it("stays where the agent has gone themselves, and where a part without it changes", () => {
  const { show } = renderConversation(stranger);
  const button = screen.getByRole("button", { name: "Create Contact" });
  button.focus();
  button.blur();
  show(threadSnapshot({ mayLink: true, mayCreateContact: true }));
  expect(document.activeElement).toBe(document.body);
});
