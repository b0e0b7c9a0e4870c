/** The panel in each language, left to right and right to left: names stand where a line begins and are cut at their end, nothing sticks out. */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { languagesOf } from "../../tools/words/languages";
import { newContext, openBrowser } from "./browser";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(90_000);

const ENGLISH = 1033;
const ARABIC = 1025;
const LANGUAGES = languagesOf(join(__dirname, "..", ".."));
const LONG_NAME = "عبد الرحمن بن محمد بن عبد العزيز الهاشمي التميمي";

let sandbox: Sandbox;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ demo: true }), openBrowser()]);
  await sandbox.sms("+966555010199", "مرحبا", LONG_NAME);
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

/** Opens the app in a language, and the panel in it. */
async function openPanel(language: number): Promise<void> {
  page = await (await newContext(browser)).newPage();
  await page.goto(sandbox.urlOf("ana", `/?lang=${language}`));
  await page.getByRole("button").filter({ hasText: /^10$/ }).last().click();
  await page.getByRole("listitem").filter({ hasText: "Jane Doe" }).getByRole("button").first().waitFor();
}

afterEach(() => page.context().close());

/** How far each card's name begins behind the card's edge, in the direction of the language (px). */
const nameOffsets = (isRightToLeft: boolean) =>
  page.getByRole("listitem").evaluateAll(
    (cards, rightToLeft) =>
      cards.map((card) => {
        const name = card.querySelector("bdi")?.getBoundingClientRect();
        if (!name) throw new Error(`A card without a name: ${card.textContent}`);
        const edge = card.getBoundingClientRect();
        return Math.round(rightToLeft ? edge.right - name.right : name.left - edge.left);
      }),
    isRightToLeft,
  );

it.each([ENGLISH, ARABIC])("begins every name at the same place, whatever script it is in (%p)", async (language) => {
  await openPanel(language);
  const offsets = await nameOffsets(language === ARABIC);
  expect(offsets.length).toBeGreaterThan(6);
  expect(new Set(offsets)).toEqual(new Set([20]));
});

it.each([ENGLISH, ARABIC])("cuts a long Arabic name at its end, not at its beginning (%p)", async (language) => {
  await openPanel(language);
  const shown = await page
    .getByRole("listitem")
    .filter({ hasText: LONG_NAME })
    .locator("bdi")
    .first()
    .evaluate((name) => {
      const text = name.firstChild;
      if (!text?.nodeValue) throw new Error("No name");
      const edges = name.getBoundingClientRect();
      const isInside = (at: number): boolean => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const { left, right } = range.getBoundingClientRect();
        return left >= edges.left - 1 && right <= edges.right + 1;
      };
      return { first: isInside(0), last: isInside(text.nodeValue.length - 1) };
    });
  expect(shown).toEqual({ first: true, last: false });
});

it.each(LANGUAGES)("shows every label whole, and nothing beside the panel (%p)", async (language) => {
  await openPanel(language);
  const cut = await page.getByRole("listitem").evaluateAll((cards) =>
    cards
      .flatMap((card) => {
        const edges = card.getBoundingClientRect();
        return [...card.querySelectorAll("button")].filter((button) => {
          const { left, right } = button.getBoundingClientRect();
          return button.scrollWidth > button.clientWidth || left < edges.left || right > edges.right;
        });
      })
      .map(({ textContent }) => textContent),
  );
  expect(cut).toEqual([]);
});
