/** One agent's screen in a theme and a language: the product's parts in it, found by the words of that language. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import type { Agent, Sandbox } from "../sandbox";

/** How a screen is to look. */
export interface ScreenKind {
  /** See docs/sandbox.md, Themes. */
  readonly theme: "classic" | "light" | "dark" | "plum";
  /** 1033, 1031, 1025, 1041 … */
  readonly language: number;
  readonly width?: number;
  readonly height?: number;
  readonly forcedColors?: "active" | "none";
  readonly colorScheme?: "dark" | "light";
  /** In the letters of the pictures, which are the same on every machine that has them: fonts-noto-core, for Japanese fonts-noto-cjk. */
  readonly hasPictureFonts?: true;
}

/** A screen, and the product's parts in it. */
export interface Screen {
  readonly page: Page;
  readonly sandbox: Sandbox;
  readonly bubble: Locator;
  readonly panel: Locator;
  /** The conversation that is open. */
  readonly conversation: Locator;
  /** A text of the product by its key, in the screen's language. */
  word(key: string): string;
  /** The card of a customer. */
  card(customer: string): Locator;
  /** A button by the beginning of its name. */
  button(key: string, within?: Locator): Locator;
  /** Opens the panel by the app's own button, whatever is in it. */
  openPane(): Promise<void>;
  /** Opens the panel, and waits for the list with its texts. */
  openList(): Promise<void>;
  /** Presses something of the panel, once nothing has moved below the pointer for so long that a press is taken for meant. */
  press(target: Locator): Promise<void>;
  /** Pointer and focus leave the product; what only the keyboard shows goes. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** Longer than a press is refused after a change of what lies below it (ms). */
const AFTER_A_CHANGE = 550;
const FONTS = `*, *::placeholder { font-family: "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK JP", sans-serif !important; caret-color: transparent !important; }`;

/** The texts of both controls by key; where both have one, the panel's. */
function readWords(language: number): ReadonlyMap<string, string> {
  const plain = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  const entries = ["MessageThread", "MessageBubble"].flatMap((control) => {
    const file = join(__dirname, "..", "..", "..", control, "strings", `${control}.${language}.resx`);
    return [...readFileSync(file, "utf8").matchAll(/<data name="(\w+)"[^>]*>\s*<value>([^<]*)<\/value>/g)];
  });
  return new Map(entries.map(([, key = "", text = ""]) => [key, plain(text)]));
}

/** What is in a regular expression as it is. */
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Opens the app's dashboards, which are empty, as an agent in a browser of their own. Nothing moves in it by itself. @throws Error for a language without texts */
export async function openScreen(browser: Browser, sandbox: Sandbox, agent: Agent, kind: ScreenKind): Promise<Screen> {
  const { theme, language, width = 1366, height = 768, forcedColors = "none", colorScheme = "light" } = kind;
  const context = await browser.newContext({
    ...{ viewport: { width, height }, locale: "en-US", timezoneId: "UTC", reducedMotion: "reduce" },
    ...{ forcedColors, colorScheme },
  });
  const page = await context.newPage();
  const words = readWords(language);
  const word = (key: string): string => {
    const text = words.get(key);
    if (text === undefined) throw new Error(`There is no text "${key}" in ${language}.`);
    return text;
  };
  await page.goto(sandbox.urlOf(agent, `/main.aspx?pagetype=dashboard&theme=${theme}&lang=${language}`));
  const bubble = page.locator("button[aria-describedby^=bubble]");
  const panel = page.getByRole("region", { name: word("PanelTitle"), exact: true });
  await page.locator(".sb-rail-button").first().waitFor();
  if (kind.hasPictureFonts) await page.addStyleTag({ content: FONTS });
  return {
    ...{ page, sandbox, bubble, panel, word },
    conversation: page.getByRole("region").filter({ has: page.getByRole("log") }),
    card: (customer) => panel.getByRole("listitem").filter({ hasText: customer }),
    button: (key, within = panel) => within.getByRole("button", { name: new RegExp(`^${literally(word(key))}`) }).first(),
    // The app's own button for the pane is there before the bubble.
    openPane: () => page.locator(".sb-rail-button").first().click(),
    async openList() {
      await bubble.click();
      await panel.getByText("Are you open on Saturday?").waitFor();
    },
    async press(target) {
      await target.waitFor();
      await page.waitForTimeout(AFTER_A_CHANGE);
      await target.click();
    },
    // On the empty page beside the panel, in either direction; a small window has none.
    async rest() {
      if (width <= 1000) return;
      await page.mouse.click(600, 450);
      await page.mouse.move(602, 452);
    },
    close: () => context.close(),
  };
}
