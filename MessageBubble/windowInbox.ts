/** One inbox per window, however many forms of it carry the control: one count, one set of requests. */
import type { Inbox } from "../shared/inbox/inbox";

/** One control's share of the window's inbox. */
export interface Lease {
  readonly inbox: Inbox;
  /** Ends the share; the last one to end destroys the inbox. */
  readonly release: () => void;
}

/** Resolves to whether the conversation opened. */
type OpenSession = (sessionId: string) => Promise<boolean>;

/** Keeps an inbox for as long as somebody uses it. */
export interface InboxOwner {
  /** `connect` is called when there is no inbox yet; conversations are opened by the latest control that is still there. */
  lease(connect: (openSession: OpenSession) => Inbox, openSession: OpenSession): Lease;
}

/** Makes an owner; the control uses the one of its window. */
export function createInboxOwner(): InboxOwner {
  let leases: { readonly openSession: OpenSession }[] = [];
  let inbox: Inbox | null = null;
  return {
    lease(connect, openSession) {
      const own = { openSession };
      leases.push(own);
      const shared = (inbox ??= connect(
        // Without a control there is nothing left that could open it: the page has gone.
        (sessionId) => leases[leases.length - 1]?.openSession(sessionId) ?? Promise.resolve(false),
      ));
      return {
        inbox: shared,
        release() {
          leases = leases.filter((other) => other !== own);
          if (leases.length > 0 || inbox !== shared) return;
          inbox = null;
          shared.destroy();
        },
      };
    },
  };
}

/** The window's: module state is shared by all instances of a control, because its bundle is loaded once. */
export const windowInbox = createInboxOwner();
