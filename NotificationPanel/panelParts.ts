import type { ComponentType } from "react";
import type { PanelGateway } from "../shared/inbox/panelPorts";
import type { NotificationPanelProps } from "./NotificationPanel";

/** What this bundle gives to the one that loads it. Both are of the same version of the product (shared/browser/libraries.ts). */
export interface PanelOffer<Client> {
  readonly Panel: ComponentType<NotificationPanelProps>;
  /** Makes the panel's way to the server, by the client of the bundle that loads it. */
  readonly createGateway: (client: Client) => PanelGateway;
}

/** The panel, ready to be shown. */
export interface PanelParts {
  readonly Panel: ComponentType<NotificationPanelProps>;
  readonly gateway: PanelGateway;
}
