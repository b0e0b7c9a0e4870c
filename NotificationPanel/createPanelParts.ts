import * as React from "react";
import type { PanelGateway } from "../shared/inbox/panelPorts";
import { createBubbleMover } from "./bubbleMover";
import { NotificationPanel } from "./NotificationPanel";
import type { PanelParts } from "./panelParts";

/** Makes what the bundle gives. @param server what the panel asks by itself */
export function createPanelParts(server: PanelGateway): PanelParts {
  return { Panel: (input) => React.createElement(NotificationPanel, { ...input, server }), createBubbleMover };
}
