import * as React from "react";
import type { PanelGateway } from "../shared/inbox/panelPorts";
import { createSearchTexts } from "../shared/inbox/searchTexts";
import type { Notification } from "../shared/inbox/snapshot";
import { useStore } from "../shared/ui/useStore";

/** What {@link useSearchTexts} works with. */
export interface SearchTextsTools {
  readonly server: Pick<PanelGateway, "readNewestTexts">;
  /** A clock (ms). */
  readonly now: () => number;
  /** Takes a bug. */
  readonly onBug: (bug: unknown) => void;
}

/** What a search looks into. */
export interface Searched {
  /** The notifications, with every text that is known. The same list until something changes, and in it the same objects. */
  readonly notifications: readonly Notification[];
  /** More texts are on their way. */
  readonly isLoading: boolean;
}

/** The notifications with the texts that a search needs: they are asked for when it begins, and kept. */
export function useSearchTexts(notifications: readonly Notification[], isSearching: boolean, tools: SearchTextsTools): Searched {
  const [store] = React.useState(() => createSearchTexts(tools.server, tools.now, tools.onBug));
  const [filled] = React.useState(() => new WeakMap<Notification, Notification>());
  const { texts, isLoading } = useStore(store.subscribe, store.get);

  const wasSearching = React.useRef(false);
  React.useEffect(() => {
    if (isSearching) store.want(notifications, !wasSearching.current);
    wasSearching.current = isSearching;
  }, [isSearching, notifications, store]);

  const whole = React.useMemo(() => {
    if (!isSearching || texts.size === 0) return notifications;
    return notifications.map((notification) => {
      const { session, preview } = notification;
      const known = texts.get(session.id);
      if (preview !== null || known?.at !== session.newestUnreadAt) return notification;
      const before = filled.get(notification);
      const made = before?.preview === known.text ? before : { ...notification, preview: known.text };
      filled.set(notification, made);
      return made;
    });
  }, [notifications, isSearching, texts, filled]);
  return { notifications: whole, isLoading };
}
