/** The states that the product can be seen in, and how each is reached: for the pictures in docs/design.md, and for what is measured of each. */
import type { Agent, Sandbox } from "../sandbox";
import type { Screen } from "./screen";

/** One state. */
export interface ScreenState {
  /** Names its picture. */
  readonly name: string;
  /** What is to be seen, for docs/design.md. */
  readonly says: string;
  /** What its picture shows: the whole page, the panel, or the bubble alone. */
  readonly of: "page" | "panel" | "bubble";
  /** Whose screen it is; Ana's when left out. */
  readonly agent?: Agent;
  /** Nobody has written yet: the sandbox without the demonstration's sessions. */
  readonly isEmpty?: true;
  /** What is prepared before the app is loaded. Faults are cleared afterwards. */
  readonly before?: (sandbox: Sandbox) => Promise<unknown>;
  /** Brings the app there, which has just been loaded. */
  readonly show: (screen: Screen) => Promise<unknown>;
  /** Puts back what else the state has changed. */
  readonly after?: (screen: Screen) => Promise<unknown>;
}

/** The requests for the list. */
const LIST = "msgn_messages?fetchXml";
const CONFIGURATION = "msgn_configurations(msgn_name='Default')";
const setRefresh = (sandbox: Sandbox, seconds: number) => sandbox.api("mia", "PATCH", CONFIGURATION, { msgn_refreshseconds: seconds });
const answersBadly = (sandbox: Sandbox) => sandbox.fault({ path: LIST, status: 503, times: 1000 });

/** Opens the question of a card's action. */
const ask = (customer: string, action: string) => async (screen: Screen) => {
  await screen.openList();
  await screen.button(action, screen.card(customer)).click();
  await screen.page.getByRole("dialog").getByRole("button").first().waitFor();
};

export const screenStates: readonly ScreenState[] = [
  { name: "bubble", says: "Unread messages.", of: "bubble", show: ({ bubble }) => bubble.getByText("9").waitFor() },
  { name: "bubble-none", says: "No unread messages.", of: "bubble", isEmpty: true, show: ({ bubble }) => bubble.waitFor() },
  {
    ...{ name: "bubble-unknown", says: "The number is not known: the list could not be read.", of: "bubble", before: answersBadly },
    show: ({ bubble }) => bubble.locator("[data-freshness=unknown]").waitFor(),
  },
  {
    ...{ name: "bubble-offline", says: "The browser is offline.", of: "bubble" },
    show: async ({ page, bubble }) => {
      await bubble.getByText("9").waitFor();
      await page.context().setOffline(true);
      await bubble.locator("[data-freshness=offline]").waitFor();
    },
  },
  {
    ...{ name: "bubble-stale", says: "The number is older than two intervals.", of: "bubble", before: (sandbox) => setRefresh(sandbox, 5) },
    show: async ({ bubble, sandbox }) => {
      await bubble.getByText("9").waitFor();
      await answersBadly(sandbox);
      await bubble.locator("[data-freshness=stale]").waitFor({ timeout: 40_000 });
    },
    after: ({ sandbox }) => setRefresh(sandbox, 60),
  },
  { name: "list", says: "The panel beside the page.", of: "page", show: (screen) => screen.openList() },
  {
    ...{ name: "loading", says: "The first list is on its way.", of: "panel" },
    before: (sandbox) => sandbox.fault({ path: LIST, delayMs: 20_000, times: 10 }),
    show: async ({ openPane, panel, word }) => {
      await openPane();
      await panel.getByRole("status", { name: word("Loading") }).waitFor();
    },
  },
  {
    ...{ name: "empty", says: "Nobody waits.", of: "panel", isEmpty: true },
    show: async ({ bubble, panel, word }) => {
      await bubble.click();
      await panel.getByText(word("EmptyTitle")).waitFor();
    },
  },
  {
    ...{ name: "failed", says: "The first list could not be read.", of: "panel", before: answersBadly },
    show: async (screen) => {
      await screen.bubble.click();
      await screen.button("Retry").waitFor();
    },
  },
  {
    ...{ name: "stale", says: "The last refresh failed: the list is kept, and says since when.", of: "panel" },
    show: async (screen) => {
      await screen.openList();
      await answersBadly(screen.sandbox);
      await screen.page.getByRole("navigation").getByRole("link").nth(1).click();
      await screen.button("Retry").waitFor();
    },
  },
  {
    ...{ name: "offline", says: "The browser is offline.", of: "panel" },
    show: async (screen) => {
      await screen.openList();
      await screen.page.context().setOffline(true);
      await screen.panel.getByText(screen.word("Problem_offline")).waitFor();
    },
  },
  {
    ...{ name: "pending", says: "Accept has been pressed, and the server has not answered yet.", of: "panel" },
    show: async (screen) => {
      await screen.openList();
      await screen.sandbox.fault({ path: "msgn_sessions", delayMs: 30_000, status: 503, times: 3 });
      await screen.button("Action_accept", screen.card("Jane Doe")).click();
      await screen.card("Jane Doe").locator(".ms-Spinner").waitFor();
    },
  },
  {
    ...{ name: "dismissed", says: "A notice with Undo lies over the foot of the list.", of: "panel" },
    show: async (screen) => {
      await screen.openList();
      await screen.button("Action_dismiss", screen.card("Are you open on Saturday?")).click();
      await screen.button("Undo").waitFor();
    },
    after: (screen) => screen.button("Undo").click(),
  },
  { name: "block", says: "Before a number is blocked.", of: "page", show: ask("Jane Doe", "Action_block") },
  { name: "takeover", says: "Before a conversation is taken over.", of: "page", show: ask("Priya Nair", "Action_assign") },
  {
    ...{ name: "settings", says: "The agent's own settings.", of: "page" },
    show: async (screen) => {
      await screen.openList();
      await screen.button("Settings").click();
      await screen.page.getByRole("dialog").getByRole("switch").first().waitFor();
    },
  },
  {
    ...{ name: "search", says: "What was searched for.", of: "panel" },
    show: async (screen) => {
      await screen.openList();
      await screen.panel.getByRole("searchbox").fill("jane");
      await screen.panel.getByText("I can stay at home until five.").waitFor();
    },
  },
  {
    ...{ name: "nothing-found", says: "Nothing was found.", of: "panel" },
    show: async (screen) => {
      await screen.openList();
      await screen.panel.getByRole("searchbox").fill("zzzz");
      await screen.panel.getByRole("listitem").first().waitFor({ state: "detached" });
    },
  },
  {
    ...{ name: "waiting", says: "The tab of those who have waited too long.", of: "panel" },
    show: async (screen) => {
      await screen.openList();
      await screen.panel.getByRole("tab", { name: new RegExp(`^${screen.word("Filter_waiting")}`) }).click();
      await screen.card("Jane Doe").waitFor({ state: "detached" });
    },
    after: async (screen) => {
      await screen.panel.getByRole("tab").first().click();
      await screen.card("Jane Doe").waitFor();
    },
  },
];
