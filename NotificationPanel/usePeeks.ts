import * as React from "react";
import type { PanelGateway } from "../shared/inbox/panelPorts";
import { createPeeks } from "../shared/inbox/peeks";
import type { Peeks } from "../shared/inbox/peeks";
import type { InboxSnapshot } from "../shared/inbox/snapshot";

/**
 * The conversations whose texts the agent has opened in this panel; they follow what the list shows.
 * @param kept those that stay open where they have left the list: their ids
 */
export function usePeeks(
  { notifications }: InboxSnapshot,
  gateway: PanelGateway,
  kept: ReadonlyMap<string, unknown>,
  onBug: (bug: unknown) => void,
): Peeks {
  const [peeks] = React.useState(() => createPeeks(gateway, onBug));
  React.useEffect(() => {
    const sessions = notifications.map(({ session }) => session);
    peeks.follow(sessions, kept);
  }, [peeks, notifications, kept]);
  return peeks;
}
