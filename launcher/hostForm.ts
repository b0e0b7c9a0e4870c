/**
 * The script of the host form, the only bridge between the control and `Xrm`: the control's outputs become the pane's badge and the
 * pane's opening, conversations are opened, and the control is told when the page changed. Nothing on this form is ever saved.
 */
import * as AGENT_SETTING from "../shared/dataverse/names/agentSetting";
import * as SESSION from "../shared/dataverse/names/session";
import { guid } from "../shared/dataverse/values";
import type { ControlMessage, ScriptEnd } from "../shared/browser/hostChannel";
import type { Presence } from "../shared/browser/presence";
import { writeHostPage } from "../shared/domain/hostPage";
import { appPage } from "./appPage";
import type { ConversationPanes } from "./conversationPanes";
import { isPaneOpen, PANE_ID, showPane } from "./pane";
import { attempt } from "./platform";
import type { AppSidePanes, PlatformNow } from "./platform";
import { hideFrame, keepUnsaved } from "./quietForm";

/**
 * There is no event for "the page changed", nor for "another pane was opened": the page's context and the panes are looked at this often (ms).
 * Until then a press of the bubble means the opposite of what the agent sees.
 */
const LOOK_EVERY = 300;
/** When a form that has answered throws at so many looks in a row, it is taken for closed. */
const MOST_FAILURES = 10;
/** A control that left may come back: a platform may build it anew on the same form (ms). */
const COME_BACK = 2_000;
/** How long another host form may take to say that it is there (ms). */
const ANSWER_LIMIT = 1_000;

/** What the script works with. */
export interface HostFormTools {
  /** Read anew whenever it is needed. */
  readonly platform: PlatformNow;
  readonly presence: Presence;
  /** Null where the browser has no channel: then the form's columns are all there is. */
  readonly openScriptEnd: (token: string) => ScriptEnd | null;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** The pane shows no host form any more, of this row or any other. */
  readonly putBack: (settingsId: string) => void;
  readonly conversations: ConversationPanes;
}

/** Form OnLoad handler of the host form. A new row, which somebody makes by hand, hosts nothing. */
export function onHostFormLoad(
  form: Xrm.FormContext,
  { platform, presence, openScriptEnd, random, putBack, conversations }: HostFormTools,
): void {
  keepUnsaved(form);
  conversations.listen();
  const rowId = attempt(() => guid(form.data.entity.getId()));
  if (rowId === undefined) return;
  const settingsId = rowId;

  const token = random().toString(36).slice(2);
  const unread = form.getAttribute<Xrm.Attributes.NumberAttribute>(AGENT_SETTING.unreadCount);
  const open = form.getAttribute<Xrm.Attributes.BooleanAttribute>(AGENT_SETTING.panelOpen);
  const page = form.getAttribute<Xrm.Attributes.StringAttribute>(AGENT_SETTING.page);
  let here = "";
  let hasAnswered = false;
  let failures = 0;
  let isLeaving = false;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const panesNow = () => platform()?.App?.sidePanes;
  const withPanes = (act: (panes: AppSidePanes) => void): void => {
    const panes = panesNow();
    if (panes) act(panes);
  };
  const showUnread = (count: number | null) => withPanes((panes) => showBadge(panes, count ?? 0));
  const showPanel = (isOpen: boolean) => withPanes((panes) => showPane(panes, isOpen));

  const look = (): void => {
    here = appPage(platform()) || here;
    const isOpen = attempt(() => {
      const panes = panesNow();
      return panes && isPaneOpen(panes);
    });
    // A form that was closed throws at every call. Without a channel to its control nothing else says that it was closed.
    const isThere = attempt(() => {
      const text = writeHostPage({ token, page: here });
      if (page?.getValue() !== text) page?.setValue(text);
      if (isOpen !== undefined && (open?.getValue() ?? false) !== isOpen) open?.setValue(isOpen);
      return true;
    });
    hasAnswered ||= isThere === true;
    failures = isThere ? 0 : failures + 1;
    if (hasAnswered && failures === MOST_FAILURES) void leaveForm();
  };

  const onMessage = (message: ControlMessage): void => {
    switch (message.type) {
      case "linked":
        clearTimeout(leaving);
        leaving = undefined;
        return;
      case "unlinked":
        clearTimeout(leaving);
        leaving = setTimeout(() => void leaveForm(), COME_BACK);
        return;
      case "values":
        if (message.unreadCount !== undefined) showUnread(message.unreadCount);
        if (message.panelOpen !== undefined) showPanel(message.panelOpen);
        // At once: the control takes a column's value for news only where it has seen the one before.
        look();
        return;
      case "open":
        openConversation(message.request, message.sessionId, message.paneTitle);
        return;
    }
  };

  function openConversation(request: number, sessionId: string, paneTitle: string | null): void {
    // Before the call, which may take longer than the control waits for a word.
    channel?.post({ type: "opening", request });
    const answer = (isOpen: boolean | null) => channel?.post({ type: "opened", request, isOpen });
    const panes = paneTitle === null ? undefined : panesNow();
    if (!panes || paneTitle === null) {
      openPage(sessionId, answer);
      return;
    }
    // Where the platform cannot make a pane of it, the conversation is a page.
    conversations.open(panes, sessionId, paneTitle).then(
      () => {
        // The panel is not what the agent sees any more: the next press of the bubble opens it.
        look();
        answer(true);
      },
      () => openPage(sessionId, answer),
    );
  }

  function openPage(sessionId: string, answer: (isOpen: boolean | null) => void): void {
    const opening = attempt(() => platform()?.Navigation?.openForm({ entityName: SESSION.table, entityId: sessionId }));
    if (!opening) {
      answer(null);
      return;
    }
    // The platform rejects where the agent stays on a page with unsaved changes.
    opening.then(
      () => answer(true),
      () => answer(false),
    );
  }

  /** This form is gone, unless its control comes back while that is found out. */
  async function leaveForm(): Promise<void> {
    if (isLeaving) return;
    isLeaving = true;
    const was = leaving;
    endPresence();
    await presence.whenVisible();
    const isReplaced = await presence.isThere(ANSWER_LIMIT);
    if (was !== leaving) {
      endPresence = presence.announce();
      isLeaving = false;
      return;
    }
    clearInterval(timer);
    channel?.close();
    if (!isReplaced) putBack(settingsId);
  }

  const channel = openScriptEnd(token);
  const timer = setInterval(look, LOOK_EVERY);
  look();
  channel?.listen(onMessage);
  let endPresence = presence.announce();
  unread?.addOnChange(() => showUnread(unread.getValue()));
  open?.addOnChange(() => showPanel(open.getValue() === true));
  hideFrame(form);
}

function showBadge(panes: AppSidePanes, count: number): void {
  const pane = panes.getPane(PANE_ID);
  if (pane) pane.badge = count > 0 && count;
}
