/** Every state of the product, in one walk: what axe finds, what a screen reader finds, what can be read, and how it looks. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openWholeBrowser } from "./browser";
import { axeViolations } from "./look/axe";
import { canCompare, differingBlocks, TOLERANCE } from "./look/comparePictures";
import { tooFaint } from "./look/contrast";
import { readPaint } from "./look/paint";
import { lightPictures, PICTURES, takePicture } from "./look/pictures";
import { readScreen } from "./look/screenTree";
import { createTour } from "./look/tour";
import type { Stage, Tour } from "./look/tour";
import { readTrees, shortened } from "./look/treePage";
import { startSandbox } from "./sandbox";

jest.setTimeout(120_000);

/** What is seen of a state. */
interface Seen {
  readonly violations: readonly string[];
  readonly tree: string;
  readonly faint: readonly string[];
  readonly drawn: number;
  readonly picture: Buffer;
}

let stage: Stage;
let tour: Tour;
let reader: Page;
const trees = readTrees();

beforeAll(async () => {
  const [full, empty, browser] = await Promise.all([startSandbox({ demo: true }), startSandbox(), openWholeBrowser()]);
  stage = { full, empty, browser };
  tour = createTour(stage);
  reader = await browser.newPage();
});
afterAll(async () => {
  await tour.end();
  await stage.browser.close();
  await Promise.all([stage.full.stop(), stage.empty.stop()]);
});

describe.each(lightPictures.map((picture) => [picture.state.name, picture] as const))("in the state %s", (name, { state, kind, file }) => {
  let seen: Seen;

  beforeAll(async () => {
    seen = await tour.visit(state, kind, async (screen) => {
      const tree = await readScreen(screen);
      const picture = await takePicture(screen, state);
      const paints = await readPaint(screen.page);
      return { tree, picture, faint: tooFaint(paints), drawn: paints.length, violations: await axeViolations(screen.page) };
    });
  });

  it("axe finds nothing wrong", () => {
    expect(seen.violations).toEqual([]);
  });

  it("assistive technology finds what docs/screen-reader.md says", () => {
    expect(shortened(name, seen.tree, trees)).toBe(trees.get(name));
  });

  it("every text, icon and edge can be seen", () => {
    // What stands for a list that is on its way says nothing.
    expect(seen.drawn > 0).toBe(name !== "loading");
    expect(seen.faint).toEqual([]);
  });

  it("it looks as docs/design.md shows it", async () => {
    if (!(await canCompare(reader, kind.language))) return;
    expect(await differingBlocks(reader, readFileSync(join(PICTURES, file)), seen.picture)).toBeLessThanOrEqual(TOLERANCE);
  });
});
