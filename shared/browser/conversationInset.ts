/**
 * How much of the window's end a conversation beside the page takes, from the control that shows it to the one that keeps off it. They are two bundles of one
 * window: it holds the number, and an event says that it has changed.
 */

const KEY = "MessageNotification.conversationInset";

/** Says how much a conversation takes: from the window's edge at its end to the conversation's inner edge (px); 0: there is none beside the page. */
export function tellConversationInset(page: Window, inset: number): void {
  Object.assign(page, { [KEY]: inset });
  page.dispatchEvent(new Event(KEY));
}

/** Hears it: `get` answers what was said last; `subscribe` returns the way to stop. */
export function watchConversationInset(page: Window) {
  return {
    get: () => Number((page as unknown as Record<string, unknown>)[KEY]) || 0,
    subscribe(listener: () => void) {
      page.addEventListener(KEY, listener);
      return (): void => page.removeEventListener(KEY, listener);
    },
  };
}
