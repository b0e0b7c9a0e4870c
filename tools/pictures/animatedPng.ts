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

/**
 * The pictures one after the other, again and again. Of each the part alone is kept that differs from the one before; one without any difference
 * makes that one last longer.
 * @throws Error without a picture, or where they differ in size
 */
export function animatedPng(frames: readonly Frame[]): Buffer {
  const shown: { readonly region: Region; ms: number }[] = [];
  let before: Picture | undefined;
  for (const { png, ms } of frames) {
    const picture = readPng(png);
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
    const control = { type: "fcTL", data: frameControl(sequence++, region, ms) };
    const data = packPixels(region.picture);
    return [control, isFirst ? { type: "IDAT", data } : { type: "fdAT", data: Buffer.concat([uint32(sequence++), data]) }];
  });
  const animation = { type: "acTL", data: uint32(shown.length, 0) };
  return writeChunks([headerOf(first.region.picture), animation, ...chunks, { type: "IEND", data: new Uint8Array() }]);
}

/** Number, size, place, time in milliseconds; the frame stays, and takes the place of what was there. */
function frameControl(sequence: number, { x, y, picture }: Region, ms: number): Buffer {
  const time = Buffer.alloc(6);
  time.writeUInt16BE(Math.min(ms, 65_535), 0);
  time.writeUInt16BE(1_000, 2);
  return Buffer.concat([uint32(sequence, picture.width, picture.height, x, y), time]);
}

/** The smallest rectangle around what differs; undefined where nothing does. @throws Error where the sizes differ */
function difference(one: Picture, other: Picture): Region | undefined {
  const { width, height, channels, pixels } = other;
  if (one.width !== width || one.height !== height || one.channels !== channels) throw new Error("The pictures differ in size.");
  const stride = width * channels;
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let at = 0; at < pixels.length; at++) {
    if (pixels[at] === one.pixels[at]) continue;
    const [x, y] = [Math.floor((at % stride) / channels), Math.floor(at / stride)];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  if (right < 0) return undefined;
  const [w, h] = [right - left + 1, bottom - top + 1];
  const part = new Uint8Array(w * h * channels);
  for (let row = 0; row < h; row++) {
    const from = (top + row) * stride + left * channels;
    part.set(pixels.subarray(from, from + w * channels), row * w * channels);
  }
  return { x: left, y: top, picture: { width: w, height: h, channels, pixels: part } };
}
