/** A platform may mount a pane's page only when the pane is selected for the first time: then there would be no bubble until somebody opens it. */
import type { Presence } from "../shared/browser/presence";
import { isPaneOpen, PANE_ID, selectOnce, shownIn } from "./pane";
import type { PlatformNow } from "./platform";

/** How long the pane's host form may take to announce itself while the agent looks at the window (ms). */
const MOUNT_LIMIT = 10_000;
/** How long the pane stays selected at most, so that its form can load (ms). */
const SELECT_LIMIT = 5_000;

/** Selects the pane for a moment if its host form does not announce itself, and puts selection and state back. Each pane at most once. */
export async function mountPane(platform: PlatformNow, presence: Presence): Promise<void> {
  if (await presence.isThere(MOUNT_LIMIT)) return;
  const panes = platform()?.App?.sidePanes;
  const pane = panes?.getPane(PANE_ID);
  if (!panes || !pane || isPaneOpen(panes)) return;
  const before = shownIn(panes);
  if (!selectOnce(pane)) return;
  await presence.isThere(SELECT_LIMIT);
  before.putBack(panes);
}
