/** @jest-environment jsdom */
/** Giving a conversation away, as the agent sees it: from the dialog to what came of it. */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import * as React from "react";
import type { LinkBegun } from "../../CustomerLink/CustomerLink";
import { GiveTo } from "../../CustomerLink/GiveTo";
import type { GiveToProps } from "../../CustomerLink/GiveTo";
import { RequestFailed } from "../../shared/domain/failure";
import { readThreadTexts } from "../ReplyBox/renderReply";
import { ben, frontDesk } from "../shared/sessions";
import { janes, setUpGifts } from "../shared/thread/giftServer";

afterEach(cleanup);

/** Ana has pressed Give, in a conversation of hers with Jane Doe. */
function open(refuse: Parameters<typeof setUpGifts>[0] = {}, begun: LinkBegun = { what: "give" }) {
  const scene = setUpGifts(refuse);
  const view = (asked: LinkBegun) => (
    <GiveTo
      begun={asked}
      head={{ session: janes }}
      gifts={scene.gifts}
      strings={readThreadTexts(1033) as unknown as GiveToProps["strings"]}
      onBug={(bug) => {
        throw bug;
      }}
    />
  );
  const { rerender, container } = render(view(begun));
  /** What came of it, as it is read aloud. */
  const told = () => container.querySelector("[aria-live=polite]");
  return {
    ...scene,
    ask: (asked: LinkBegun) => rerender(view(asked)),
    told,
    tells: (text: string) => waitFor(() => expect(told()?.textContent).toContain(text)),
  };
}
const dialog = () => screen.queryByRole("dialog", { name: "Give Conversation" });
const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));
const choose = async (name: string) => fireEvent.click(await screen.findByRole("radio", { name }));
async function giveToBen() {
  await choose("Ben Okafor");
  await press("Give");
}

it("closes when it is given, tells who has it now, and takes it back by Undo", async () => {
  const { tells, owner } = open();
  await giveToBen();
  await tells("Ben Okafor has the conversation with Jane Doe now.");
  expect([dialog(), owner()]).toEqual([null, "Ben Okafor"]);
  await press("Undo");
  await tells("The conversation was taken back.");
  expect([owner(), screen.queryByRole("button", { name: "Undo" })]).toEqual(["Ana Ruiz", null]);
});

it("tells it until the agent closes it, or ten seconds are over in which they are not at it", async () => {
  const { tells, told, world } = open();
  await giveToBen();
  await tells("Ben Okafor has the conversation with Jane Doe now.");
  fireEvent.mouseEnter(told() as Element);
  await act(() => world.advance(60_000));
  expect(told()?.textContent).toContain("Ben Okafor");
  fireEvent.mouseLeave(told() as Element);
  await act(() => world.advance(9_999));
  expect(told()?.textContent).toContain("Ben Okafor");
  await press("Close");
  expect(told()?.textContent).toBe("");
});

it("gives nothing where the agent thinks better of it, by Cancel or by Escape", async () => {
  const { ask, owner, changes } = open();
  await choose("Ben Okafor");
  await press("Cancel");
  expect(dialog()).toBeNull();
  ask({ what: "give" });
  const search = within(dialog() as HTMLElement).getByRole("searchbox");
  fireEvent.keyDown(search, { key: "Escape", keyCode: 27 });
  await waitFor(() => expect(dialog()).toBeNull());
  expect([owner(), changes()]).toEqual(["Ana Ruiz", 0]);
});

it("opens once for each press, and for nothing else that is asked of the conversation", () => {
  const begun = { what: "give" } as const;
  open({}, begun);
  expect(dialog()).not.toBeNull();
  cleanup();
  open({}, begun);
  expect(dialog()).toBeNull();
  cleanup();
  open({}, { what: "link" });
  expect(dialog()).toBeNull();
});

it("stays open with what is chosen where the receiver may not have it, and forgets the trouble with another choice", async () => {
  const { tells, refuse, owner } = open({ give: new RequestFailed("denied") });
  await giveToBen();
  expect((await screen.findByText("has no role for messages", { exact: false })).textContent).toContain("Ben Okafor");
  expect(screen.getByRole("radio", { name: "Ben Okafor" }).getAttribute("aria-checked")).toBe("true");
  await choose("Front Desk Team");
  expect(screen.getByRole("alert").textContent).toBe("");
  delete refuse.give;
  await press("Give");
  await tells("Front Desk has the conversation with Jane Doe now.");
  expect(owner()).toBe("Front Desk");
});

it("says a refusal once: whoever has read it in the dialog and cancels does not find it in the conversation", async () => {
  const { told } = open({ give: new RequestFailed("denied") });
  await giveToBen();
  await screen.findByText("has no role for messages", { exact: false });
  await press("Cancel");
  expect(dialog()).toBeNull();
  expect(told()?.textContent).toBe("");
});

it("tells why it was not given also where the dialog was closed meanwhile, until the agent closes that", async () => {
  const { tells, told, owner } = open({ give: new RequestFailed("denied") });
  await giveToBen();
  // The server has not answered yet.
  fireEvent.keyDown(within(dialog() as HTMLElement).getByRole("searchbox"), { key: "Escape", keyCode: 27 });
  await waitFor(() => expect(dialog()).toBeNull());
  await tells("Ben Okafor has no role for messages. Choose someone else.");
  expect(owner()).toBe("Ana Ruiz");
  await press("Close");
  expect(told()?.textContent).toBe("");
});

it("says that an answer has to go out first", async () => {
  const { leaveUnsent, owner } = open();
  leaveUnsent();
  await giveToBen();
  await screen.findByText("An answer in this conversation hasn’t been sent yet", { exact: false });
  expect(owner()).toBe("Ana Ruiz");
});

it.each([
  [frontDesk, "The conversation wasn’t given: Front Desk has it now."],
  [{ ...frontDesk, name: "" }, "The conversation wasn’t given: Someone else has it now."],
])("tells that somebody else has it by now, without Undo (%j)", async (owner, text) => {
  const { tells, change } = open();
  change({ owner });
  await giveToBen();
  await tells(text);
  expect([dialog(), screen.queryByRole("button", { name: "Undo" })]).toEqual([null, null]);
});

it("tells who has changed it since, and leaves it theirs", async () => {
  const { tells, change, refuse, owner } = open();
  await giveToBen();
  await screen.findByRole("button", { name: "Undo" });
  change({ etag: "9", changedBy: { id: ben.id, name: ben.name } });
  refuse.takeBack = new RequestFailed("stale");
  await press("Undo");
  await tells("The conversation wasn’t taken back: Ben Okafor has changed it since.");
  expect(owner()).toBe("Ben Okafor");
});

it("says why it could not be taken back, and can try again", async () => {
  const { tells, refuse, owner } = open({ takeBack: new RequestFailed("throttled") });
  await giveToBen();
  await press("Undo");
  await tells("The conversation wasn’t taken back: the server is busy.");
  delete refuse.takeBack;
  await press("Undo");
  await tells("The conversation was taken back.");
  expect(owner()).toBe("Ana Ruiz");
});
