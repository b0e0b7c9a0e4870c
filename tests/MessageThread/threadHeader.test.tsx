/** @jest-environment jsdom */
import { cleanup, screen } from "@testing-library/react";
import type { InboxSession } from "../../shared/domain/session";
import { ana, ben, frontDesk, NOON, session } from "../shared/sessions";
import { head, threadSnapshot } from "../shared/thread/messages";
import { renderConversation } from "./renderConversation";

afterEach(cleanup);

/** The facts below the customer's name, where the session is like this. */
function factsOf(given: Partial<InboxSession>, isMine = false): readonly (string | null)[] {
  renderConversation(threadSnapshot({ isMine, head: head({ customer: null, session: session(given) }) }));
  return screen.getAllByRole("listitem").map(({ textContent }) => textContent);
}

describe("the facts about a conversation", () => {
  it("are the customer's number, the number written to, and that nobody has accepted it", () => {
    expect(factsOf({})).toEqual(["+15550100", "To +15550999", "Not accepted yet"]);
  });

  it("name the business number where it has a name", () => {
    expect(factsOf({ businessName: "Repairs" })).toContain("To Repairs");
  });

  it("tell the customer's number once where that is all that is known of them", () => {
    expect(factsOf({ contactName: "" })).not.toContain("+15550100");
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("+15550100");
  });

  it("say that it is someone else's where the owner's name is not known", () => {
    expect(factsOf({ status: "accepted", owner: { ...ana, name: "" } })).toContain("Owner: Someone else");
  });

  const accepted = { status: "accepted", owner: ana } as const;

  it.each([
    ["from Ben Okafor", "Ben Okafor", ""],
    ["from Ben Okafor: Speaks French", "Ben Okafor", "Speaks French"],
    ["from Someone else", "", ""],
  ])("say who gave it to its owner, and what they said, until that has been read: %s", (fact, by, note) => {
    const given = { byId: ben.id, by, note, at: NOON };
    expect(factsOf({ ...accepted, given }, true)).toContain(fact);
    cleanup();
    expect(factsOf({ ...accepted, given, unread: 0 }, true)).not.toContain(fact);
    // Whoever has given it, and others, are no receivers; of a team everybody may be one.
    cleanup();
    expect(factsOf({ ...accepted, given })).not.toContain(fact);
    cleanup();
    expect(factsOf({ ...accepted, owner: frontDesk, given })).toContain(fact);
  });
});

it("shows at the button that was pressed, and at no other, that it is at work", () => {
  renderConversation(threadSnapshot({ actions: ["accept", "dismiss"], pending: "accept" }));
  const isAtWork = (name: string) => screen.getByRole("button", { name }).querySelector(".ms-Spinner") !== null;
  expect([isAtWork("Accept"), isAtWork("Dismiss")]).toEqual([true, false]);
});
