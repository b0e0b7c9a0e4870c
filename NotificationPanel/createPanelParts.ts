import * as React from "react";
import type { PanelGateway } from "../shared/inbox/panelPorts";
import { createSeveral } from "../shared/inbox/several";
import { NotificationPanel } from "./NotificationPanel";
import type { PanelInput, PanelParts } from "./panelParts";

/** Makes what the bundle gives. @param server what the panel asks by itself */
export function createPanelParts(server: PanelGateway): PanelParts {
  function Panel({ severalTools, ...input }: PanelInput): React.ReactElement {
    const several = React.useMemo(() => createSeveral(severalTools), [severalTools]);
    return React.createElement(NotificationPanel, { ...input, server, several });
  }
  return { Panel };
}
