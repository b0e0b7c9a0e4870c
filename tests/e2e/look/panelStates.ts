/** The states of the panel's content: what list is there, and what of it is to be seen. */
import type { Sandbox } from "../sandbox";
import { forgetNewcomer, NEWCOMER } from "./newcomer";
import type { Screen } from "./screen";
import { nothing } from "./screenState";
import type { ScreenState } from "./screenState";
import * as starts from "./starts";

/** The panel after an agent has done something in the ordinary list, and how that is undone. */
const inList = (
  name: string,
  says: string,
  show: (screen: Screen) => Promise<unknown>,
  leave: (screen: Screen) => Promise<unknown>,
): ScreenState => ({ name, says, of: "panel", start: starts.usual, show, leave });

/** The panel as a start leaves it. */
const asBegun = (name: string, says: string, start: starts.Start, of: ScreenState["of"] = "panel"): ScreenState => ({
  ...{ name, says, of, start },
  show: nothing,
  leave: nothing,
});

/** One of the tabs, with this in it. */
const tab = (name: string, says: string, filter: string, holds: string): ScreenState =>
  inList(
    name,
    says,
    async (screen) => {
      await screen.panel.getByRole("tab", { name: new RegExp(`^${screen.word(filter)}`) }).click();
      await screen.panel.getByText(holds).first().waitFor();
      await screen.card("Jane Doe").waitFor({ state: "detached" });
    },
    ({ panel }) => panel.getByRole("tab").first().click(),
  );

/** What was searched for, until this is to be seen. */
const search = (name: string, says: string, words: string, until: (screen: Screen) => Promise<unknown>): ScreenState =>
  inList(
    name,
    says,
    async (screen) => {
      await screen.panel.getByRole("searchbox").fill(words);
      await until(screen);
    },
    ({ panel }) => panel.getByRole("searchbox").fill(""),
  );

/** Blocks an unknown number as a colleague does, or unblocks it. */
async function setBlocked(sandbox: Sandbox, isBlocked: boolean): Promise<void> {
  const me = (await sandbox.api("ben", "GET", "WhoAmI()")).body["UserId"] as string;
  const query = "msgn_contactnumbers?$select=msgn_phonenumber&$filter=msgn_phonenumber eq '%2B15550102'";
  const [row] = (await sandbox.api("ben", "GET", query)).body["value"] as readonly Record<string, string>[];
  const change = isBlocked
    ? { statecode: 1, statuscode: 2, msgn_blockedon: new Date().toISOString(), "msgn_blockedby@odata.bind": `/systemusers(${me})` }
    : { statecode: 0, statuscode: 1, msgn_blockedon: null, "msgn_blockedby@odata.bind": null };
  const { status } = await sandbox.api("ben", "PATCH", `msgn_contactnumbers(${row?.["msgn_contactnumberid"] ?? ""})`, change);
  if (status !== 204) throw new Error(`The number could not be blocked or unblocked: ${status}.`);
}

export const panelStates: readonly ScreenState[] = [
  asBegun("list", "The panel beside the page.", starts.usual, "page"),
  asBegun("loading", "The first list is on its way.", starts.slow),
  asBegun("empty", "Nobody waits.", starts.empty),
  asBegun("failed", "The first list could not be read.", starts.failing),
  asBegun("stale", "The last refresh failed: the list is kept, and says since when.", starts.failedLater),
  asBegun("offline", "The browser is offline.", starts.offline),
  asBegun("roomy", "Roomy cards, as an agent can choose.", starts.roomy),
  search("search", "What was searched for.", "jane", ({ panel }) => panel.getByText("I can stay at home until five.").waitFor()),
  search("nothing-found", "Nothing was found.", "zzzz", ({ panel }) => panel.getByRole("listitem").first().waitFor({ state: "detached" })),
  tab("waiting", "The tab of those who have waited too long.", "Filter_waiting", "Priya Nair"),
  tab("dismissed-tab", "What the agent has dismissed.", "Filter_dismissed", "Sofia Lindgren"),
  tab("blocked-tab", "Blocked numbers, for those who may unblock them.", "Filter_blocked", "+15550108"),
  inList(
    "peek",
    "A card's unread texts, opened in its place.",
    async ({ card }) => {
      await card("Jane Doe").locator("summary").click();
      await card("Jane Doe").getByText("Order 48213").waitFor();
    },
    ({ card }) => card("Jane Doe").locator("summary").click(),
  ),
  inList(
    "answering",
    "The box to answer in, open in a card.",
    async ({ card }) => {
      await card("Tomás Herrera")
        .getByRole("button", { name: /^Answer/ })
        .click();
      await card("Tomás Herrera").getByRole("textbox", { name: "Reply" }).fill("A technician comes at three.");
      await card("Tomás Herrera").locator("[data-text]").first().waitFor();
    },
    async ({ card }) => {
      const box = card("Tomás Herrera").getByRole("textbox", { name: "Reply" });
      await box.fill("");
      await box.press("Escape");
    },
  ),
  {
    ...{ name: "still", says: "Somebody is at the list: what is new waits, what a colleague blocked keeps its place." },
    ...{ of: "panel", start: { ...starts.often, restore: restoreStill } },
    async show(screen) {
      await screen.card("Jane Doe").hover();
      await screen.sandbox.sms(NEWCOMER.number, "Is my order ready?", NEWCOMER.name);
      await setBlocked(screen.sandbox, true);
      await screen.panel.locator("[data-press=news] button").waitFor({ timeout: 30_000 });
      await screen.panel.getByText("Ben Okafor").first().waitFor();
      await screen.card("+15550102").getByText("Ben Okafor").waitFor({ timeout: 30_000 });
    },
  },
];

async function restoreStill(sandbox: Sandbox): Promise<void> {
  await setBlocked(sandbox, false);
  await forgetNewcomer(sandbox);
  await starts.often.restore?.(sandbox);
}
