import type { ComponentType } from "react";
import type { createBubbleMover } from "./bubbleMover";
import type { NotificationPanelProps } from "./NotificationPanel";

/** What the panel is given: what it asks the server by itself is its own. */
export type PanelInput = Omit<NotificationPanelProps, "server">;

/** What this bundle gives to the one that loads it. Both are of the same version of the product (shared/browser/libraries.ts). */
export interface PanelParts {
  readonly Panel: ComponentType<PanelInput>;
  readonly createBubbleMover: typeof createBubbleMover;
}
