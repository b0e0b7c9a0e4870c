/** Whether the product looks in dark and in other languages as docs/design.md and the agents' guide show it, and whether a comparison of pictures sees what it must. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { isLong } from "../effort";
import { openBrowser } from "./browser";
import { canCompare, differingBlocks, TOLERANCE } from "./look/comparePictures";
import { GUIDE_PICTURE_FOLDER, guidePictures, takeGuidePicture } from "./look/guidePictures";
import { LIGHT, otherPictures, PICTURES, takePicture } from "./look/pictures";
import { stateNamed } from "./look/screenStates";
import { createTour } from "./look/tour";
import type { Stage, Tour } from "./look/tour";
import { startSandbox } from "./sandbox";

jest.setTimeout(120_000);

let stage: Stage;
let tour: Tour;
let reader: Page;

beforeAll(async () => {
  const [full, empty, browser] = await Promise.all([startSandbox({ demo: true }), startSandbox(), openBrowser()]);
  stage = { full, empty, browser };
  tour = createTour(stage);
  reader = await browser.newPage();
});
afterAll(async () => {
  await tour.end();
  await stage.browser.close();
  await Promise.all([stage.full.stop(), stage.empty.stop()]);
});

describe("the comparison", () => {
  const changes = [
    ["a button that is missing", "[role=listitem] button", 2, "visibility: hidden"],
    ["a row that has moved by three pixels", "[role=listitem]", 2, "margin-top: 3px"],
    ["a tab that is missing", "[role=tab]", 3, "visibility: hidden"],
    ["a row in another colour", "[role=listitem] > *", 1, "background: #ddeeff"],
    ["letters that another machine draws a little thicker", "body", 0, "-webkit-text-stroke: 0.06px"],
  ] as const;
  let pictures: ReadonlyMap<string, Buffer>;

  beforeAll(async () => {
    const list = stateNamed("list");
    pictures = await tour.visit(list, LIGHT, async (screen) => {
      const taken = new Map([["", await takePicture(screen, list)]]);
      for (const [title, selector, place, style] of changes) {
        const part = screen.page.locator(selector).nth(place);
        const own = await part.getAttribute("style");
        await part.evaluate((element, more) => element.setAttribute("style", `${element.getAttribute("style") ?? ""}; ${more}`), style);
        taken.set(title, await takePicture(screen, list));
        await part.evaluate((element, before) => element.setAttribute("style", before), own ?? "");
      }
      return taken;
    });
  });

  const difference = (title: string) => differingBlocks(reader, pictures.get("") ?? Buffer.of(), pictures.get(title) ?? Buffer.of());

  it.each(changes.slice(0, -1))("sees %s", async (title) => {
    if (!(await canCompare(reader, 1033))) return;
    expect(await difference("")).toBe(0);
    expect(await difference(title)).toBeGreaterThan(TOLERANCE);
  });

  it.each(changes.slice(-1))("does not mind %s", async (title) => {
    if (!(await canCompare(reader, 1033))) return;
    expect(pictures.get(title)?.equals(pictures.get("") ?? Buffer.of())).toBe(false);
    expect(await difference(title)).toBeLessThanOrEqual(TOLERANCE);
  });
});

/** The look in light is compared in every run, with all else that is measured of each state: states.test.ts. */
(isLong ? describe : describe.skip)("docs/design.md", () => {
  it.each(otherPictures.map((picture) => [picture.file, picture] as const))("shows how it looks: %s", async (file, { state, kind }) => {
    if (!(await canCompare(reader, kind.language))) return;
    const now = await tour.visit(state, kind, (screen) => takePicture(screen, state));
    expect(await differingBlocks(reader, readFileSync(join(PICTURES, file)), now)).toBeLessThanOrEqual(TOLERANCE);
  });
});

/** English in every run; the others are made by the same code from other words. */
const guideNow = guidePictures.filter(({ kind }) => isLong || kind.language === LIGHT.language);

describe("the guide for agents", () => {
  it.each(guideNow.map((picture) => [picture.file, picture] as const))("shows how it looks: %s", async (file, { state, kind }) => {
    if (!(await canCompare(reader, kind.language))) return;
    const now = await tour.visit(state, kind, (screen) => takeGuidePicture(screen, state));
    expect(await differingBlocks(reader, readFileSync(join(GUIDE_PICTURE_FOLDER, file)), now)).toBeLessThanOrEqual(TOLERANCE);
  });
});
