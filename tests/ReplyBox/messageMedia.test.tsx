/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within, waitFor } from "@testing-library/react";
import axe from "axe-core";
import * as React from "react";
import { MessageMedia } from "../../ReplyBox/MessageMedia";
import { RequestFailed } from "../../shared/domain/failure";
import { createNoteFiles } from "../../shared/thread/noteFiles";
import { readThreadTexts } from "./renderReply";

const PNG = btoa("\x89PNG\r\n\x1a\n and so on");
const note = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`;
const kept = (digit: number, type = "image/png", name = `picture-${digit}.png`) => ({
  state: "kept",
  type,
  note: note(digit),
  name,
  size: 20_480,
});

/** Addresses that are in use. */
let addresses: string[];
let saved: { readonly name: string; readonly type: string }[];
const blobs = new Map<string, Blob>();
beforeEach(() => {
  addresses = [];
  saved = [];
  let made = 0;
  URL.createObjectURL = (blob) => {
    const address = `blob:${(made += 1)}`;
    addresses.push(address);
    blobs.set(address, blob as Blob);
    return address;
  };
  URL.revokeObjectURL = (address) => void (addresses = addresses.filter((one) => one !== address));
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, type: blobs.get(this.href)?.type ?? "" });
  });
});
afterEach(() => jest.restoreAllMocks());

const away = new RequestFailed("offline");

async function show(media: readonly object[], contents: Readonly<Record<string, string>> = {}, without = away) {
  const asked: string[] = [];
  const files = createNoteFiles({
    readContent(noteId) {
      asked.push(noteId);
      const content = contents[noteId];
      return content === undefined ? Promise.reject(without) : Promise.resolve(content);
    },
  });
  const strings = readThreadTexts(1033);
  const view = render(<MessageMedia message={{ media: JSON.stringify(media) }} files={files} strings={strings} />);
  await act(async () => Promise.resolve());
  return { ...view, asked, strings };
}

it("shows pictures small, each with a name, and one large when it is pressed", async () => {
  const { container } = await show([kept(1), kept(2)], { [note(1)]: PNG, [note(2)]: PNG });
  expect(screen.getAllByRole("img").map((one) => one.getAttribute("alt"))).toEqual(["Picture 1 of 2", "Picture 2 of 2"]);
  const found = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations.map(({ id }) => id)).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Picture 2 of 2" }));
  const dialog = screen.getByRole("dialog", { name: "Picture 2 of 2" });
  expect(within(dialog).getByRole("img", { name: "Picture 2 of 2" })).toBeTruthy();
  const save = within(dialog).getByRole<HTMLAnchorElement>("link", { name: "Save" });
  expect([save.download, blobs.get(save.href)?.type]).toEqual(["picture-2.png", "image/png"]);
  fireEvent.click(within(dialog).getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: /^Picture 2 of 2/ }));
  fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape", keyCode: 27, which: 27 });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("gives the addresses of pictures back when they go", async () => {
  const { unmount } = await show([kept(1)], { [note(1)]: PNG });
  expect(addresses).toHaveLength(1);
  unmount();
  expect(addresses).toEqual([]);
});

it.each([
  ["a drawing with scripts", btoa("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")],
  ["a web page", btoa("<html>")],
])("shows %s as no picture, whatever its note is called", async (_, content) => {
  await show([kept(1)], { [note(1)]: content });
  expect(screen.queryByRole("img")).toBeNull();
  expect(screen.getByText("This file is not a picture that can be shown.")).toBeTruthy();
  expect(addresses).toEqual([]);
});

it("names another file with its size, and saves it without opening it", async () => {
  await show([kept(3, "application/pdf", "file-1.pdf")], { [note(3)]: btoa("%PDF-1.7") });
  expect(screen.getByText("file-1.pdf")).toBeTruthy();
  expect(screen.getByText("20 kB")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Save file-1.pdf" }));
  await act(async () => Promise.resolve());
  expect(saved).toEqual([{ name: "file-1.pdf", type: "application/octet-stream" }]);
});

it("keeps the focus on Save while a file is loaded, and loads it once", async () => {
  const { asked } = await show([kept(3, "application/pdf", "file-1.pdf")], { [note(3)]: btoa("%PDF-1.7") });
  const save = screen.getByRole("button", { name: "Save file-1.pdf" });
  save.focus();
  fireEvent.click(save);
  expect([document.activeElement, save.getAttribute("aria-busy"), save.hasAttribute("disabled")]).toEqual([save, "true", false]);
  fireEvent.click(save);
  await act(async () => Promise.resolve());
  expect(asked).toEqual([note(3)]);
});

it("makes no address of a file that comes when its text has gone", async () => {
  const { unmount } = await show([kept(3, "application/pdf", "file-1.pdf")], { [note(3)]: btoa("%PDF-1.7") });
  fireEvent.click(screen.getByRole("button", { name: "Save file-1.pdf" }));
  unmount();
  await act(async () => new Promise((resolve) => setTimeout(resolve, 0)));
  expect([addresses, saved]).toEqual([[], []]);
});

it("says what is on its way, and what could not be had and why", async () => {
  await show([
    { state: "waiting", type: "image/jpeg", url: "https://api.twilio.com/1", tries: 1 },
    { state: "failed", type: "image/jpeg", reason: "tooLarge" },
    { state: "failed", type: "application/zip", reason: "notAllowed" },
  ]);
  expect(screen.getByText("Picture is being fetched…")).toBeTruthy();
  expect(screen.getByText("Picture could not be fetched: too large")).toBeTruthy();
  expect(screen.getByText("File could not be fetched: this kind of file is not kept")).toBeTruthy();
});

it("offers to try again where a picture or a file could not be loaded", async () => {
  const contents: Record<string, string> = {};
  const { asked } = await show([kept(1), kept(3, "application/pdf", "file-2.pdf")], contents);
  fireEvent.click(screen.getByRole("button", { name: "Save file-2.pdf" }));
  await act(async () => Promise.resolve());
  expect(screen.getByRole("status").textContent).toBe("The file could not be loaded.");
  contents[note(1)] = PNG;
  const retry = screen.getByRole("button", { name: "Retry" });
  retry.focus();
  fireEvent.click(retry);
  // The button has gone: the focus waits on the picture's place, then is on the picture.
  expect(document.activeElement).toBe(screen.getByRole("group", { name: "Picture 1 of 1" }));
  await act(async () => Promise.resolve());
  expect(screen.getByRole("img", { name: "Picture 1 of 1" })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Picture 1 of 1" }));
  expect(asked.filter((id) => id === note(1))).toHaveLength(2);
});

it("tells an agent whose roles do not show pictures so, in the picture's place, without Retry and without an error", async () => {
  const { container } = await show([kept(1), kept(3, "application/pdf", "file-2.pdf")], {}, new RequestFailed("denied", { status: 403 }));
  expect(screen.getByRole("group", { name: "Picture 1 of 1" }).textContent).toBe("You may not see pictures.");
  fireEvent.click(screen.getByRole("button", { name: "Save file-2.pdf" }));
  await act(async () => Promise.resolve());
  expect(screen.getByRole("status").textContent).toBe("You may not open files.");
  expect(screen.queryByRole("button", { name: "Retry" })).toBeNull();
  expect(container.textContent).not.toContain("could not be loaded");
});

it("asks for a file once, however often it comes into view", async () => {
  const asked: string[] = [];
  const files = createNoteFiles({ readContent: (id) => (asked.push(id), Promise.resolve(PNG)) });
  await Promise.all([files.read(note(1)), files.read(note(1))]);
  for (let digit = 2; digit <= 9; digit++) await files.read(note(digit));
  await files.read(note(1));
  expect(asked.filter((id) => id === note(1))).toHaveLength(1);
});
