/** Conversations beside the page that the agent works on. */
import { CONVERSATION_PANE } from "../shared/domain/hostPage";
import type { openChannel } from "../shared/browser/channel";
import * as SESSION from "../shared/dataverse/names/session";
import type { AppSidePane, AppSidePanes } from "./platform";

const ICON = `WebResources/msgn_/icons/${SESSION.table}.svg`;
/** A text of the thread and the box to answer in fit in it (CSS px). */
const WIDTH = 440;

/** The panes of conversations of one window. */
export interface ConversationPanes {
  /** From now on it is known where something is written: in a card of the panel, too, before any conversation is opened. Called again, it does nothing. */
  listen(): void;
  /**
   * Shows a session's conversation: in the pane that shows it already, else in the pane of conversations, in place of the one that was there. Where something
   * is written in that one, it stays, and this one gets a pane of its own. The agent closes them.
   * @param title of a new pane
   * @throws what the platform throws where it cannot make the pane or show the form: then no empty pane is left
   */
  open(panes: AppSidePanes, sessionId: string, title: string): Promise<void>;
}

/** @param openOwn opens the user's: the conversations say on it in which of them something is written */
export function createConversationPanes(openOwn: () => Pick<ReturnType<typeof openChannel>, "listen">): ConversationPanes {
  /** What each pane of ours was given to show, by the pane's id; also of those that the agent has closed. */
  const shown = new Map<string, string>();
  const drafts = new Set<string>();
  let isListening = false;

  return {
    listen() {
      if (isListening) return;
      isListening = true;
      openOwn().listen((message) => {
        if (message.type !== "draft") return;
        if (message.hasDraft) drafts.add(message.sessionId);
        else drafts.delete(message.sessionId);
      });
    },

    async open(panes, sessionId, title) {
      for (const [paneId, session] of shown) {
        const pane = session === sessionId && panes.getPane(paneId);
        if (!pane) continue;
        show(panes, pane);
        return;
      }
      const first = panes.getPane(CONVERSATION_PANE);
      const isWrittenIn = first && drafts.has(shown.get(CONVERSATION_PANE) ?? "");
      const paneId = isWrittenIn ? `${CONVERSATION_PANE}_${sessionId}` : CONVERSATION_PANE;
      const old = panes.getPane(paneId);
      const pane = old ?? (await panes.createPane({ paneId, title, imageSrc: ICON, canClose: true, isSelected: true, width: WIDTH }));
      try {
        await pane.navigate({ pageType: "entityrecord", entityName: SESSION.table, entityId: sessionId });
      } catch (error) {
        if (!old) pane.close();
        throw error;
      }
      shown.set(paneId, sessionId);
      show(panes, pane);
    },
  };
}

function show(panes: AppSidePanes, pane: AppSidePane): void {
  pane.select();
  panes.state = 1;
}
