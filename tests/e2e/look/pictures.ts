/** The pictures of docs/design.md: which there are, and how each is taken. */
import { join } from "node:path";
import { SETTLING_ATTRIBUTE } from "../../../NotificationPanel/usePressGuard";
import type { Screen, ScreenKind } from "./screen";
import { screenStates, stateNamed } from "./screenStates";
import type { ScreenState } from "./screenState";

/** Where the pictures are kept. */
export const PICTURES = join(__dirname, "..", "..", "..", "docs", "pictures");

/** One picture. */
export interface Picture {
  /** Its file in {@link PICTURES}. */
  readonly file: string;
  readonly state: ScreenState;
  readonly kind: ScreenKind;
}

/** The look that every state has a picture in. */
export const LIGHT: ScreenKind = { theme: "classic", language: 1033, hasPictureFonts: true };

const picture =
  (look: string, kind: ScreenKind) =>
  (state: ScreenState): Picture => ({ file: `${look}-${state.name}.png`, state, kind });
const some = (...names: readonly string[]) => names.map(stateNamed);
const inLanguage = (language: number): ScreenKind => ({ ...LIGHT, language });

/** Every state in light. */
export const lightPictures: readonly Picture[] = screenStates.map(picture("light", LIGHT));

/** What differs most in dark and in other languages. */
export const otherPictures: readonly Picture[] = [
  ...some("bubble", "list", "dismissed", "block", "conversation").map(picture("dark", { ...LIGHT, theme: "dark" })),
  ...some("list", "block", "conversation").map(picture("arabic", inLanguage(1025))),
  ...some("list", "settings").map(picture("german", inLanguage(1031))),
  ...some("list").map(picture("japanese", inLanguage(1041))),
];

/** Room around the bubble (px): its number and its mark lie on its edge. */
const AROUND_BUBBLE = 24;
/** What a state has just brought is drawn within this time (ms). */
const SETTLED = 150;

/** Takes a picture of a screen that shows the state, as PNG. */
export async function takePicture({ page, ...parts }: Screen, { of, name }: ScreenState): Promise<Buffer> {
  await page.locator("body").evaluate(sameMoment);
  await page.waitForTimeout(SETTLED);
  // What cannot be pressed yet is pale for a moment.
  await page.locator(`[${SETTLING_ATTRIBUTE}]`).first().waitFor({ state: "detached" });
  const options = { animations: "disabled", caret: "hide", scale: "css" } as const;
  if (of === "page") return page.screenshot(options);
  const box = await parts[of].boundingBox();
  if (!box) throw new Error(`There is nothing to be seen of ${name}.`);
  const around = of === "bubble" ? AROUND_BUBBLE : 0;
  const clip = {
    ...{ x: Math.max(0, Math.round(box.x) - around), y: Math.max(0, Math.round(box.y) - around) },
    ...{ width: Math.round(box.width) + 2 * around, height: Math.round(box.height) + 2 * around },
  };
  return page.screenshot({ ...options, clip });
}

/** Runs in the page: every exact time becomes the same one, so that a picture does not tell when it was taken. */
function sameMoment(body: Element): void {
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    text.nodeValue = (text.nodeValue ?? "")
      .replace(/\d{1,2}:\d{2}\s?[AP]M/g, "10:42 AM")
      .replace(/\d{1,2}:\d{2}\s?[صم]/g, "10:42 ص")
      .replace(/\b\d{1,2}:\d{2}\b/g, "10:42")
      .replace(/\d{1,2}\/\d{1,2}\/\d{4}/g, "11/22/2026");
  }
}
