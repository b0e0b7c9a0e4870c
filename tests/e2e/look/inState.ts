import type { Browser } from "playwright-core";
import type { Agent, Sandbox } from "../sandbox";
import { openScreen } from "./screen";
import type { Screen, ScreenKind } from "./screen";
import { screenStates } from "./screenStates";
import type { ScreenState } from "./screenStates";

/** What screens are opened with: the sandbox with the demonstration's sessions, the one without, and the browser. */
export interface Stage {
  readonly full: Sandbox;
  readonly empty: Sandbox;
  readonly browser: Browser;
}

/** Brings a screen into a state, looks, and puts everything back. */
export async function inState<Seen>(
  { full, empty, browser }: Stage,
  state: ScreenState,
  kind: ScreenKind,
  look: (screen: Screen) => Promise<Seen>,
): Promise<Seen> {
  const sandbox = state.isEmpty ? empty : full;
  await forgetSettings(sandbox, state.agent ?? "ana");
  await state.before?.(sandbox);
  const screen = await openScreen(browser, sandbox, state.agent ?? "ana", kind);
  try {
    await state.show(screen);
    return await look(screen);
  } finally {
    await sandbox.clearFaults();
    await screen.page.context().setOffline(false);
    await state.after?.(screen);
    await screen.close();
  }
}

/** A state by its name. @throws Error for one that is not there */
export function stateNamed(name: string): ScreenState {
  const found = screenStates.find((state) => state.name === name);
  if (!found) throw new Error(`There is no state "${name}".`);
  return found;
}

/** What an earlier state has chosen: filter, order, how cards are drawn. */
async function forgetSettings(sandbox: Sandbox, agent: Agent): Promise<void> {
  const rows = (await sandbox.api(agent, "GET", "msgn_agentsettings?$select=msgn_name")).body["value"] as readonly Record<string, string>[];
  for (const row of rows) {
    const forgotten = { msgn_listfilter: null, msgn_listorder: null, msgn_density: null };
    await sandbox.api(agent, "PATCH", `msgn_agentsettings(${row["msgn_agentsettingid"] ?? ""})`, forgotten);
  }
}
