import * as React from "react";
import type { PanelGateway } from "../shared/inbox/panelPorts";
import { createPeeks } from "../shared/inbox/peeks";
import type { Peeks } from "../shared/inbox/peeks";
import type { InboxSnapshot } from "../shared/inbox/snapshot";

/** The conversations whose texts the agent has opened in this panel; they follow what the list shows. */
export function usePeeks({ notifications }: InboxSnapshot, gateway: PanelGateway, onBug: (bug: unknown) => void): Peeks {
  const [peeks] = React.useState(() => createPeeks(gateway, onBug));
  React.useEffect(() => peeks.follow(notifications.map(({ session }) => session)), [peeks, notifications]);
  return peeks;
}
