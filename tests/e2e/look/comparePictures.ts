import type { Page } from "playwright-core";

/** Pictures are compared by blocks of so many px: the edges of letters differ from machine to machine, what a block looks like does not. */
const BLOCK = 8;
/** So much (of 255) a block's colour may differ. */
const SHADE = 14;
/** So many blocks of two pictures of the same may differ: two words. A tab has 15, a button more. */
export const TOLERANCE = 12;

/**
 * How many blocks of two pictures (PNG) differ; every block where their sizes do.
 * @param page a page of a browser, which reads the pictures; it may be empty
 */
export function differingBlocks(page: Page, one: Buffer, other: Buffer): Promise<number> {
  const addresses = [one, other].map((picture) => `data:image/png;base64,${picture.toString("base64")}`);
  return page.evaluate(
    async ({ sources, block, shade }) => {
      const [a, b] = await Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          const canvas = document.createElement("canvas");
          canvas.width = image.width;
          canvas.height = image.height;
          const context = canvas.getContext("2d");
          if (!context) throw new Error("The browser cannot read pictures.");
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }),
      );
      if (!a || !b) throw new Error("There are two pictures to compare.");
      const [across, down] = [Math.ceil(a.width / block), Math.ceil(a.height / block)];
      if (a.width !== b.width || a.height !== b.height) return across * down;
      let count = 0;
      for (let row = 0; row < down; row += 1) {
        for (let column = 0; column < across; column += 1) {
          const sums = [0, 0, 0];
          let pixels = 0;
          for (let y = row * block; y < Math.min(a.height, (row + 1) * block); y += 1) {
            for (let x = column * block; x < Math.min(a.width, (column + 1) * block); x += 1) {
              const at = (y * a.width + x) * 4;
              for (let part = 0; part < 3; part += 1) sums[part] = (sums[part] ?? 0) + (a.data[at + part] ?? 0) - (b.data[at + part] ?? 0);
              pixels += 1;
            }
          }
          if (sums.some((sum) => Math.abs(sum) / pixels > shade)) count += 1;
        }
      }
      return count;
    },
    { sources: addresses, block: BLOCK, shade: SHADE },
  );
}

/**
 * Whether pictures in this language can be compared on this machine: letters of another font are another layout.
 * @throws Error where REQUIRE_BROWSER says that it is to be able to
 */
export async function canCompare(page: Page, language: number): Promise<boolean> {
  if (!(await hasFont(page, "Noto Sans", "mixed Width"))) {
    if (process.env["REQUIRE_BROWSER"]) throw new Error("The font Noto Sans is missing (fonts-noto-core).");
    return false;
  }
  return language !== 1041 || hasFont(page, "Noto Sans CJK JP", "mixed Width");
}

/** Whether a font is on this machine: what is written in it is as wide as in no other. */
export function hasFont(page: Page, font: string, sample: string): Promise<boolean> {
  return page.evaluate(
    ([name = "", text = ""]) => {
      const context = document.createElement("canvas").getContext("2d");
      if (!context) return false;
      const widths = ["monospace", "serif"].map((other) => {
        context.font = `40px "${name}", ${other}`;
        return context.measureText(text).width;
      });
      const plain = ["monospace", "serif"].map((other) => {
        context.font = `40px ${other}`;
        return context.measureText(text).width;
      });
      return widths[0] === widths[1] && plain[0] !== plain[1];
    },
    [font, sample],
  );
}
