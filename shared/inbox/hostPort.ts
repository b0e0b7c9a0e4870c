/**
 * What the script of a host form and the control on it tell each other, besides the form's columns: only the script has `Xrm`, and on a
 * platform that disables the control its outputs do not arrive.
 */

/** What the control tells the script. */
export type ControlMessage =
  /** It is on the form. */
  | { readonly type: "linked" }
  /** It is on it no more: the form was closed, or the pane has left it. */
  | { readonly type: "unlinked" }
  /** What its outputs would say. A key that is missing has not changed; `unreadCount` is null while no right number is known. */
  | { readonly type: "values"; readonly unreadCount?: number | null; readonly panelOpen?: boolean }
  /** A conversation is to be opened: beside the page, in a pane that has this title, or (null) as a page. */
  | { readonly type: "open"; readonly request: number; readonly sessionId: string; readonly paneTitle: string | null };

/** What the script tells the control. */
export type ScriptMessage =
  /** The script asks the platform to open it. */
  | { readonly type: "opening"; readonly request: number }
  /** The platform's answer: false where the agent stays on a page with unsaved changes, null where the platform could not be asked. */
  | { readonly type: "opened"; readonly request: number; readonly isOpen: boolean | null };

/** One end of their channel. */
export interface HostEnd<Out, In> {
  /** Does nothing after `close`. */
  post(message: Out): void;
  /** Returns the way to stop listening. */
  listen(listener: (message: In) => void): () => void;
  close(): void;
}

/** The control's end. */
export type ControlEnd = HostEnd<ControlMessage, ScriptMessage>;
/** The script's end. */
export type ScriptEnd = HostEnd<ScriptMessage, ControlMessage>;
