/** A zip's bytes, of parts that are compressed already: one part can be in two zips, and be compressed once. The same parts always give the same bytes. */

/** A part of a zip, as it lies in it. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Uint8Array;
  /** Whether `data` is raw deflate; otherwise it is the part's own bytes. */
  readonly isDeflated: boolean;
  /** Of the part's own bytes. */
  readonly crc: number;
  /** How many bytes the part has. */
  readonly size: number;
}

/** Midnight of 1 January 1980, the first date that a zip can hold, as zips write it: build times would make every zip another. */
const DATE = 0x0021_0000;
/** What a reader must be able to do: zip 2.0, for deflate. */
const VERSION = 20;
/** The name is UTF-8. */
const UTF8 = 0x0800;
const LOCAL = 30;
const CENTRAL = 46;
const END = 22;

/** The CRC-32 of bytes, as zips want it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, value) => {
  let crc = value;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  return crc;
});

/** Writes the parts in the order given. A part stays below 4 GB, the zip below 65,536 parts: there is no zip64. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const named = entries.map((entry) => ({ ...entry, bytes: new TextEncoder().encode(entry.name) }));
  const size = named.reduce((sum, { bytes, data }) => sum + LOCAL + CENTRAL + 2 * bytes.length + data.length, END);
  const zip = new Uint8Array(size);
  const view = new DataView(zip.buffer);
  const put16 = (at: number, value: number): void => view.setUint16(at, value, true);
  const put32 = (at: number, value: number): void => view.setUint32(at, value, true);
  /** What the entry itself and the directory say of it in the same words. */
  const describe = (at: number, { bytes, name, isDeflated, crc, data, size: length }: (typeof named)[number]): void => {
    put16(at, VERSION);
    put16(at + 2, bytes.length === name.length ? 0 : UTF8);
    put16(at + 4, isDeflated ? 8 : 0);
    put32(at + 6, DATE);
    put32(at + 10, crc);
    put32(at + 14, data.length);
    put32(at + 18, length);
    put16(at + 22, bytes.length);
  };
  let at = 0;
  const places = named.map((entry) => {
    const place = at;
    put32(at, 0x0403_4b50);
    describe(at + 4, entry);
    zip.set(entry.bytes, at + LOCAL);
    zip.set(entry.data, at + LOCAL + entry.bytes.length);
    at += LOCAL + entry.bytes.length + entry.data.length;
    return place;
  });
  const directory = at;
  named.forEach((entry, index) => {
    put32(at, 0x0201_4b50);
    put16(at + 4, VERSION);
    describe(at + 6, entry);
    put32(at + 42, places[index] ?? 0);
    zip.set(entry.bytes, at + CENTRAL);
    at += CENTRAL + entry.bytes.length;
  });
  put32(at, 0x0605_4b50);
  put16(at + 8, named.length);
  put16(at + 10, named.length);
  put32(at + 12, at - directory);
  put32(at + 16, directory);
  return zip;
}
