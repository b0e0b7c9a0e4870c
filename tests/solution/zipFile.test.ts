import { deflateSync, unzipSync } from "fflate";
import { crc32, writeZip } from "../../Solutions/build/zipFile";
import type { ZipEntry } from "../../Solutions/build/zipFile";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

function entry(name: string, text: string, isDeflated: boolean): ZipEntry {
  const bytes = bytesOf(text);
  return { name, data: isDeflated ? deflateSync(bytes) : bytes, isDeflated, crc: crc32(bytes), size: bytes.length };
}

it("has the checksum that zips want", () => {
  // The check value of CRC-32/ISO-HDLC.
  expect(crc32(bytesOf("123456789")).toString(16)).toBe("cbf43926");
  expect(crc32(new Uint8Array())).toBe(0);
});

it("gives back each part, compressed or not, empty, and with any letters in its name", () => {
  const zip = writeZip([entry("a.xml", "<a/>".repeat(100), true), entry("leer.txt", "", false), entry("Größe/ملف.js", "x", false)]);
  const parts = unzipSync(zip);
  expect(Object.entries(parts).map(([name, bytes]) => [name, textOf(bytes)])).toEqual([
    ["a.xml", "<a/>".repeat(100)],
    ["leer.txt", ""],
    ["Größe/ملف.js", "x"],
  ]);
});

it("says nothing of when it was made", () => {
  const once = writeZip([entry("a.xml", "<a/>", true)]);
  expect(writeZip([entry("a.xml", "<a/>", true)])).toEqual(once);
  // Date and time of the first part: midnight of 1 January 1980.
  expect([...once.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
});
