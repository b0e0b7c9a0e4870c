/** Whether a conversation's form is beside the page, or is the page. */
import { attempt } from "../launcher/platform";
import type { Platform } from "../launcher/platform";
import { CONVERSATION_PANE } from "../shared/domain/hostPage";
import { isGuid } from "../shared/dataverse/values";

/**
 * A form cannot ask where it is. It is taken to be in a pane where a pane of conversations is open and the page is not this row's. Where the platform says
 * nothing of the page, the open pane decides. Where it is wrong, a page lacks its tabs until it is loaded again, or a pane has them: nothing is lost.
 * @param rowId the form's own, lower case without braces
 */
export function isInConversationPane(xrm: Platform | undefined, rowId: string): boolean {
  const panes = attempt(() => xrm?.App?.sidePanes);
  const selected = attempt(() => (panes?.state === 1 ? panes.getSelectedPane()?.paneId : undefined)) ?? "";
  if (!selected.startsWith(CONVERSATION_PANE)) return false;
  const page = attempt(() => xrm?.Utility.getPageContext())?.input?.["entityId"];
  return bare(page) !== rowId;
}

function bare(id: unknown): string {
  const text = typeof id === "string" ? id.replace(/[{}]/g, "") : "";
  return isGuid(text) ? text.toLowerCase() : "";
}
