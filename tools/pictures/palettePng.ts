/** Makes a PNG file of few colours: a picture of an app takes a quarter of the bytes (https://www.w3.org/TR/png-3/#11PLTE). */
import { deflateSync } from "node:zlib";
import { uint32, writeChunks } from "./png";
import type { Picture } from "./png";

/** A byte for each pixel's colour. */
const INDEXED = 3;
/** Colours that differ in less than this (of 256) are counted as one at first. */
const STEP = 8;

type Color = readonly [number, number, number];

/**
 * The picture with its most frequent colours alone; every other pixel takes the one that is nearest. The same picture always gives the same bytes.
 * What is transparent is drawn as if it were not.
 * @param most how many colours, from 2 to 256
 */
export function palettePng(picture: Picture, most: number): Buffer {
  const { width, height } = picture;
  const palette = frequentColors(picture, most);
  const nearest = nearestIn(palette);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++)
    for (let x = 0; x < width; x++) rows[row * (width + 1) + 1 + x] = nearest(colorAt(picture, row * width + x));
  return writeChunks([
    { type: "IHDR", data: Buffer.concat([uint32(width, height), Uint8Array.of(8, INDEXED, 0, 0, 0)]) },
    { type: "PLTE", data: Uint8Array.from(palette.flat()) },
    { type: "IDAT", data: deflateSync(rows, { level: 9, memLevel: 9 }) },
    { type: "IEND", data: new Uint8Array() },
  ]);
}

function colorAt({ pixels, channels }: Picture, at: number): Color {
  const from = at * channels;
  return [pixels[from] ?? 0, pixels[from + 1] ?? 0, pixels[from + 2] ?? 0];
}

/** Of each group of like colours the most frequent one; the largest groups first. */
function frequentColors(picture: Picture, most: number): readonly Color[] {
  const groups = new Map<string, Map<string, { readonly color: Color; count: number }>>();
  for (let at = 0; at < picture.width * picture.height; at++) {
    const color = colorAt(picture, at);
    const like = color.map((part) => Math.floor(part / STEP)).join();
    const group = groups.get(like) ?? new Map<string, { readonly color: Color; count: number }>();
    groups.set(like, group);
    const known = group.get(color.join());
    if (known) known.count += 1;
    else group.set(color.join(), { color, count: 1 });
  }
  return [...groups.values()]
    .map((group) => [...group.values()].sort((one, other) => other.count - one.count))
    .map((colors) => ({ color: colors[0]?.color ?? ([0, 0, 0] as const), count: colors.reduce((sum, { count }) => sum + count, 0) }))
    .sort((one, other) => other.count - one.count)
    .slice(0, most)
    .map(({ color }) => color);
}

/** Finds the place of the nearest colour; each colour is looked for once. */
function nearestIn(palette: readonly Color[]): (color: Color) => number {
  const known = new Map<string, number>();
  const distance = (one: Color, other: Color): number => one.reduce((sum, part, at) => sum + (part - (other[at] ?? 0)) ** 2, 0);
  return (color) => {
    const key = color.join();
    const found =
      known.get(key) ?? palette.reduce((best, one, at) => (distance(one, color) < distance(palette[best] ?? color, color) ? at : best), 0);
    known.set(key, found);
    return found;
  };
}
