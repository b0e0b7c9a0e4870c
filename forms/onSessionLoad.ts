/** The session's form: who opens a conversation of their own goes on there; one that is made by hand is filled in on the form's second tab, and gets its name. */
import { SESSION_STATUS } from "../shared/dataverse/names";
import * as SESSION from "../shared/dataverse/names/session";
import { guid } from "../shared/dataverse/values";
import { hideFrame } from "../launcher/quietForm";
import { isNew, unlock } from "./newRow";
import { checkNumber } from "./checkNumber";
import { nameSession } from "./nameSession";
import type { FormTools } from "./formTools";

/** The tab with the conversation, and the one with the session's columns. */
const TABS = { conversation: 0, details: 1 } as const;

/** Form OnLoad handler of the session's main form. */
export function onSessionLoad(form: Xrm.FormContext, tools: FormTools): void {
  fillTab(form);
  if (isNew(form)) {
    // Who writes to which number makes a session what it is: whoever makes one by hand sets both once; then they stay locked.
    unlock(form, [SESSION.contactNumber, SESSION.businessNumber]);
    checkNumber(form, SESSION.businessNumber, tools.languageId);
    nameSession(form, tools);
    showTab(form, "details");
    return;
  }
  // The agent sees the conversation beside their page, and nothing else of the form.
  if (tools.isInPane(guid(form.data.entity.getId()))) hideFrame(form);
  const owner = form.getAttribute<Xrm.Attributes.LookupAttribute>("ownerid")?.getValue()?.[0];
  const status = form.getAttribute<Xrm.Attributes.OptionSetAttribute>(SESSION.status)?.getValue();
  const isMine = owner !== undefined && guid(owner.id) === tools.userId;
  // The owner has come to work on it, mostly from the panel: they go on here, not at the next card.
  if (isMine && status === SESSION_STATUS.accepted) showTab(form, "conversation");
}

/** What the types do not know: https://learn.microsoft.com/power-apps/developer/model-driven-apps/clientapi/reference/formcontext-ui-tabs/setcontenttype */
interface TabWithContent {
  setContentType?(type: "singleComponent"): void;
}

/** The conversation has all of its tab. The schema of forms has no place for that, so the script says it. */
function fillTab(form: Xrm.FormContext): void {
  try {
    (form.ui.tabs.get(TABS.conversation) as TabWithContent | null)?.setContentType?.("singleComponent");
  } catch {
    // A conversation that has less space is still a conversation.
  }
}

function showTab(form: Xrm.FormContext, tab: keyof typeof TABS): void {
  try {
    form.ui.tabs.get(TABS[tab])?.setFocus();
  } catch {
    // A form that cannot take the focus is still open in front of its user.
  }
}
