import type { ComponentType } from "react";
import type { NotificationPanelProps } from "./NotificationPanel";

/** What this bundle gives to the one that loads it. Both are of the same version of the product (shared/browser/libraries.ts). */
export interface PanelParts {
  readonly Panel: ComponentType<NotificationPanelProps>;
}
