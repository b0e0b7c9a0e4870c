/** Whether everything that the product draws can be read and seen: computed from the rendered colours, in every state, in each theme. */
import type { Locator } from "playwright-core";
import { isLong } from "../effort";
import { openBrowser } from "./browser";
import { tooFaint } from "./look/contrast";
import { focusContrast } from "./look/focusRing";
import { readPaint, readPaintOf } from "./look/paint";
import { inState, stateNamed } from "./look/inState";
import type { Stage } from "./look/inState";
import type { Screen } from "./look/screen";
import { screenStates } from "./look/screenStates";
import { startSandbox } from "./sandbox";

jest.setTimeout(240_000);

const THEMES = ["classic", "dark", "plum"] as const;
/** The states that show every kind of surface; the others are looked at without the organisation's brand, which changes nothing else. */
const WITH_BRAND = ["bubble", "list", "dismissed", "block", "settings"];

let stage: Stage;

beforeAll(async () => {
  const [full, empty, browser] = await Promise.all([startSandbox({ demo: true }), startSandbox(), openBrowser()]);
  stage = { full, empty, browser };
});
afterAll(async () => {
  await stage.browser.close();
  await Promise.all([stage.full.stop(), stage.empty.stop()]);
});

/** All states take minutes: `npm test` looks at the one with the most parts, LONG_TESTS=1 at all. */
const states = screenStates.filter(({ name }) => isLong || name === "list");
const describeLong = isLong ? describe : describe.skip;

describe.each(states.map((state) => [state.name, state] as const))("in the state %s", (name, state) => {
  it.each(THEMES.filter((theme) => theme !== "plum" || WITH_BRAND.includes(name)))(
    "every text, icon and edge can be seen: %s",
    async (theme) => {
      const faint = await inState(stage, state, { theme, language: 1033 }, async ({ page }) => {
        const paints = await readPaint(page);
        expect(paints.length).toBeGreaterThan(0);
        return tooFaint(paints);
      });
      expect(faint).toEqual([]);
    },
  );
});

/** The controls of one kind look alike: one of each name, wherever it stands. */
async function oneOfEach(within: Locator): Promise<readonly Locator[]> {
  const controls = await within.locator("button, input, a, [role=combobox], [role=listitem]").all();
  const found = new Map<string, Locator>();
  for (const control of controls) {
    const name = await control.evaluate((element) =>
      `${element.tagName} ${element.getAttribute("class") ?? ""} ${element.textContent}`.slice(0, 120),
    );
    if ((await control.isVisible()) && !found.has(name)) found.set(name, control);
  }
  return [...found.values()];
}

describeLong.each([
  ["the list", "list", ({ panel }: Screen) => panel],
  ["a question", "block", ({ page }: Screen) => page.getByRole("dialog").last()],
  ["the settings", "settings", ({ page }: Screen) => page.getByRole("dialog").last()],
  ["a notice", "dismissed", ({ panel }: Screen) => panel],
  ["the bubble", "bubble", ({ bubble }: Screen) => bubble.locator("..")],
] as const)("%s", (_, state, part) => {
  it.each(THEMES)("can be seen while the pointer is over it or presses it: %s", async (theme) => {
    const faint = await inState(stage, stateNamed(state), { theme, language: 1033 }, async (screen) => {
      const found: string[] = [];
      for (const control of await oneOfEach(part(screen))) {
        await control.scrollIntoViewIfNeeded();
        await control.hover({ force: true });
        await screen.page.waitForTimeout(30);
        found.push(...tooFaint(await readPaintOf(control)).map((one) => `hovered ${one}`));
        if (!(await control.evaluate((element) => element.tagName === "BUTTON"))) continue;
        await screen.page.mouse.down();
        found.push(...tooFaint(await readPaintOf(control)).map((one) => `pressed ${one}`));
        // Let go elsewhere: that is no click.
        await screen.page.mouse.move(2, 2);
        await screen.page.mouse.up();
      }
      return found;
    });
    expect(faint).toEqual([]);
  });

  it.each(THEMES)("shows where the focus is: %s", async (theme) => {
    const faint = await inState(stage, stateNamed(state), { theme, language: 1033 }, async (screen) => {
      const found: string[] = [];
      await screen.page.keyboard.press("Tab");
      for (const control of await oneOfEach(part(screen))) {
        await control.focus();
        if (!(await control.evaluate((element) => element === document.activeElement))) continue;
        const reached = await focusContrast(control);
        if (reached < 3) found.push(`${await control.evaluate((element) => element.outerHTML.slice(0, 120))}: ${reached.toFixed(2)}`);
      }
      return found;
    });
    expect(faint).toEqual([]);
  });
});

describeLong("with forced colours", () => {
  it.each(["list", "block", "dismissed", "bubble", "bubble-unknown", "bubble-offline"])("%s can be seen", async (name) => {
    const kind = { theme: "classic", language: 1033, forcedColors: "active", colorScheme: "dark" } as const;
    const [faint, bubble] = await inState(stage, stateNamed(name), kind, async (screen) => {
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
  const boxes = await inState(stage, stateNamed("list"), { theme: "classic", language: 1033, ...size }, async (screen) => {
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
