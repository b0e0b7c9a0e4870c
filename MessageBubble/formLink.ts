/** What the form and the inbox tell each other, both only when something changed. */
import type { Inbox } from "../shared/state/snapshot";
import type { ControlValues, FormValues } from "./manifest";

/** The link of one control. */
export interface FormLink {
  /** The form's values, whenever the platform gives them. */
  receive(values: FormValues): void;
  /** What the form is to know; null where it may not be told. */
  values(): ControlValues | null;
  destroy(): void;
}

/**
 * Links a form with the inbox. `notify` asks the platform to fetch the values. Only the host form is told: its script keeps the columns
 * from being saved, on any other form a new message would make the agent's record an unsaved one.
 */
export function createFormLink(inbox: Inbox, notify: () => void): FormLink {
  let form: FormValues = { page: null, panelOpen: null, isEditable: false };
  let told: ControlValues | null = null;

  function values(): ControlValues | null {
    if (form.page === null || !form.isEditable) return null;
    const { unread, panelOpen } = inbox.getSnapshot();
    return { unreadCount: unread, panelOpen };
  }

  function tell(): void {
    const now = values();
    if (!now || (told?.unreadCount === now.unreadCount && told.panelOpen === now.panelOpen)) return;
    told = now;
    notify();
  }

  const unsubscribe = inbox.subscribe(tell);
  return {
    receive(next) {
      const before = form;
      form = next;
      if (before.page !== null && next.page !== null && before.page !== next.page) inbox.navigated();
      // The platform repeats old values with every other change: only a new value is somebody's wish.
      if (next.panelOpen !== null && next.panelOpen !== before.panelOpen && next.page !== null) {
        told = told && { ...told, panelOpen: next.panelOpen };
        inbox.setPanelOpen(next.panelOpen);
      }
      tell();
    },
    values,
    destroy: unsubscribe,
  };
}
