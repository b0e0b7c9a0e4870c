/** Makes one animated PNG of several pictures (https://www.w3.org/TR/png-3/#apng-frame-based-animation). Browsers and GitHub show it. */
import { headerOf, packPixels, readPng, uint32, writeChunks } from "./png";
import type { Chunk, Picture } from "./png";

/** A picture, and for how long it is shown. */
export interface Frame {
  /** A PNG file; all of one size. */
  readonly png: Uint8Array;
  readonly ms: number;
}

/** The part of a picture that has changed. */
interface Region {
  readonly x: number;
  readonly y: number;
  readonly picture: Picture;
}

/** Takes the place of what was there, or lies over it. */
const BLEND = { source: 0, over: 1 } as const;

/**
 * The pictures one after the other, again and again. Of each what differs from the one before is kept; one without any difference makes that one
 * last longer.
 * @throws Error without a picture, or where they differ in size
 */
export function animatedPng(frames: readonly Frame[]): Buffer {
  const shown: { readonly region: Region; ms: number }[] = [];
  let before: Picture | undefined;
  for (const { png, ms } of frames) {
    const picture = opaque(readPng(png));
    const region = before ? difference(before, picture) : { x: 0, y: 0, picture };
    const last = shown.at(-1);
    if (region) shown.push({ region, ms });
    else if (last) last.ms += ms;
    before = picture;
  }
  const first = shown[0];
  if (!first) throw new Error("An animated picture needs at least one picture.");
  let sequence = 0;
  const chunks = shown.flatMap(({ region, ms }): Chunk[] => {
    const isFirst = region === first.region;
    const control = { type: "fcTL", data: frameControl(sequence++, region, ms, isFirst ? BLEND.source : BLEND.over) };
    const data = packPixels(region.picture);
    return [control, isFirst ? { type: "IDAT", data } : { type: "fdAT", data: Buffer.concat([uint32(sequence++), data]) }];
  });
  const animation = { type: "acTL", data: uint32(shown.length, 0) };
  return writeChunks([headerOf(first.region.picture), animation, ...chunks, { type: "IEND", data: new Uint8Array() }]);
}

/** Number, size, place, time in milliseconds; the frame stays when the next one comes. */
function frameControl(sequence: number, { x, y, picture }: Region, ms: number, blend: number): Buffer {
  const time = Buffer.alloc(6);
  time.writeUInt16BE(Math.min(ms, 65_535), 0);
  time.writeUInt16BE(1_000, 2);
  time.writeUInt8(blend, 5);
  return Buffer.concat([uint32(sequence, picture.width, picture.height, x, y), time]);
}

/** The picture with a byte for how opaque a pixel is; all are. */
function opaque({ width, height, channels, pixels }: Picture): Picture {
  if (channels === 4) return { width, height, channels, pixels };
  const wide = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) wide.set(pixels.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  return { width, height, channels: 4, pixels: wide };
}

/**
 * The smallest rectangle around what differs; undefined where nothing does. What does not differ in it is transparent, which packs well.
 * @throws Error where the sizes differ
 */
function difference(one: Picture, other: Picture): Region | undefined {
  const { width, height, pixels } = other;
  if (one.width !== width || one.height !== height) throw new Error("The pictures differ in size.");
  const [before, after] = [one, other].map((picture) => new Uint32Array(picture.pixels.slice().buffer)) as [Uint32Array, Uint32Array];
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let at = 0; at < after.length; at++) {
    if (before[at] === after[at]) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  if (right < 0) return undefined;
  const [w, h] = [right - left + 1, bottom - top + 1];
  const part = new Uint8Array(w * h * 4);
  for (let row = 0; row < h; row++) {
    for (let column = 0; column < w; column++) {
      const at = (top + row) * width + left + column;
      if (before[at] !== after[at]) part.set(pixels.subarray(at * 4, at * 4 + 4), (row * w + column) * 4);
    }
  }
  return { x: left, y: top, picture: { width: w, height: h, channels: 4, pixels: part } };
}
