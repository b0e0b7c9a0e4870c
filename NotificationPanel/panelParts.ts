import type { ComponentType } from "react";
import type { SeveralTools } from "../shared/inbox/several";
import type { NotificationPanelProps } from "./NotificationPanel";

/** What the panel is given: what it asks the server by itself is its own, and how several notifications are dealt with at once. */
export type PanelInput = Omit<NotificationPanelProps, "server" | "several"> & { readonly severalTools: SeveralTools };

/** What this bundle gives to the one that loads it. Both are of the same version of the product (shared/browser/libraries.ts). */
export interface PanelParts {
  readonly Panel: ComponentType<PanelInput>;
}
