/**
 * The script of the host form, the only bridge between the control and `Xrm`: the control's outputs become the pane's badge and the
 * pane's opening, and the control is told when the page changed. Nothing on this form is ever saved.
 */
import { isPaneOpen, PANE_ID, showPane } from "./pane";
import { platform } from "./platform";
import type { AppSidePanes } from "./platform";

/** The columns that carry values between script and control. */
const COLUMNS = { unread: "msgn_unreadcount", open: "msgn_panelopen", page: "msgn_page" } as const;
/** There is no event for "the page changed": the page's context is compared this often (ms). */
const LOOK_EVERY = 1_500;
/** So many looks in a row that fail, and the form is taken for closed. */
const MOST_FAILURES = 5;
const AUTOSAVE = 70;

/** Form OnLoad handler of the host form. */
export function onLoad(event: Xrm.Events.EventContext): void {
  const form = event.getFormContext();
  form.ui.headerSection.setBodyVisible(false);
  form.ui.headerSection.setCommandBarVisible(false);
  form.ui.headerSection.setTabNavigatorVisible(false);
  keepUnsaved(form);

  const unread = form.getAttribute<Xrm.Attributes.NumberAttribute>(COLUMNS.unread);
  const open = form.getAttribute<Xrm.Attributes.BooleanAttribute>(COLUMNS.open);
  const page = form.getAttribute<Xrm.Attributes.StringAttribute>(COLUMNS.page);
  unread?.addOnChange(() => showBadge(unread.getValue() ?? 0));
  open?.addOnChange(() => withPanes((panes) => showPane(panes, open.getValue() === true)));

  const look = () => {
    withPanes((panes) => {
      const isOpen = isPaneOpen(panes);
      if (open && (open.getValue() ?? false) !== isOpen) open.setValue(isOpen);
    });
    const here = currentPage();
    if (page && here !== "" && page.getValue() !== here) page.setValue(here);
  };
  let failures = 0;
  // Between two pages the platform may not know where it is: the next look tells. The form may be closed with its pane, too, and a timer that
  // outlives it would fail at every tick.
  const tryToLook = () => {
    try {
      look();
      failures = 0;
    } catch {
      failures += 1;
      if (failures === MOST_FAILURES) clearInterval(timer);
    }
  };
  const timer = setInterval(tryToLook, LOOK_EVERY);
  tryToLook();
}

/** No column is ever sent, an autosave is stopped, so that leaving never asks about unsaved changes. */
function keepUnsaved(form: Xrm.FormContext): void {
  form.data.entity.attributes.forEach((attribute) => attribute.setSubmitMode("never"));
  form.data.entity.addOnSave((save: Xrm.Events.SaveEventContext) => {
    const args = save.getEventArgs();
    if ((args.getSaveMode() as number) === AUTOSAVE) args.preventDefault();
  });
}

function showBadge(count: number): void {
  withPanes((panes) => {
    const pane = panes.getPane(PANE_ID);
    if (pane) pane.badge = count > 0 && count;
  });
}

/** What tells one page from another, short enough for the column that carries it. */
function currentPage(): string {
  const input = platform()?.Utility.getPageContext().input;
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

function withPanes(use: (panes: AppSidePanes) => void): void {
  const panes = platform()?.App?.sidePanes;
  if (panes) use(panes);
}
