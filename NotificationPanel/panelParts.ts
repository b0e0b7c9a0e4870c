import type { ComponentType } from "react";
import type { Actions } from "../shared/inbox/actions";
import type { ActionTools } from "../shared/inbox/sessionActions";
import type { LazyBundle } from "../shared/ui/lazyPart";
import type { createBubbleMover } from "./bubbleMover";
import type { NotificationPanelProps } from "./NotificationPanel";

/** What the panel is given: what it asks the server by itself is its own. */
export interface PanelInput extends Omit<NotificationPanelProps, "server" | "several" | "onRead" | "replyCode"> {
  /** See `Inbox`. */
  readonly getActions: () => Actions | null;
  /** Makes a part of the page that is loaded when the panel needs it. */
  readonly lazyBundle: LazyBundle;
}

/** What this bundle gives to the one that loads it. Both are of the same version of the product (shared/browser/libraries.ts). */
export interface PanelParts {
  readonly Panel: ComponentType<PanelInput>;
  /** The actions of an inbox. @param userId whose it is */
  readonly createActions: (tools: ActionTools, userId: string) => Actions;
  /** What moves the bubble. */
  readonly createBubbleMover: typeof createBubbleMover;
}
