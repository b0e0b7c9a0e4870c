/** The side panes that show conversations. */

/** The id of the pane of conversations. A further one has this, `_` and its session's id. */
export const CONVERSATION_PANE = "msgn_Conversation";
