/** What the form and the inbox tell each other, both only when something changed. */
import type { Inbox } from "../shared/inbox/inbox";
import type { ControlValues, FormValues } from "./manifest";

/** The link of one control. */
export interface FormLink {
  /** The form's values, whenever the platform gives them. */
  readonly receive: (values: FormValues) => void;
  /** What changed since it was last taken. */
  readonly take: () => Partial<ControlValues>;
  readonly destroy: () => void;
}

/**
 * Links a form with the inbox. `notify` asks the platform to take what changed. Only the host form is told: its script keeps the columns
 * from being saved; on any other form a new message would make the agent's record an unsaved one.
 */
export function createFormLink(inbox: Inbox, notify: () => void): FormLink {
  let form: FormValues = { page: null, panelOpen: null, isEditable: false };
  let told: ControlValues = { unreadCount: null, panelOpen: false };
  let changes: Partial<ControlValues> = {};

  function tell(): void {
    if (form.page === null || !form.isEditable) return;
    const { unread: unreadCount, panelOpen } = inbox.getSnapshot();
    if (unreadCount === told.unreadCount && panelOpen === told.panelOpen) return;
    changes = {
      ...changes,
      ...(unreadCount !== told.unreadCount && { unreadCount }),
      ...(panelOpen !== told.panelOpen && { panelOpen }),
    };
    told = { unreadCount, panelOpen };
    notify();
  }

  const unsubscribe = inbox.subscribe(tell);
  return {
    receive(next) {
      const before = form;
      form = next;
      if (before.page !== null && next.page !== null && before.page !== next.page) inbox.navigated("form");
      // The platform repeats old values with every other change: only a new value is somebody's wish.
      if (next.panelOpen !== null && next.panelOpen !== before.panelOpen) {
        told = { ...told, panelOpen: next.panelOpen };
        inbox.setPanelOpen(next.panelOpen);
      }
      tell();
    },
    take() {
      const taken = changes;
      changes = {};
      return taken;
    },
    destroy: unsubscribe,
  };
}
