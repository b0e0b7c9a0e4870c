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
function open(found: GiveDialogProps["gifts"]["findReceivers"], overrides: Partial<GiveDialogProps> = {}, isSilent = false) {
  const given: unknown[][] = [];
  render(
    <GiveDialog
      session={session({ status: "accepted", owner: ana })}
      gifts={{ findReceivers: found, isSilent: () => Promise.resolve(isSilent), closeTrouble: () => given.push(["closeTrouble"]) }}
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
    Promise.resolve({ items, hasMore: false, isWithoutTeams: false });
const dialog = () => screen.getByRole("dialog", { name: "Give Conversation" });
const give = () => within(dialog()).getByRole("button", { name: "Give" });

it("gives to whoever is chosen, with the note, and to nobody before", async () => {
  const given = open(finding(ben, frontDesk));
  fireEvent.click(give());
  fireEvent.click(await screen.findByRole("radio", { name: "Front Desk Team" }));
  expect(screen.getByText("gets the conversation.", { exact: false }).textContent.trim()).toBe("Front Desk gets the conversation.");
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
  open(() =>
    fails ? Promise.reject(new RequestFailed("throttled")) : Promise.resolve({ items: [LONG], hasMore: true, isWithoutTeams: false }),
  );
  await screen.findByText("The search failed: the server is busy.");
  fails = false;
  fireEvent.click(screen.getByRole("button", { name: "Retry" }));
  await screen.findByRole("radio", { name: LONG.name });
  cleanup();
  open(finding());
  await screen.findByText("No colleague or team found.");
});

it("asks for the words that were written last, once for a word", async () => {
  jest.useFakeTimers();
  const asked: string[] = [];
  open((words) => {
    asked.push(words);
    return finding(ben)();
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

it("offers colleagues where teams cannot be read, and says that they are missing", async () => {
  open(() => Promise.resolve({ items: [ben], hasMore: false, isWithoutTeams: true }));
  await screen.findByRole("radio", { name: "Ben Okafor" });
  expect(screen.getByText("Results: 1 Teams aren’t shown: your roles don’t let you read them.")).toBeDefined();
});

it("does not offer who has the conversation already: an administrator gives what is a colleague's", async () => {
  open(finding(ben, frontDesk), { session: session({ status: "accepted", owner: ben }) });
  await screen.findByRole("radio", { name: "Front Desk Team" });
  expect(screen.queryByRole("radio", { name: "Ben Okafor" })).toBeNull();
  cleanup();
  open(finding(ben), { session: session({ status: "accepted", owner: ben }) });
  await screen.findByText("No colleague or team found.");
});

it("says before anything is given that nobody would be notified of it, and else not", async () => {
  const told = "The customer hasn’t written anything here yet, so nobody is notified. Tell the receiver yourself.";
  open(finding(ben), {}, true);
  await screen.findByText(told);
  cleanup();
  open(finding(ben));
  await screen.findByRole("radio", { name: "Ben Okafor" });
  expect(screen.queryByText(told)).toBeNull();
});

it("has one stop of Tab in the list, at what is chosen; the arrows go through it from the box to search in", async () => {
  open(finding(ben, frontDesk, LONG));
  const receivers = await screen.findAllByRole("radio");
  const stops = () => receivers.filter((each) => each.tabIndex === 0);
  expect(stops()).toEqual([receivers[0]]);
  const box = screen.getByRole("searchbox");
  box.focus();
  for (const key of ["ArrowDown", "ArrowDown"]) fireEvent.keyDown(document.activeElement ?? box, { key });
  expect(document.activeElement).toBe(receivers[1]);
  fireEvent.click(receivers[1] ?? box);
  expect([stops(), receivers.map((each) => each.getAttribute("aria-checked"))]).toEqual([[receivers[1]], ["false", "true", "false"]]);
});

it.each([
  ["markup", '<img src="x" onerror="alert(1)"><b>Bold</b>'],
  ["right to left, with an override of direction", "\u202eשלום עולם"],
  ["200 characters", "x".repeat(200)],
])("shows a name as it is written, and nothing else of it: %s", async (_, name) => {
  open(finding({ id: "odd", name, kind: "user" }));
  fireEvent.click(await screen.findByRole("radio"));
  const plain = name.replace("\u202e", "");
  expect(screen.getByText("gets the conversation.", { exact: false }).textContent.trim()).toBe(`${plain} gets the conversation.`);
  expect(dialog().querySelector("img, b")).toBeNull();
});

it("calls by their id whoever has no name", async () => {
  open(finding({ id: "nameless", name: "", kind: "user" }));
  fireEvent.click(await screen.findByRole("radio", { name: "nameless" }));
  expect(screen.getByText("gets the conversation.", { exact: false }).textContent.trim()).toBe("nameless gets the conversation.");
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
    answerOlder = () =>
      what === "fails" ? reject(new RequestFailed("throttled")) : resolve({ items: [ben], hasMore: false, isWithoutTeams: false });
  });
  const asked: string[] = [];
  open((words) => {
    asked.push(words);
    return words === "" ? older : finding(frontDesk)();
  });
  await waitFor(() => expect(asked).toEqual([""]));
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "desk" } });
  await screen.findByRole("radio", { name: "Front Desk Team" });
  await act(() => {
    answerOlder();
    return Promise.resolve();
  });
  expect(screen.queryByRole("radio", { name: "Ben Okafor" })).toBeNull();
  expect(screen.queryByText("The search failed", { exact: false })).toBeNull();
});
