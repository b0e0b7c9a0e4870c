/** Whether everything that the product draws can be read and seen in each theme, hovered, pressed and with the focus: computed from the rendered colours. */
import type { Locator } from "playwright-core";
import { isLong } from "../effort";
import { openBrowser } from "./browser";
import { tooFaint } from "./look/contrast";
import { focusContrast } from "./look/focusRing";
import { readPaint, readPaintOf } from "./look/paint";
import type { Screen, ScreenKind } from "./look/screen";
import { screenStates, stateNamed } from "./look/screenStates";
import { createTour } from "./look/tour";
import type { Stage, Tour } from "./look/tour";
import { startSandbox } from "./sandbox";

jest.setTimeout(240_000);

/** The classic theme is looked at in every state by states.test.ts. */
const THEMES = ["classic", "dark", "plum"] as const;
/** The states that show every kind of surface; the others are looked at without the organisation's brand, which changes nothing else. */
const WITH_BRAND = ["bubble", "list", "dismissed", "block", "settings"];
const english = (theme: ScreenKind["theme"]): ScreenKind => ({ theme, language: 1033 });

let stage: Stage;
let tour: Tour;

beforeAll(async () => {
  const [full, empty, browser] = await Promise.all([startSandbox({ demo: true }), startSandbox(), openBrowser()]);
  stage = { full, empty, browser };
  tour = createTour(stage);
});
afterAll(async () => {
  await tour.end();
  await stage.browser.close();
  await Promise.all([stage.full.stop(), stage.empty.stop()]);
});

/** All states take minutes: `npm test` looks at the one with the most parts, LONG_TESTS=1 at all. */
const describeLong = isLong ? describe : describe.skip;

describe.each([
  ["dark", screenStates],
  ["plum", WITH_BRAND.map(stateNamed)],
] as const)("%s", (theme, states) => {
  it.each(states.filter(({ name }) => isLong || name === "list").map((state) => [state.name, state] as const))(
    "every text, icon and edge can be seen in the state %s",
    async (name, state) => {
      const paints = await tour.visit(state, english(theme), ({ page }) => readPaint(page));
      // What stands for a list that is on its way says nothing.
      expect(paints.length > 0).toBe(name !== "loading");
      expect(tooFaint(paints)).toEqual([]);
    },
  );
});

/** The controls of one kind look alike: one of each name, wherever it stands. */
async function oneOfEach(within: Locator): Promise<readonly Locator[]> {
  const controls = within.locator("button, input, a, [role=combobox], [role=listitem]");
  const places = await controls.evaluateAll((elements) => {
    const names = elements.map((one) => `${one.tagName} ${one.getAttribute("class") ?? ""} ${one.textContent}`.slice(0, 120));
    return elements.flatMap((one, place) => (one.checkVisibility() && names.indexOf(names[place] ?? "") === place ? [place] : []));
  });
  return places.map((place) => controls.nth(place));
}

/** What is too faint while the pointer is over a control, and while it presses it. */
async function faintUnderPointer({ page }: Screen, control: Locator): Promise<readonly string[]> {
  await control.scrollIntoViewIfNeeded();
  await control.hover({ force: true });
  await page.waitForTimeout(30);
  const hovered = tooFaint(await readPaintOf(control)).map((one) => `hovered ${one}`);
  if (!(await control.evaluate((element) => element.tagName === "BUTTON"))) return hovered;
  await page.mouse.down();
  const pressed = tooFaint(await readPaintOf(control)).map((one) => `pressed ${one}`);
  // Let go elsewhere: that is no click.
  await page.mouse.move(2, 2);
  await page.mouse.up();
  return [...hovered, ...pressed];
}

/** Says that a control with the focus does not show it well enough. */
async function faintFocus(control: Locator): Promise<readonly string[]> {
  await control.focus();
  if (!(await control.evaluate((element) => element === document.activeElement))) return [];
  const reached = await focusContrast(control);
  return reached < 3 ? [`focus on ${await control.evaluate((element) => element.outerHTML.slice(0, 120))}: ${reached.toFixed(2)}`] : [];
}

describeLong.each(THEMES)("what is hovered, pressed or has the focus can be seen: %s", (theme) => {
  it.each([
    ["the bubble", "bubble", ({ bubble }: Screen) => bubble.locator("..")],
    ["the list", "list", ({ panel }: Screen) => panel],
    ["a notice", "dismissed", ({ panel }: Screen) => panel.locator("[data-press^=notice]")],
    ["a question", "block", ({ page }: Screen) => page.getByRole("dialog").last()],
    ["the settings", "settings", ({ page }: Screen) => page.getByRole("dialog").last()],
  ] as const)("%s", async (_, state, part) => {
    const faint = await tour.visit(stateNamed(state), english(theme), async (screen) => {
      const controls = await oneOfEach(part(screen));
      const found: string[] = [];
      for (const control of controls) found.push(...(await faintUnderPointer(screen, control)));
      await screen.page.keyboard.press("Tab");
      for (const control of controls) found.push(...(await faintFocus(control)));
      return found;
    });
    expect(faint).toEqual([]);
  });
});

describeLong("with forced colours", () => {
  it.each(["list", "block", "dismissed", "bubble", "bubble-unknown", "bubble-offline"])("%s can be seen", async (name) => {
    const kind = { theme: "classic", language: 1033, forcedColors: "active", colorScheme: "dark" } as const;
    const [faint, bubble] = await tour.visit(stateNamed(name), kind, async (screen) => {
      const edge = await screen.bubble.evaluate((element) => getComputedStyle(element).borderTopColor);
      return [tooFaint(await readPaint(screen.page)), edge] as const;
    });
    expect(faint).toEqual([]);
    // What is transparent by itself is drawn: the bubble has an edge.
    expect(bubble).not.toMatch(/, 0\)$/);
  });
});

it("shows a whole card with its buttons in 320 by 256 pixels", async () => {
  const size = { width: 320, height: 256 };
  const boxes = await tour.visit(stateNamed("list"), { ...english("classic"), ...size }, async (screen) => {
    const card = screen.card("Are you open on Saturday?");
    const buttons = await card.getByRole("button").all();
    await buttons.at(-1)?.focus();
    await screen.page.waitForTimeout(300);
    return Promise.all([card.locator("bdi").first(), ...buttons].map((part) => part.boundingBox()));
  });
  expect(boxes.length).toBe(4);
  for (const box of boxes) {
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width);
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
  }
});
