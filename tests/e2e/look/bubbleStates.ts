/** The states of the closed bubble. */
import type { Screen } from "./screen";
import type { ScreenState } from "./screenState";
import * as starts from "./starts";
import type { Start } from "./starts";

/** How long a number may be on its way to be older than two of the least intervals (ms). */
const UNTIL_STALE = 40_000;

/** The panel is closed; then the bubble shows this, until the panel is opened again. */
const closed = (name: string, says: string, start: Start, shows: (screen: Screen) => Promise<unknown>): ScreenState => ({
  ...{ name, says, of: "bubble", start },
  async show(screen) {
    await screen.bubble.click();
    await screen.panel.waitFor({ state: "hidden" });
    await shows(screen);
  },
  async leave({ bubble, panel }) {
    await bubble.click();
    await panel.waitFor();
  },
});

/** What does not become as it was before. */
const forGood = ({ name, says, of, start, show }: ScreenState): ScreenState => ({ name, says, of, start, show });

const number = ({ bubble }: Screen) => bubble.getByText("9").waitFor();
const freshness = (value: string, timeout?: number) => (screen: Screen) =>
  screen.bubble.locator(`[data-freshness=${value}]`).waitFor(timeout === undefined ? {} : { timeout });

export const bubbleStates: readonly ScreenState[] = [
  closed("bubble", "Unread messages.", starts.usual, number),
  closed("bubble-none", "No unread messages.", starts.empty, ({ bubble }) => bubble.waitFor()),
  closed("bubble-unknown", "The number is not known: the list could not be read.", starts.failing, freshness("unknown")),
  closed("bubble-offline", "The browser is offline.", starts.offline, freshness("offline")),
  forGood(closed("bubble-stale", "The number is older than two intervals.", starts.failedLater, freshness("stale", UNTIL_STALE))),
];
