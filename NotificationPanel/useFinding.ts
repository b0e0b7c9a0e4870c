import * as React from "react";
import { NO_SETTINGS } from "../shared/domain/settings";
import type { ListFilter, ListOrder } from "../shared/domain/settings";
import type { SettingsPort } from "../shared/inbox/settingsPort";
import type { InboxSnapshot } from "../shared/inbox/snapshot";
import { useSearchTexts } from "./useSearchTexts";
import type { SearchTextsTools } from "./useSearchTexts";
import { findNotifications } from "./findNotifications";
import type { Found, Search } from "./findNotifications";

/** What the panel shows of all notifications, and how that is changed. The functions stay the same. */
export interface Finding {
  readonly search: Search;
  readonly found: Found;
  /** Texts that the words may be in are on their way. */
  readonly isLoading: boolean;
  readonly onSearch: (words: string) => void;
  readonly onFilter: (filter: ListFilter) => void;
  readonly onOrder: (order: ListOrder) => void;
}

/**
 * Finds what the agent looks for. Tab and order are settings of theirs; the words last as long as the panel. Who is to be led to a notification that tab or words
 * hide, sees all of them, until they choose again.
 */
export function useFinding(
  snapshot: InboxSnapshot,
  port: Pick<SettingsPort, "chooseSettings" | "serverNow">,
  server: SearchTextsTools["server"],
  onBug: SearchTextsTools["onBug"],
): Finding {
  const { leadTo } = snapshot;
  const { filter: chosen, order } = snapshot.settings?.chosen ?? NO_SETTINGS;
  const [words, setWords] = React.useState("");
  const [isLed, setLed] = React.useState(false);
  const filter = isLed ? "all" : chosen;

  const isSearching = words.trim() !== "";
  const { notifications, isLoading } = useSearchTexts(snapshot.notifications, isSearching, { server, now: port.serverNow, onBug });
  const search = React.useMemo(() => ({ filter, order, words }), [filter, order, words]);
  const found = React.useMemo(() => findNotifications(notifications, search), [notifications, search]);
  React.useEffect(() => {
    if (leadTo === null || found.notifications.some(({ session }) => session.id === leadTo)) return;
    setLed(true);
    setWords("");
  }, [leadTo, found]);

  const onFilter = React.useCallback(
    (wanted: ListFilter) => {
      setLed(false);
      if (wanted !== chosen) port.chooseSettings({ filter: wanted });
    },
    [port, chosen],
  );
  const onOrder = React.useCallback((wanted: ListOrder) => port.chooseSettings({ order: wanted }), [port]);
  return { search, found, isLoading, onSearch: setWords, onFilter, onOrder };
}
