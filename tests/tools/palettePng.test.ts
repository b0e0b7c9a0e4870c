import { inflateSync } from "node:zlib";
import { palettePng } from "../../tools/pictures/palettePng";
import type { Picture } from "../../tools/pictures/png";

const WHITE = [255, 255, 255];
const BLUE = [0, 120, 212];
/** As good as white: the edge of a letter. */
const PALE = [250, 250, 250];

/** One pixel below the other. */
const column = (...colors: readonly (readonly number[])[]): Picture => ({
  ...{ width: 1, height: colors.length, channels: 3, pixels: Uint8Array.from(colors.flat()) },
});

/** The colours that a file shows, from its palette and its rows. */
function colorsOf(file: Buffer): readonly (readonly number[])[] {
  const dataOf = (type: string): Buffer => {
    const at = file.indexOf(type, 0, "latin1");
    return file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4));
  };
  const palette = dataOf("PLTE");
  const rows = [...inflateSync(dataOf("IDAT"))].filter((_, at) => at % 2 === 1);
  return rows.map((index) => [...palette.subarray(3 * index, 3 * index + 3)]);
}

describe("a picture of few colours", () => {
  it("keeps them as they are", () => {
    expect(colorsOf(palettePng(column(WHITE, BLUE, WHITE), 16))).toEqual([WHITE, BLUE, WHITE]);
  });

  it("gives a rare colour the nearest of the frequent ones", () => {
    expect(colorsOf(palettePng(column(WHITE, WHITE, BLUE, BLUE, [40, 40, 40], PALE), 2))).toEqual([WHITE, WHITE, BLUE, BLUE, BLUE, WHITE]);
  });

  it("draws what is opaque the same with and without a byte for that", () => {
    const opaque: Picture = { width: 1, height: 2, channels: 4, pixels: Uint8Array.of(...WHITE, 255, ...BLUE, 255) };
    expect(palettePng(opaque, 16).equals(palettePng(column(WHITE, BLUE), 16))).toBe(true);
  });
});
