/** What the states of a screen begin with: a loaded app, its panel open. States with the same start can be looked at one after the other. */
import type { Sandbox } from "../sandbox";
import type { Screen } from "./screen";

/** One start. */
export interface Start {
  /** Nobody has written yet: the sandbox without the demonstration's sessions. */
  readonly isEmpty?: true;
  /** What is prepared before the app is loaded. Faults are cleared afterwards. */
  readonly prepare?: (sandbox: Sandbox) => Promise<unknown>;
  /** Opens the panel of the app that has just been loaded. */
  readonly arrive: (screen: Screen) => Promise<unknown>;
  /** Puts back what was prepared. */
  readonly restore?: (sandbox: Sandbox) => Promise<unknown>;
}

/** The requests for the list. */
const LIST = "msgn_messages?fetchXml";
const CONFIGURATION = "msgn_configurations(msgn_name='Default')";
/** How often the list is read, and the least (s). */
const [USUAL, OFTEN] = [60, 5] as const;
/** Values of the choice msgn_density. */
const [COMPACT, ROOMY] = [864_500_000, 864_500_001] as const;

const setRefresh = (seconds: number) => (sandbox: Sandbox) => sandbox.api("mia", "PATCH", CONFIGURATION, { msgn_refreshseconds: seconds });
const answerBadly = (sandbox: Sandbox) => sandbox.fault({ path: LIST, status: 503, times: 1000 });

const setDensity = (density: number) => async (sandbox: Sandbox) => {
  const [row] = (await sandbox.api("ana", "GET", "msgn_agentsettings")).body["value"] as readonly Record<string, string>[];
  // The app makes the agent's row when it is loaded for the first time.
  const [method, path] = row
    ? (["PATCH", `msgn_agentsettings(${row["msgn_agentsettingid"] ?? ""})`] as const)
    : (["POST", "msgn_agentsettings"] as const);
  const { status } = await sandbox.api("ana", method, path, { ...(row ? {} : { msgn_name: "Ana Ruiz" }), msgn_density: density });
  if (status !== 204) throw new Error(`The density of cards could not be set: ${status}.`);
};

const openList = (screen: Screen) => screen.openList();

/** An ordinary morning. */
export const usual: Start = { arrive: openList };
/** The list is read every few seconds. */
export const often: Start = { prepare: setRefresh(OFTEN), arrive: openList, restore: setRefresh(USUAL) };
/** Roomy cards. */
export const roomy: Start = { prepare: setDensity(ROOMY), arrive: openList, restore: setDensity(COMPACT) };

/** Nobody has written. */
export const empty: Start = {
  isEmpty: true,
  async arrive({ bubble, panel, word }) {
    await bubble.click();
    await panel.getByText(word("EmptyTitle")).waitFor();
  },
};

/** The first list is on its way, for longer than anybody looks. */
export const slow: Start = {
  prepare: (sandbox) => sandbox.fault({ path: LIST, delayMs: 20_000, times: 10 }),
  async arrive({ openPane, panel, word }) {
    await openPane();
    await panel.getByRole("status", { name: word("Loading") }).waitFor();
  },
};

/** The first list cannot be read. */
export const failing: Start = {
  prepare: answerBadly,
  async arrive(screen) {
    await screen.bubble.locator("[data-freshness=unknown]").waitFor();
    await screen.bubble.click();
    await screen.button("Retry").waitFor();
  },
};

/** The list could be read once, and cannot any more. */
export const failedLater: Start = {
  prepare: setRefresh(OFTEN),
  async arrive(screen) {
    await screen.openList();
    await answerBadly(screen.sandbox);
    await screen.page.getByRole("navigation").getByRole("link").nth(1).click();
    await screen.button("Retry").waitFor();
  },
  restore: setRefresh(USUAL),
};

/** The browser has lost its network. */
export const offline: Start = {
  async arrive(screen) {
    await screen.openList();
    await screen.page.context().setOffline(true);
    await screen.panel.getByText(screen.word("Problem_offline")).waitFor();
  },
};
