/** The states that an agent's own action leads to: questions, notices, what is under way, what is selected. */
import type { Locator } from "playwright-core";
import type { Screen } from "./screen";
import type { ScreenState } from "./screenState";
import { usual } from "./starts";

/** A dialog over everything: what opens it, and what is in it once it is there. Escape closes it. */
const dialog = (
  name: string,
  says: string,
  open: (screen: Screen) => Promise<unknown>,
  holds: (dialog: Locator) => Locator,
): ScreenState => ({
  ...{ name, says, of: "page", start: usual },
  async show(screen) {
    await open(screen);
    const opened = screen.page.getByRole("dialog").last();
    await holds(opened).first().waitFor();
    // The focus comes into it a moment later.
    await opened.locator(":focus").waitFor();
  },
  async leave({ page }) {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").last().getByRole("button").first().waitFor({ state: "detached" });
  },
});

/** The question of a card's action. */
const question = (name: string, says: string, customer: string, action: string): ScreenState =>
  dialog(
    name,
    says,
    (screen) => screen.press(screen.button(action, screen.card(customer))),
    (asked) => asked.getByRole("button"),
  );

/** Two customers of whom nobody has accepted one. */
const SELECTED = ["Jane Doe", "+15550102"] as const;

async function select(screen: Screen): Promise<void> {
  for (const customer of SELECTED) {
    await screen.card(customer).hover();
    await screen.card(customer).getByRole("checkbox").click();
  }
  await screen.panel.getByRole("toolbar").waitFor();
}

/** Both are to be dismissed, which the server does in this way. */
async function dismissSelected(screen: Screen, fault: { readonly status: number; readonly delayMs?: number }): Promise<void> {
  await select(screen);
  await screen.sandbox.fault({ user: "ana", path: "msgn_dismissals", times: 10, ...fault });
  await screen.press(screen.button("Action_dismiss", screen.panel.getByRole("toolbar")));
}

const dropSelection = (screen: Screen) => screen.press(screen.button("SelectionClear"));

export const actionStates: readonly ScreenState[] = [
  {
    ...{ name: "dismissed", says: "A notice with Undo lies over the foot of the list.", of: "panel", start: usual },
    async show(screen) {
      await screen.press(screen.button("Action_dismiss", screen.card("Are you open on Saturday?")));
      await screen.button("Undo").waitFor();
      // The tab counts what the server has.
      await screen.panel.getByRole("tab", { name: `${screen.word("Filter_dismissed")} 2` }).waitFor();
    },
    async leave(screen) {
      await screen.press(screen.button("Undo"));
      await screen.card("Are you open on Saturday?").waitFor();
    },
  },
  question("block", "Before a number is blocked.", "Jane Doe", "Action_block"),
  question("takeover", "Before a conversation is taken over.", "Priya Nair", "Action_assign"),
  dialog(
    "settings",
    "The agent's own settings.",
    (screen) => screen.press(screen.button("Settings")),
    (settings) => settings.getByRole("switch"),
  ),
  dialog(
    "keys",
    "The sheet of keys.",
    async ({ page, panel }) => {
      await panel.getByRole("listitem").first().focus();
      await page.keyboard.press("?");
    },
    (sheet) => sheet.getByRole("button"),
  ),
  {
    ...{ name: "selected", says: "Two are selected, to be dealt with at once.", of: "panel", start: usual },
    show: select,
    leave: dropSelection,
  },
  {
    ...{ name: "not-done", says: "The server has done none of the two: each card says so, and Retry tries these again.", of: "panel" },
    start: usual,
    async show(screen) {
      await dismissSelected(screen, { status: 503 });
      await screen.button("Retry").waitFor();
    },
    async leave(screen) {
      await screen.sandbox.clearFaults();
      await dropSelection(screen);
    },
  },
  {
    ...{ name: "pending", says: "Accept has been pressed, and the server has not answered yet.", of: "panel", start: usual },
    async show(screen) {
      await screen.sandbox.fault({ path: "msgn_sessions", delayMs: 30_000, status: 503, times: 3 });
      await screen.press(screen.button("Action_accept", screen.card("Jane Doe")));
      await screen.card("Jane Doe").locator(".ms-Spinner").waitFor();
    },
  },
  {
    ...{ name: "progress", says: "Several are being dealt with, and it takes longer than a second.", of: "panel", start: usual },
    async show(screen) {
      await dismissSelected(screen, { status: 503, delayMs: 30_000 });
      await screen.button("Cancel", screen.panel.getByRole("toolbar")).waitFor();
    },
  },
];
