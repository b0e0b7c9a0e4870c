/** What the form and the inbox tell each other, both only when something changed. */
import type { Inbox } from "../shared/inbox/inbox";
import type { HostLink } from "./hostLink";
import type { ControlValues, FormValues } from "./manifest";

/** The link of one control. */
export interface FormLink {
  /** The form's values, whenever the platform gives them. */
  readonly receive: (values: FormValues) => void;
  /** What changed since it was last taken. */
  readonly take: () => Partial<ControlValues>;
  /** Opens a conversation by the host form's script, in a pane of this title or (null) as a page; null where there is none that tries. */
  readonly openSession: (sessionId: string, paneTitle: string | null) => Promise<boolean | null>;
  readonly destroy: () => void;
}

/** What a form link is made of. */
export interface FormLinkParts {
  readonly inbox: Pick<Inbox, "getSnapshot" | "subscribe" | "navigated" | "setPanelOpen">;
  /** Asks the platform to take what changed. */
  readonly notify: () => void;
  /** Meets the script of the host form with this token. */
  readonly openHost: (token: string) => HostLink;
}

/**
 * Links a form with the inbox. Only the host form is told: its script keeps the columns from being saved; on any other form a new message
 * would make the agent's record an unsaved one. On a platform that has disabled the control, its script is told by the window's channel.
 */
export function createFormLink({ inbox, notify, openHost }: FormLinkParts): FormLink {
  let form: FormValues = { host: null, panelOpen: null, isEditable: false };
  let host: HostLink | null = null;
  let told: ControlValues = { unreadCount: null, panelOpen: false };
  let changes: Partial<ControlValues> = {};

  function tell(): void {
    if (!form.host) return;
    const { unread: unreadCount, panelOpen } = inbox.getSnapshot();
    if (unreadCount === told.unreadCount && panelOpen === told.panelOpen) return;
    const news = {
      ...(unreadCount !== told.unreadCount && { unreadCount }),
      ...(panelOpen !== told.panelOpen && { panelOpen }),
    };
    told = { unreadCount, panelOpen };
    if (!form.isEditable) {
      host?.tell(news);
      return;
    }
    changes = { ...changes, ...news };
    notify();
  }

  /** Another token is another host form, or the same one loaded anew: its script knows nothing yet. */
  function meet(token: string | undefined): void {
    if (token === form.host?.token) return;
    host?.close();
    host = token === undefined ? null : openHost(token);
    told = { ...told, unreadCount: null };
  }

  const unsubscribe = inbox.subscribe(tell);
  return {
    receive(next) {
      meet(next.host?.token);
      const before = form;
      form = next;
      if (before.host && next.host && before.host.page !== next.host.page) inbox.navigated("form");
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
    openSession: (sessionId, paneTitle) => host?.openSession(sessionId, paneTitle) ?? Promise.resolve(null),
    destroy() {
      unsubscribe();
      host?.close();
    },
  };
}
