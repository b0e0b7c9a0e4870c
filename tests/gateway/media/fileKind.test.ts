import { fileKind } from "../../../gateway/media/fileKind";

const bytes = (text: string) => Buffer.from(text, "latin1");
const JPEG = bytes("\xff\xd8\xff\xe0 and so on");
const PNG = bytes("\x89PNG\r\n\x1a\n and so on");
const GIF = bytes("GIF89a and so on");
const WEBP = bytes("RIFF\x10\x00\x00\x00WEBPVP8 ");

it.each([
  ["image/jpeg", JPEG, "image/jpeg", "jpg"],
  ["image/jpg", JPEG, "image/jpeg", "jpg"],
  ["image/png", PNG, "image/png", "png"],
  ["image/gif", GIF, "image/gif", "gif"],
  ["image/webp", WEBP, "image/webp", "webp"],
  ["IMAGE/PNG; name=x", PNG, "image/png", "png"],
  ["application/pdf", bytes("%PDF-1.7"), "application/pdf", "pdf"],
  ["text/x-vcard", bytes("BEGIN:VCARD\r\nVERSION:3.0"), "text/vcard", "vcf"],
  ["text/plain", bytes("Hello"), "text/plain", "txt"],
  ["audio/amr", bytes("#!AMR\n".slice(2)), "audio/amr", "amr"],
  ["video/mp4", bytes("\x00\x00\x00\x18ftypmp42"), "video/mp4", "mp4"],
])("keeps %s as what it is", (said, content, type, extension) => {
  expect(fileKind(said, content)).toEqual({ type, extension });
});

it("keeps a picture as the kind that its content is, where the provider says another", () => {
  expect(fileKind("image/jpeg", PNG)).toEqual({ type: "image/png", extension: "png" });
});

it.each(["image/svg+xml", "text/html", "application/javascript", "application/x-msdownload", "application/zip", "", "image", "toString"])(
  "does not keep what is said to be %s",
  (said) => expect(fileKind(said, PNG)).toBe("notAllowed"),
);

it.each([
  ["a web page as a picture", "image/png", bytes("<html><script>alert(1)</script>")],
  ["a drawing in SVG as a picture", "image/jpeg", bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ["a web page as a text", "text/plain", bytes("\xef\xbb\xbf\n <!doctype html>")],
  ["a web page as a film", "video/mp4", bytes("<html>")],
  ["a program as a sound", "audio/mpeg", bytes("MZ\x90\x00")],
  ["an archive as a film", "video/3gpp", bytes("PK\x03\x04")],
  ["a picture as a document", "application/pdf", PNG],
  ["a document as a picture", "image/gif", bytes("%PDF-1.7")],
  ["nothing as a picture", "image/png", bytes("")],
])("does not keep %s", (_, said, content) => expect(fileKind(said, content)).toBe("notWhatItSays"));
