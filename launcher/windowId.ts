/**
 * Which window this is: the scripts of one window may run in several frames with globals of their own, and know each other by this. The
 * session storage is the window's alone, and all its frames share it; a duplicated window begins with a copy, so the id is made anew
 * whenever the pane is made.
 */
const KEY = "msgn_MessageNotification:window";

/** The window's id; empty where there is none yet, or where this frame may not use the storage. */
export function windowId(): string {
  try {
    return window.sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Gives the window another id. */
export function renewWindowId(): void {
  try {
    window.sessionStorage.setItem(KEY, Math.random().toString(36).slice(2));
  } catch {
    // Then all windows of the browser are taken for one: a pane that is not mounted may go unnoticed.
  }
}
