import * as CONTACT_NUMBER from "../shared/dataverse/names/contactNumber";
import * as MESSAGE from "../shared/dataverse/names/message";
import * as EVENT from "../shared/dataverse/names/sessionEvent";
import * as SESSION from "../shared/dataverse/names/session";
import * as VIEWS from "../shared/dataverse/viewIds";
import type { FigureName } from "./figures";

/** A list of the app: the rows of a table that a view has. */
export interface List {
  /** Logical name. */
  readonly table: string;
  readonly viewId: string;
}

const LISTS: Readonly<Record<FigureName, List>> = {
  waiting: { table: SESSION.table, viewId: VIEWS.UNANSWERED_VIEW },
  longest: { table: MESSAGE.table, viewId: VIEWS.UNREAD_MESSAGES_VIEW },
  accepted: { table: EVENT.table, viewId: VIEWS.ACCEPTED_TODAY_VIEW },
  takenOver: { table: EVENT.table, viewId: VIEWS.TAKEN_OVER_TODAY_VIEW },
  failed: { table: MESSAGE.table, viewId: VIEWS.FAILED_TODAY_VIEW },
  blocked: { table: CONTACT_NUMBER.table, viewId: VIEWS.BLOCKED_NUMBERS_VIEW },
  optedOut: { table: CONTACT_NUMBER.table, viewId: VIEWS.OPTED_OUT_NUMBERS_VIEW },
};

/** The list behind a figure. */
export function listOf(figure: FigureName): List {
  return LISTS[figure];
}
