/** @jest-environment jsdom */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import * as React from "react";
import { GiveDialog } from "../../CustomerLink/GiveDialog";
import type { GiveDialogProps } from "../../CustomerLink/GiveDialog";
import { RequestFailed } from "../../shared/domain/failure";
import type { Receiver } from "../../shared/thread/givePorts";
import { readThreadTexts } from "../ReplyBox/renderReply";
import { ana, ben, frontDesk, session } from "../shared/sessions";

afterEach(cleanup);

const LONG: Receiver = { id: "long", name: "Wolfeschlegelsteinhausenbergerdorff ".repeat(4).trim(), kind: "user" };

/** The dialog, with these to be found. */
function open(found: GiveDialogProps["gifts"]["findReceivers"], overrides: Partial<GiveDialogProps> = {}) {
  const given: unknown[][] = [];
  render(
    <GiveDialog
      session={session({ status: "accepted", owner: ana })}
      gifts={{ findReceivers: found, closeTrouble: () => given.push(["closeTrouble"]) }}
      trouble={null}
      isBusy={false}
      strings={readThreadTexts(1033) as unknown as GiveDialogProps["strings"]}
      onBug={(bug) => {
        throw bug;
      }}
      onGive={(...chosen) => given.push(["give", ...chosen])}
      onClose={() => given.push(["close"])}
      {...overrides}
    />,
  );
  return given;
}
const finding =
  (...items: readonly Receiver[]) =>
  (): ReturnType<GiveDialogProps["gifts"]["findReceivers"]> =>
    Promise.resolve({ items, hasMore: false });
const dialog = () => screen.getByRole("dialog", { name: "Give Conversation" });
const give = () => within(dialog()).getByRole("button", { name: "Give" });

it("gives to whoever is chosen, with the note, and to nobody before", async () => {
  const given = open(finding(ben, frontDesk));
  fireEvent.click(give());
  fireEvent.click(await screen.findByRole("button", { name: "Front Desk Team" }));
  expect(screen.getByText("gets the conversation.", { exact: false }).textContent).toBe("Front Desk gets the conversation.");
  const note = screen.getByRole("textbox", { name: "Note for the receiver" });
  fireEvent.change(note, { target: { value: " Kind regards " } });
  expect(screen.getByText("14 of 200 characters")).toBeDefined();
  fireEvent.click(give());
  expect(given).toEqual([["closeTrouble"], ["give", frontDesk, "Kind regards"]]);
});

it("takes no more of a note than the column does", () => {
  open(finding());
  expect(screen.getByRole("textbox", { name: "Note for the receiver" }).getAttribute("maxlength")).toBe("200");
});

it("says that nobody is found, that it failed, and asks again", async () => {
  let fails = true;
  open(() => (fails ? Promise.reject(new RequestFailed("throttled")) : Promise.resolve({ items: [LONG], hasMore: true })));
  await screen.findByText("The search failed: the server is busy.");
  fails = false;
  fireEvent.click(screen.getByRole("button", { name: "Retry" }));
  await screen.findByRole("button", { name: LONG.name });
  cleanup();
  open(finding());
  await screen.findByText("No colleague or team found.");
});

it("asks for the words that were written last, once for a word", async () => {
  jest.useFakeTimers();
  const asked: string[] = [];
  open((words) => {
    asked.push(words);
    return Promise.resolve({ items: [ben], hasMore: false });
  });
  const box = screen.getByRole("searchbox", { name: "Search colleagues and teams" });
  for (const words of ["b", "be", "ben"]) fireEvent.change(box, { target: { value: words } });
  await act(async () => {
    await jest.advanceTimersByTimeAsync(1_000);
  });
  expect(asked).toEqual(["ben"]);
  jest.useRealTimers();
});

it.each([
  [{ kind: "refused", name: "Ben Okafor" }, "Ben Okafor has no role for messages. Choose someone else."],
  [{ kind: "unsent" }, "An answer in this conversation hasn’t been sent yet, and wouldn’t be sent any more. Try again in a moment."],
  [{ kind: "failed", why: "offline" }, "The conversation wasn’t given: you are offline."],
] as const)("says aloud why it was not given (%j), and keeps what was written", (trouble, text) => {
  open(finding(ben), { trouble });
  expect(screen.getByRole("alert").textContent).toBe(text);
});

it("calls by their id whoever has no name", async () => {
  open(finding({ id: "nameless", name: "", kind: "user" }));
  fireEvent.click(await screen.findByRole("button", { name: "nameless" }));
  expect(screen.getByText("gets the conversation.", { exact: false }).textContent).toBe("nameless gets the conversation.");
});

it("reports a bug in the search, and says that something went wrong", async () => {
  const [bug, bugs]: [Error, unknown[]] = [new Error("a bug"), []];
  open(() => Promise.reject(bug), { onBug: (reported) => bugs.push(reported) });
  await screen.findByText("The search failed: something went wrong.");
  expect(bugs).toEqual([bug]);
});

it.each(["is answered", "fails"])("shows nothing of older words whose search %s late", async (what) => {
  let answerOlder: () => void = () => undefined;
  const older = new Promise<Awaited<ReturnType<GiveDialogProps["gifts"]["findReceivers"]>>>((resolve, reject) => {
    answerOlder = () => (what === "fails" ? reject(new RequestFailed("throttled")) : resolve({ items: [ben], hasMore: false }));
  });
  const asked: string[] = [];
  open((words) => {
    asked.push(words);
    return words === "" ? older : finding(frontDesk)();
  });
  await waitFor(() => expect(asked).toEqual([""]));
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "desk" } });
  await screen.findByRole("button", { name: "Front Desk Team" });
  await act(() => {
    answerOlder();
    return Promise.resolve();
  });
  expect(screen.queryByRole("button", { name: "Ben Okafor" })).toBeNull();
  expect(screen.queryByText("The search failed", { exact: false })).toBeNull();
});
