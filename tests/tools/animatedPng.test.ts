import { animatedPng } from "../../tools/pictures/animatedPng";
import { headerOf, packPixels, readPng, writeChunks } from "../../tools/pictures/png";
import type { Picture } from "../../tools/pictures/png";

/** A grey picture with some pixels of other colours. */
function picture(width: number, height: number, other: readonly (readonly [x: number, y: number])[] = []): Picture {
  const pixels = new Uint8Array(width * height * 3).fill(128);
  for (const [x, y] of other) pixels.set([255, x, y], (y * width + x) * 3);
  return { width, height, channels: 3, pixels };
}
const png = (of: Picture): Buffer =>
  writeChunks([headerOf(of), { type: "IDAT", data: packPixels(of) }, { type: "IEND", data: new Uint8Array() }]);

/** The parts of a file by their type, in order. */
function partsOf(file: Buffer): readonly (readonly [type: string, data: Buffer])[] {
  const parts: (readonly [string, Buffer])[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    parts.push([file.toString("latin1", at + 4, at + 8), file.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  return parts;
}

it("reads what it has written", () => {
  const one = picture(7, 5, [
    [3, 2],
    [6, 4],
  ]);
  expect(readPng(png(one))).toEqual(one);
});

it("begins with the first picture, for those who show no animation", () => {
  const first = picture(20, 10, [[1, 1]]);
  const file = animatedPng([
    { png: png(first), ms: 500 },
    { png: png(picture(20, 10)), ms: 500 },
  ]);
  const shown = readPng(file);
  expect(shown).toMatchObject({ width: 20, height: 10 });
  const colours = Array.from({ length: 200 }, (_, pixel) => [...shown.pixels.subarray(pixel * 4, pixel * 4 + 3)]);
  expect(colours.flat()).toEqual([...first.pixels]);
});

it("keeps of each further picture the part that differs, at its place, for its time", () => {
  const file = animatedPng([
    { png: png(picture(20, 10)), ms: 500 },
    {
      png: png(
        picture(20, 10, [
          [4, 3],
          [6, 8],
        ]),
      ),
      ms: 1_200,
    },
  ]);
  const controls = partsOf(file).filter(([type]) => type === "fcTL");
  const [, second] = controls.map(([, data]) => [0, 4, 8, 12, 16].map((at) => data.readUInt32BE(at)));
  // Number, width, height, x, y.
  expect(second).toEqual([1, 3, 6, 4, 3]);
  expect(controls[1]?.[1].readUInt16BE(20)).toBe(1_200);
  // It lies over the picture before: what does not differ is transparent.
  expect(controls[1]?.[1][25]).toBe(1);
  expect(partsOf(file).map(([type]) => type)).toEqual(["IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "IEND"]);
});

it("lets a picture last longer that is followed by the same one", () => {
  const same = { png: png(picture(20, 10)), ms: 500 };
  const controls = partsOf(animatedPng([same, same, same])).filter(([type]) => type === "fcTL");
  expect(controls.map(([, data]) => data.readUInt16BE(20))).toEqual([1_500]);
});

it("refuses pictures of different sizes, and none at all", () => {
  const frames = [picture(20, 10), picture(10, 20)].map((one) => ({ png: png(one), ms: 1 }));
  expect(() => animatedPng(frames)).toThrow("differ in size");
  expect(() => animatedPng([])).toThrow("at least one");
});
