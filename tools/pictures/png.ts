/** Reads and writes the PNG files that browsers make: 8 bits a channel, RGB or RGBA, not interlaced (https://www.w3.org/TR/png-3/). */
import { deflateSync, inflateSync } from "node:zlib";

/** A picture as rows of bytes. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Bytes of a pixel: 3 or 4. */
  readonly channels: 3 | 4;
  /** `height` rows of `width * channels` bytes. */
  readonly pixels: Uint8Array;
}

/** One part of a PNG file. */
export interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
const COLOR_TYPE = { 3: 2, 4: 6 } as const;

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Whole numbers of four bytes each. */
export function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, at) => bytes.writeUInt32BE(value, 4 * at));
  return bytes;
}

/** A whole file of these parts. */
export function writeChunks(chunks: readonly Chunk[]): Buffer {
  const parts = chunks.flatMap(({ type, data }) => {
    const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
    return [uint32(data.length), named, uint32(crcOf(named))];
  });
  return Buffer.concat([SIGNATURE, ...parts]);
}

/** The header of a file with pictures of that size. */
export function headerOf({ width, height, channels }: Picture): Chunk {
  return { type: "IHDR", data: Buffer.concat([uint32(width, height), Uint8Array.of(8, COLOR_TYPE[channels], 0, 0, 0)]) };
}

/** @throws Error for a file of another kind than a browser makes */
export function readPng(file: Uint8Array): Picture {
  const chunks = readChunks(file);
  const header = chunks.find(({ type }) => type === "IHDR")?.data;
  if (!header) throw new Error("No PNG file.");
  const view = Buffer.from(header);
  const [width, height, color] = [view.readUInt32BE(0), view.readUInt32BE(4), header[9]];
  if (header[8] !== 8 || header[12] !== 0 || (color !== 2 && color !== 6)) throw new Error("A PNG file of a kind that is not read here.");
  const channels = color === 2 ? 3 : 4;
  const data = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map((chunk) => chunk.data));
  return { width, height, channels, pixels: unfilter(inflateSync(data), width * channels, height, channels) };
}

function readChunks(file: Uint8Array): Chunk[] {
  const view = Buffer.from(file);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < view.length;) {
    const length = view.readUInt32BE(at);
    chunks.push({ type: view.toString("latin1", at + 4, at + 8), data: view.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** What each kind of filter foretells of a byte, from the one at its left, the one above, and the one above that at its left. */
function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function unfilter(data: Uint8Array, stride: number, height: number, channels: number): Uint8Array {
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = data[row * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const to = row * stride + x;
      const left = x >= channels ? (pixels[to - channels] ?? 0) : 0;
      const up = row > 0 ? (pixels[to - stride] ?? 0) : 0;
      const corner = row > 0 && x >= channels ? (pixels[to - stride - channels] ?? 0) : 0;
      pixels[to] = (data[row * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return pixels;
}

/** The picture's compressed bytes, as they stand in `IDAT` and `fdAT`: rows as they are, or each as the difference from the one above, whichever is shorter. */
export function packPixels(picture: Picture): Buffer {
  const [plain, up] = [0, 2].map((filter) => deflateSync(filtered(picture, filter), { level: 9, memLevel: 9 })) as [Buffer, Buffer];
  return plain.length <= up.length ? plain : up;
}

/** The rows with their filters before them: 0, none, or 2, up. */
function filtered({ width, height, channels, pixels }: Picture, filter: number): Uint8Array {
  const stride = width * channels;
  const data = new Uint8Array((stride + 1) * height);
  for (let row = 0; row < height; row++) {
    const kind = row === 0 ? 0 : filter;
    data[row * (stride + 1)] = kind;
    for (let x = 0; x < stride; x++) {
      const from = row * stride + x;
      data[row * (stride + 1) + 1 + x] = (pixels[from] ?? 0) - (kind === 2 ? (pixels[from - stride] ?? 0) : 0);
    }
  }
  return data;
}
