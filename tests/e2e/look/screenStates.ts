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

/** Blocks an unknown number as a colleague does, or unblocks it. */
async function setBlocked(sandbox: Sandbox, isBlocked: boolean): Promise<void> {
  const query = "msgn_contactnumbers?$select=msgn_phonenumber&$filter=msgn_phonenumber eq '%2B15550102'";
  const [row] = (await sandbox.api("ben", "GET", query)).body["value"] as readonly Record<string, string>[];
  const change = isBlocked ? { statecode: 1, statuscode: 2 } : { statecode: 0, statuscode: 1 };
  await sandbox.api("ben", "PATCH", `msgn_contactnumbers(${row?.["msgn_contactnumberid"] ?? ""})`, change);
}

/** Values of the choice msgn_density. */
const [COMPACT, ROOMY] = [864_500_000, 864_500_001] as const;
async function setDensity(sandbox: Sandbox, density: number): Promise<void> {
  const [row] = (await sandbox.api("ana", "GET", "msgn_agentsettings")).body["value"] as readonly Record<string, string>[];
  await sandbox.api("ana", "PATCH", `msgn_agentsettings(${row?.["msgn_agentsettingid"] ?? ""})`, { msgn_density: density });
}

/** Opens one of the tabs, with this in it. */
const openTab = (filter: string, holds: string) => async (screen: Screen) => {
  await screen.openList();
  await screen.panel.getByRole("tab", { name: new RegExp(`^${screen.word(filter)}`) }).click();
  await screen.panel.getByText(holds).first().waitFor();
};

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
  {
    ...{ name: "peek", says: "A card's unread texts, opened in its place.", of: "panel" },
    show: async (screen) => {
      await screen.openList();
      await screen.card("Jane Doe").locator("summary").click();
      await screen.card("Jane Doe").getByText("Order 48213").waitFor();
    },
  },
  {
    ...{ name: "keys", says: "The sheet of keys.", of: "page" },
    show: async (screen) => {
      await screen.openList();
      await screen.panel.getByRole("listitem").first().focus();
      await screen.page.keyboard.press("?");
      await screen.page.getByText(screen.word("KeysTitle")).waitFor();
    },
  },
  {
    ...{ name: "roomy", says: "Roomy cards, as an agent can choose.", of: "panel", before: (sandbox) => setDensity(sandbox, ROOMY) },
    show: (screen) => screen.openList(),
    after: ({ sandbox }) => setDensity(sandbox, COMPACT),
  },
  { name: "dismissed-tab", says: "What the agent has dismissed.", of: "panel", show: openTab("Filter_dismissed", "Sofia Lindgren") },
  {
    name: "blocked-tab",
    says: "Blocked numbers, for those who may unblock them.",
    of: "panel",
    show: openTab("Filter_blocked", "+15550108"),
  },
  {
    ...{ name: "still", says: "Somebody is at the list: what is new waits, what a colleague blocked keeps its place.", of: "panel" },
    before: (sandbox) => setRefresh(sandbox, 5),
    show: async (screen) => {
      await screen.openList();
      await screen.card("Jane Doe").hover();
      await screen.sandbox.sms("+15550177", "Is my order ready?", "Nora Lind");
      await setBlocked(screen.sandbox, true);
      await screen.button("Action_block", screen.card("+15550102")).waitFor({ state: "detached", timeout: 30_000 });
      await screen.panel.locator("[data-press=news] button").waitFor();
      // Who it was is asked a moment later.
      await screen.page.waitForTimeout(2_000);
    },
    after: async ({ sandbox }) => {
      await setBlocked(sandbox, false);
      await setRefresh(sandbox, 60);
    },
  },
];
