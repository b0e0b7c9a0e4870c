/** Goes from state to state, and loads the app anew only where it must. */
import type { Browser } from "playwright-core";
import type { Sandbox } from "../sandbox";
import { openScreen } from "./screen";
import type { Screen, ScreenKind } from "./screen";
import { readScreen } from "./screenTree";
import type { ScreenState } from "./screenState";
import { settleTimes } from "./settleTimes";
import type { Start } from "./starts";

/** What screens are opened with: the sandbox with the demonstration's sessions, the one without, and the browser. */
export interface Stage {
  readonly full: Sandbox;
  readonly empty: Sandbox;
  readonly browser: Browser;
}

/** A walk through states. */
export interface Tour {
  /** Brings a screen into a state, looks, and leaves the state. @throws what `look` throws, or where the state is not reached */
  visit<Seen>(state: ScreenState, kind: ScreenKind, look: (screen: Screen) => Promise<Seen>): Promise<Seen>;
  /** Puts everything back. A later visit begins with a new load. */
  end(): Promise<void>;
}

/** A screen shows its times as they were at first for so long (ms): what is seen later is not looked at … */
const SAME_TIMES = 55_000;
/** … and a state is begun on it only while that leaves time enough (ms). */
const FRESH = 35_000;
/** So often a state is gone to until it is reached in time: a machine that is busy needs longer. */
const TRIES = 3;
/** How long it may take until a state that was left is gone (ms). */
const UNTIL_LEFT = 3_000;

interface Opened {
  readonly screen: Screen;
  readonly start: Start;
  readonly kind: string;
  readonly at: number;
  /** What is there to be found at the start. */
  readonly tree: string;
}

/** Makes a tour; `end` is to be called. */
export function createTour({ full, empty, browser }: Stage): Tour {
  let opened: Opened | null = null;

  async function open(start: Start, kind: ScreenKind): Promise<Opened> {
    const sandbox = start.isEmpty ? empty : full;
    await forgetSettings(sandbox);
    const at = Date.now();
    if (!start.isEmpty) await settleTimes(sandbox);
    await start.prepare?.(sandbox);
    const screen = await openScreen(browser, sandbox, "ana", kind);
    opened = { screen, start, kind: JSON.stringify(kind), at, tree: "" };
    await start.arrive(screen);
    await screen.rest();
    opened = { ...opened, tree: await readScreen(screen) };
    return opened;
  }

  async function end(): Promise<void> {
    if (!opened) return;
    const { screen, start } = opened;
    opened = null;
    await screen.sandbox.clearFaults();
    await screen.close();
    await start.restore?.(screen.sandbox);
  }

  /** Whether the screen is as it was before the state. */
  async function leave({ screen, tree }: Opened, state: ScreenState): Promise<boolean> {
    if (!state.leave) return false;
    await state.leave(screen);
    await screen.rest();
    for (const deadline = Date.now() + UNTIL_LEFT; Date.now() < deadline;) {
      // A row that the browser still takes for pointed at would be drawn as such in the pictures that follow.
      const isPointedAt = (await screen.panel.locator("[role=listitem]:hover").count()) > 0;
      if (!isPointedAt && (await readScreen(screen)) === tree) return true;
      await screen.page.waitForTimeout(50);
    }
    process.stdout.write(`What "${state.name}" has changed stays: the next state loads the app anew.\n`);
    return false;
  }

  return {
    end,
    async visit(state, kind, look) {
      for (let left = TRIES; ; left -= 1) {
        const isUsable = opened?.start === state.start && opened.kind === JSON.stringify(kind) && Date.now() - opened.at < FRESH;
        if (!isUsable) await end();
        try {
          const at = opened ?? (await open(state.start, kind));
          await state.show(at.screen);
          const seen = await look(at.screen);
          const isInTime = Date.now() - at.at < SAME_TIMES;
          if (!isInTime || !(await leave(at, state))) await end();
          if (isInTime) return seen;
        } catch (error) {
          await end();
          throw error;
        }
        if (left === 1)
          throw new Error(`The state "${state.name}" was not reached within ${SAME_TIMES / 1000} seconds: this machine is too busy.`);
      }
    },
  };
}

/** What an earlier state has chosen: filter, order, how cards are drawn. */
async function forgetSettings(sandbox: Sandbox): Promise<void> {
  const rows = (await sandbox.api("ana", "GET", "msgn_agentsettings?$select=msgn_name")).body["value"] as readonly Record<string, string>[];
  for (const row of rows) {
    const forgotten = { msgn_listfilter: null, msgn_listorder: null, msgn_density: null };
    await sandbox.api("ana", "PATCH", `msgn_agentsettings(${row["msgn_agentsettingid"] ?? ""})`, forgotten);
  }
}
