/** A pane that left the host form gets it back. */
import { hostFormPage, PANE_ID } from "./pane";
import type { PlatformNow } from "./platform";

/** A platform on which that does not help is not asked for ever: so often in this time (ms). */
const MOST = 3;
const TIME = 600_000;

/**
 * Makes what shows the host form of a settings row in the pane again, where there is a pane.
 * @param report takes a bug, and what the platform throws where it cannot show the form
 */
export function createPutBack(platform: PlatformNow, report: (error: unknown) => void): (settingsId: string) => void {
  let times: readonly number[] = [];
  return (settingsId) => {
    const now = Date.now();
    times = times.filter((at) => now - at < TIME);
    const pane = platform()?.App?.sidePanes?.getPane(PANE_ID);
    if (!pane || times.length >= MOST) return;
    times = [...times, now];
    pane.navigate(hostFormPage(settingsId)).then(undefined, report);
  };
}
