/** What pane and control agree on: what the host form's column `page` holds (the host form's token, and which page the app shows), and how wide the pane is. */

/** The column's two parts. */
export interface HostPage {
  /** Names this host form: the name of the channel on which its script and its control meet. */
  readonly token: string;
  /** Which page the app shows; empty where the platform has not said. Only ever compared. */
  readonly page: string;
}

/** Width of the side pane that hosts the panel (px), as its maker asks for it. Where it was once selected for its form's sake it is one pixel wider. */
export const PANE_WIDTH = 400;

/** The column's length. */
const LENGTH = 400;

/** The column's text. */
export function writeHostPage({ token, page }: HostPage): string {
  return `${token}|${page}`.slice(0, LENGTH);
}

/** Null for a form that hosts nothing: its column is empty, or holds what no host form's script writes. */
export function readHostPage(text: string | null): HostPage | null {
  const [, token, page] = /^(\w+)\|(.*)$/.exec(text ?? "") ?? [];
  return token === undefined || page === undefined ? null : { token, page };
}

/** The id of the pane of conversations. A further one has this, `_` and its session's id. */
export const CONVERSATION_PANE = "msgn_Conversation";
