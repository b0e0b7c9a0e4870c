/**
 * The script of the host form, the only bridge between the control and `Xrm`: the control's outputs become the pane's badge and the
 * pane's opening, and the control is told when the page changed. Nothing on this form is ever saved.
 */
import { AGENT_SETTING } from "../shared/dataverse/names";
import { isPaneOpen, PANE_ID, showPane } from "./pane";
import { attempt } from "./platform";
import type { AppSidePanes, Platform, PlatformNow } from "./platform";

/** There is no event for "the page changed": the page's context is compared this often (ms). */
const LOOK_EVERY = 1_500;
/** When the form has thrown at so many looks in a row, it is taken for closed. */
const MOST_FAILURES = 5;
const AUTOSAVE = 70;

/**
 * Form OnLoad handler of the host form.
 * @param platform read anew whenever it is needed
 */
export function onHostFormLoad(form: Xrm.FormContext, platform: PlatformNow): void {
  hideHead(form);
  keepUnsaved(form);

  const unread = form.getAttribute<Xrm.Attributes.NumberAttribute>(AGENT_SETTING.unreadCount);
  const open = form.getAttribute<Xrm.Attributes.BooleanAttribute>(AGENT_SETTING.panelOpen);
  const page = form.getAttribute<Xrm.Attributes.StringAttribute>(AGENT_SETTING.page);
  const withPanes = (act: (panes: AppSidePanes) => void): void => {
    const panes = platform()?.App?.sidePanes;
    if (panes) act(panes);
  };
  unread?.addOnChange(() => withPanes((panes) => showBadge(panes, unread.getValue() ?? 0)));
  open?.addOnChange(() => withPanes((panes) => showPane(panes, open.getValue() === true)));

  let failures = 0;
  const look = (): void => {
    const panes = platform()?.App?.sidePanes;
    const isOpen = panes && isPaneOpen(panes);
    const here = pageOf(platform());
    // A form that was closed with its pane throws at every call, and nothing tells the script that it was closed.
    const isThere = attempt(() => {
      if (open && isOpen !== undefined && (open.getValue() ?? false) !== isOpen) open.setValue(isOpen);
      if (page && here !== "" && page.getValue() !== here) page.setValue(here);
      return true;
    });
    failures = isThere ? 0 : failures + 1;
    if (failures === MOST_FAILURES) clearInterval(timer);
  };
  const timer = setInterval(look, LOOK_EVERY);
  look();
}

/** The pane is to look like a panel, not like a form. Each call by itself: a platform that lacks one part may have the others. */
function hideHead(form: Xrm.FormContext): void {
  attempt(() => form.ui.headerSection.setBodyVisible(false));
  attempt(() => form.ui.headerSection.setCommandBarVisible(false));
  attempt(() => form.ui.headerSection.setTabNavigatorVisible(false));
}

/** No column is ever sent, an autosave is stopped, so that leaving never asks about unsaved changes. */
function keepUnsaved(form: Xrm.FormContext): void {
  form.data.entity.attributes.forEach((attribute) => attribute.setSubmitMode("never"));
  form.data.entity.addOnSave((save: Xrm.Events.SaveEventContext) => {
    const args = save.getEventArgs();
    if ((args.getSaveMode() as number) === AUTOSAVE) args.preventDefault();
  });
}

function showBadge(panes: AppSidePanes, count: number): void {
  const pane = panes.getPane(PANE_ID);
  if (pane) pane.badge = count > 0 && count;
}

/**
 * What tells one page from another, short enough for the column that carries it; empty where the platform does not say: between two pages
 * it may throw, on some kinds of page it has nothing to tell.
 */
function pageOf(platform: Platform | undefined): string {
  const input = attempt(() => platform?.Utility.getPageContext())?.input;
  if (!input) return "";
  const parts = [
    input["pageType"],
    input["entityName"],
    input["entityId"],
    input["viewId"],
    input["dashboardId"],
    input["name"],
    input["webresourceName"],
  ];
  return parts
    .map((part) => (typeof part === "string" ? part : ""))
    .join("|")
    .slice(0, 400);
}
