import { mediaFilesOf } from "../../../shared/domain/mediaFile";
import { isWritten, shownWords, wordsOf } from "../../../shared/domain/mediaMark";
import { pictureType } from "../../../shared/domain/pictureType";
import { filesOf, writeMedia } from "../../../gateway/contract/media";
import type { MediaFile } from "../../../gateway/contract";

const NOTE = "11111111-1111-4111-8111-111111111111";
const strings = { NoText: "(no text)", Picture: "Picture", File: "File" };

it("reads what the gateway writes", () => {
  const files: readonly MediaFile[] = [
    ...filesOf([{ url: "https://api.twilio.com/1", type: "image/jpeg" }]),
    { state: "kept", type: "image/png", note: NOTE, name: "picture-2.png", size: 5 },
    { state: "failed", type: "application/pdf", reason: "tooLarge" },
  ];
  expect(mediaFilesOf(writeMedia(files))).toEqual([
    { state: "waiting", isPicture: true },
    { state: "kept", isPicture: true, noteId: NOTE, name: "picture-2.png", size: 5 },
    { state: "failed", isPicture: false, reason: "tooLarge" },
  ]);
});

it.each(["", "null", "{}", "[1, null]", "[{", '[{"state":"kept","type":"image/png"}]', '[{"state":"other","type":"image/png"}]'])(
  "leaves out what it cannot understand: %s",
  (media) => expect(mediaFilesOf(media)).toEqual([]),
);

it("never takes SVG or HTML for a picture", () => {
  const media = JSON.stringify(["image/svg+xml", "text/html", "IMAGE/PNG"].map((type) => ({ state: "waiting", type })));
  expect(mediaFilesOf(media).map(({ isPicture }) => isPicture)).toEqual([false, false, false]);
});

it("calls a reason of a later version unreachable", () => {
  expect(mediaFilesOf('[{"state":"failed","type":"image/png","reason":"unheardOf"}]')).toMatchObject([{ reason: "unreachable" }]);
});

it.each([
  ["Hi", '[{"type":"image/png"}]', "Hi"],
  ["", '[{"type":"image/png"}]', "Picture"],
  ["", '[{"type":"application/pdf"},{"type":"image/png"}]', "Picture"],
  ["", '[{"type":"application/pdf"}]', "File"],
  ["", "", "(no text)"],
])("shows the words %j with files %j as %s", (text, media, shown) => {
  const words = wordsOf(text, media);
  expect(shownWords(words, strings)).toBe(shown);
  expect(isWritten(words)).toBe(text !== "");
});

it.each([
  ["\xff\xd8\xff\xe0", "image/jpeg"],
  ["\x89PNG\r\n\x1a\n", "image/png"],
  ["GIF89a", "image/gif"],
  ["RIFF\x10\x00\x00\x00WEBP", "image/webp"],
  ["<svg xmlns='http://www.w3.org/2000/svg'/>", null],
  ["<html>", null],
  ["", null],
])("knows the kind of a picture by its content: %j", (content, type) => expect(pictureType(content)).toBe(type));
