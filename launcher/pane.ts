/** The app-wide side pane: made once, opened on the host form, then collapsed. */
import type { AppSidePane, AppSidePanes } from "./platform";

/** The pane's id: the lock against a second one, whatever window the script runs in. */
export const PANE_ID = "msgn_MessageNotification";
const HOST_FORM = "5b0a7c1e-3f64-4d0e-9a51-6d1f0c2e8a01";
const ICON = "WebResources/msgn_/icons/message.svg";
const WIDTH = 400;

/**
 * Makes the pane unless it is there. It is created unselected, so that the page is not covered; a platform that selects it
 * all the same is put back as it was.
 * @param settingsId the agent settings row that the host form shows
 */
export async function ensurePane(panes: AppSidePanes, title: string, settingsId: string): Promise<AppSidePane> {
  const existing = panes.getPane(PANE_ID);
  if (existing) return existing;
  const wasExpanded = panes.state === 1;
  const pane = await panes.createPane({
    paneId: PANE_ID,
    title,
    imageSrc: ICON,
    canClose: false,
    alwaysRender: true,
    keepBadgeOnSelect: true,
    isSelected: false,
    width: WIDTH,
  });
  try {
    await pane.navigate({ pageType: "entityrecord", entityName: "msgn_agentsetting", entityId: settingsId, formId: HOST_FORM });
  } catch (error) {
    // An empty pane would be taken for the real one, and never be filled.
    pane.close();
    throw error;
  }
  if (!wasExpanded) panes.state = 0;
  return pane;
}

/** Whether the pane is what the agent sees. */
export function isPaneOpen(panes: AppSidePanes): boolean {
  return panes.state === 1 && panes.getSelectedPane()?.paneId === PANE_ID;
}

/** Shows or hides the pane; does nothing where it already is so, or is not there. */
export function showPane(panes: AppSidePanes, open: boolean): void {
  if (open === isPaneOpen(panes)) return;
  if (open) {
    panes.getPane(PANE_ID)?.select();
    panes.state = 1;
  } else panes.state = 0;
}
