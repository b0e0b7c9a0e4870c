/** The app-wide side pane: made once, opened on the host form, and out of the way until somebody opens it. */
import * as AGENT_SETTING from "../shared/dataverse/names/agentSetting";
import { PANE_WIDTH } from "../shared/domain/hostPage";
import type { AppSidePane, AppSidePanes, RecordPage } from "./platform";

/** The pane's id: the lock against a second one, whatever window the script runs in. */
export const PANE_ID = "msgn_MessageNotification";
const HOST_FORM = "5b0a7c1e-3f64-4d0e-9a51-6d1f0c2e8a01";
const ICON = "WebResources/msgn_/icons/message.svg";
/** One pixel that nobody sees: the one thing of a pane that scripts of all frames can write and read, and that means nothing else. */
const WIDTH_ONCE_SELECTED = PANE_WIDTH + 1;

/**
 * What the pane shows. The table has one main form, so a platform that passes over `formId` shows the same.
 * @param settingsId the agent settings row that the host form shows
 */
export const hostFormPage = (settingsId: string): RecordPage => ({
  pageType: "entityrecord",
  entityName: AGENT_SETTING.table,
  entityId: settingsId,
  formId: HOST_FORM,
});

/**
 * Makes the pane unless it is there. It is created unselected, so that the page is not covered; a platform that selects it
 * all the same is put back as it was.
 * @param settingsId the agent settings row that the host form shows
 * @param onMade called when the pane is there, before its form is: a platform may not answer before it has mounted it
 * @throws what the platform throws where it cannot make the pane or show the form: then there is no pane
 */
export async function ensurePane(panes: AppSidePanes, title: string, settingsId: string, onMade: () => void): Promise<void> {
  const before = shownIn(panes);
  const pane = await createPane(panes, title);
  if (!pane) return;
  onMade();
  try {
    await pane.navigate(hostFormPage(settingsId));
  } catch (error) {
    // An empty pane would be taken for the real one, and never be filled.
    pane.close();
    throw error;
  }
  before.putBack(panes);
}

/** Null where the pane is there already, and is filled by whoever made it. */
async function createPane(panes: AppSidePanes, title: string): Promise<AppSidePane | null> {
  if (panes.getPane(PANE_ID)) return null;
  try {
    return await panes.createPane({
      paneId: PANE_ID,
      title,
      imageSrc: ICON,
      canClose: false,
      alwaysRender: true,
      keepBadgeOnSelect: true,
      isSelected: false,
      width: PANE_WIDTH,
    });
  } catch (error) {
    // The script of another frame was quicker: the platform refuses a second pane of this id.
    if (panes.getPane(PANE_ID)) return null;
    throw error;
  }
}

/** Selects the pane for its form's sake. Returns whether it did: once for each pane, whatever frame asks. */
export function selectOnce(pane: AppSidePane): boolean {
  if (pane.width === WIDTH_ONCE_SELECTED) return false;
  pane.width = WIDTH_ONCE_SELECTED;
  pane.select();
  return true;
}

/** What the panes show, to be shown again. */
export interface Shown {
  /** Only where our pane is open now: what another product, or the agent, has opened meanwhile stays. */
  putBack(panes: AppSidePanes): void;
}

/** Notes what the panes show now. */
export function shownIn(panes: AppSidePanes): Shown {
  const { state } = panes;
  const selected = panes.getSelectedPane();
  return {
    putBack(now) {
      if (!isPaneOpen(now)) return;
      if (selected && selected.paneId !== PANE_ID && now.getPane(selected.paneId)) selected.select();
      if (now.state !== state) now.state = state;
    },
  };
}

/** Whether the pane is what the agent sees. */
export function isPaneOpen(panes: AppSidePanes): boolean {
  return panes.state === 1 && panes.getSelectedPane()?.paneId === PANE_ID;
}

/** Shows or hides the pane; does nothing where it already is so, or is not there. Another product's pane is never hidden. */
export function showPane(panes: AppSidePanes, open: boolean): void {
  if (open === isPaneOpen(panes)) return;
  if (!open) panes.state = 0;
  else {
    panes.getPane(PANE_ID)?.select();
    panes.state = 1;
  }
}
