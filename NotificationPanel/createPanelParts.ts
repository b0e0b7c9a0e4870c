import * as React from "react";
import { createActions } from "../shared/inbox/actions";
import type { PanelGateway } from "../shared/inbox/panelPorts";
import type { ActionGateway, Browser } from "../shared/inbox/ports";
import { createBubbleMover } from "./bubbleMover";
import { NotificationPanel } from "./NotificationPanel";
import type { PanelInput, PanelParts } from "./panelParts";

/** What the bundle asks the server by. */
export interface PanelServer {
  /** What the panel asks by itself. */
  readonly panel: PanelGateway;
  /** What the actions of a user write to. */
  readonly actionsOf: (userId: string, browserNow: Browser["now"]) => ActionGateway;
}

/** Makes what the bundle gives. */
export function createPanelParts({ panel, actionsOf }: PanelServer): PanelParts {
  /** Who has the panel has the actions, too: both are of this bundle. */
  function Panel({ getSeveral, ...input }: PanelInput): React.ReactElement | null {
    const several = getSeveral();
    return several && React.createElement(NotificationPanel, { ...input, server: panel, several });
  }
  return {
    Panel,
    createActions: (tools, userId) => createActions(tools, actionsOf(userId, tools.browser.now)),
    createBubbleMover,
  };
}
