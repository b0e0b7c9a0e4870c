import * as React from "react";
import { useSyncExternalStore } from "use-sync-external-store/shim";
import type { Inbox, InboxSnapshot } from "../shared/state/snapshot";

/** The inbox's snapshot; the component renders again with every change of it. */
export function useInbox(inbox: Pick<Inbox, "subscribe" | "getSnapshot">): InboxSnapshot {
  const subscribe = React.useCallback((listener: () => void) => inbox.subscribe(listener), [inbox]);
  return useSyncExternalStore(subscribe, () => inbox.getSnapshot());
}
