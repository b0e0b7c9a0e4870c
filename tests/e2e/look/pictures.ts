/** The pictures of docs/design.md: which there are, and how each is taken. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { inState, stateNamed } from "./inState";
import type { Stage } from "./inState";
import type { ScreenKind } from "./screen";
import { screenStates } from "./screenStates";
import type { ScreenState } from "./screenStates";
import { settleTimes } from "./settleTimes";

/** Where the pictures are kept. */
export const PICTURES = join(__dirname, "..", "..", "..", "docs", "pictures");

/** One picture. */
export interface Picture {
  /** Its file in {@link PICTURES}. */
  readonly file: string;
  readonly state: ScreenState;
  readonly kind: ScreenKind;
}

const english = (theme: ScreenKind["theme"]): ScreenKind => ({ theme, language: 1033 });
const picture =
  (look: string, kind: ScreenKind) =>
  (state: ScreenState): Picture => ({ file: `${look}-${state.name}.png`, state, kind });
const some = (...names: readonly string[]) => names.map(stateNamed);

/** Every state in light, and what differs most in dark and in other languages. */
export const pictures: readonly Picture[] = [
  ...some("bubble", "list", "dismissed", "block").map(picture("dark", english("dark"))),
  ...some("list", "block").map(picture("arabic", { theme: "classic", language: 1025 })),
  ...some("list", "settings").map(picture("german", { theme: "classic", language: 1031 })),
  ...some("list").map(picture("japanese", { theme: "classic", language: 1041 })),
  // The last state leaves a conversation behind.
  ...screenStates.map(picture("light", english("classic"))),
];

/** The same letters on every machine that has them: fonts-noto-core, for Japanese fonts-noto-cjk. */
const FONTS = `*, *::placeholder { font-family: "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK JP", sans-serif !important; caret-color: transparent !important; }`;

/** Room around the bubble (px): its number and its mark lie on its edge. */
const AROUND_BUBBLE = 24;

/**
 * Takes a picture, as PNG.
 * @param change done to the page before, to prove that a difference is seen
 */
export async function takePicture(stage: Stage, { state, kind }: Picture, change?: (page: Page) => Promise<unknown>): Promise<Buffer> {
  if (!state.isEmpty) await settleTimes(stage.full);
  return inState(stage, state, kind, async ({ page, bubble, panel }) => {
    await page.addStyleTag({ content: FONTS });
    await page.locator("body").evaluate(sameMoment);
    await change?.(page);
    // The list measures its rows anew in these letters.
    await page.waitForTimeout(700);
    const options = { animations: "disabled", caret: "hide", scale: "css" } as const;
    if (state.of === "page") return page.screenshot(options);
    const box = await (state.of === "panel" ? panel : bubble).boundingBox();
    if (!box) throw new Error(`There is nothing to be seen of ${state.name}.`);
    const around = state.of === "panel" ? 0 : AROUND_BUBBLE;
    const clip = {
      ...{ x: Math.max(0, Math.round(box.x) - around), y: Math.max(0, Math.round(box.y) - around) },
      ...{ width: Math.round(box.width) + 2 * around, height: Math.round(box.height) + 2 * around },
    };
    return page.screenshot({ ...options, clip });
  });
}

/** Runs in the page: every exact time becomes the same one, so that a picture does not tell when it was taken. */
function sameMoment(body: Element): void {
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    text.nodeValue = (text.nodeValue ?? "")
      .replace(/\d{1,2}:\d{2}(?=\s?[AP]M)/g, "10:42")
      .replace(/\d{1,2}\/\d{1,2}\/\d{4}/g, "11/22/2026");
  }
}
