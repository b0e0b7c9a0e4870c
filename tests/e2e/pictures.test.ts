/** Whether the product still looks as docs/design.md shows it: every picture is taken anew and compared, whatever machine this is. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { isLong } from "../effort";
import { openBrowser } from "./browser";
import { differingBlocks, hasFont } from "./look/comparePictures";
import type { Stage } from "./look/inState";
import { pictures, PICTURES, takePicture } from "./look/pictures";
import type { Picture } from "./look/pictures";
import { startSandbox } from "./sandbox";

jest.setTimeout(120_000);

/** So many blocks of 8 by 8 px may differ: two words. A tab has 15, a button more. */
const TOLERANCE = 12;

let stage: Stage;
let reader: Page;

beforeAll(async () => {
  if (!isLong) return;
  const [full, empty, browser] = await Promise.all([startSandbox({ demo: true }), startSandbox(), openBrowser()]);
  stage = { full, empty, browser };
  reader = await browser.newPage();
});
afterAll(async () => {
  if (!isLong) return;
  await stage.browser.close();
  await Promise.all([stage.full.stop(), stage.empty.stop()]);
});

const kept = ({ file }: Picture) => readFileSync(join(PICTURES, file));
const difference = async (picture: Picture, change?: (page: Page) => Promise<unknown>) =>
  differingBlocks(reader, kept(picture), await takePicture(stage, picture, change));

/** Letters of another font are another layout: such a machine cannot compare. */
async function canCompare({ kind }: Picture): Promise<boolean> {
  if (!(await hasFont(reader, "Noto Sans", "mixed Width"))) {
    if (process.env["REQUIRE_BROWSER"]) throw new Error("The font Noto Sans is missing (fonts-noto-core).");
    return false;
  }
  return kind.language !== 1041 || hasFont(reader, "Noto Sans CJK JP", "mixed Width");
}

const named = (file: string): Picture => {
  const found = pictures.find((picture) => picture.file === file);
  if (!found) throw new Error(`There is no picture ${file}.`);
  return found;
};

/** It takes minutes, and letters are drawn a little differently on each machine: compared with LONG_TESTS=1. */
const describeLong = isLong ? describe : describe.skip;

describeLong("the comparison", () => {
  it.each<[string, string]>([
    ["a button that is missing", `document.querySelectorAll("[role=listitem] button")[1].style.visibility = "hidden"`],
    ["a row that has moved by three pixels", `document.querySelectorAll("[role=listitem]")[2].style.marginTop = "3px"`],
    ["a tab that is missing", `document.querySelectorAll("[role=tab]")[3].style.visibility = "hidden"`],
    ["a row in another colour", `document.querySelectorAll("[role=listitem] > *")[1].style.background = "#ddeeff"`],
  ])("sees %s", async (_, script) => {
    const list = named("light-list.png");
    if (!(await canCompare(list))) return;
    const before = await takePicture(stage, list);
    const after = await takePicture(stage, list, (page) => page.evaluate(script));
    expect(await differingBlocks(reader, before, before)).toBe(0);
    expect(await differingBlocks(reader, before, after)).toBeGreaterThan(TOLERANCE);
  });

  it("does not mind letters that another machine draws a little thicker", async () => {
    const list = named("light-list.png");
    if (!(await canCompare(list))) return;
    const before = await takePicture(stage, list);
    const style = "* { -webkit-text-stroke: 0.06px; }";
    const after = await takePicture(stage, list, (page) => page.addStyleTag({ content: style }));
    expect(before.equals(after)).toBe(false);
    expect(await differingBlocks(reader, before, after)).toBeLessThanOrEqual(TOLERANCE);
  });
});

describeLong("docs/design.md", () => {
  it.each(pictures.map((picture) => [picture.file, picture] as const))("shows how it looks: %s", async (_, picture) => {
    if (!(await canCompare(picture))) return;
    expect(await difference(picture)).toBeLessThanOrEqual(TOLERANCE);
  });
});
