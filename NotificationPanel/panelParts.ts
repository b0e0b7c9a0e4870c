import type { ComponentType } from "react";
import type { Actions, InboxTools } from "../shared/inbox/actions";
import type { LazyBundle } from "../shared/ui/lazyPart";
import type { createBubbleMover } from "./bubbleMover";
import type { NotificationPanelProps } from "./NotificationPanel";

/** What the panel is given: what it asks the server by itself is its own. */
export interface PanelInput extends Omit<NotificationPanelProps, "server" | "several" | "settingsPort" | "onRead" | "replyCode"> {
  /** See `Inbox`. */
  readonly getActions: () => Actions | null;
  /** Makes a part of the page that is loaded when the panel needs it. */
  readonly lazyBundle: LazyBundle;
}

/** Whose panel it is, and the way to their server: the bundle that loads this one has a client, and lends it. What that is, only the entries know. */
export interface PanelUser<Client> {
  readonly client: Client;
  readonly userId: string;
  /** What a row of settings is called that has to be made. */
  readonly userName: string;
}

/** What this bundle gives to the one that loads it. Both are of the same version of the product (shared/browser/libraries.ts). */
export interface PanelParts<Client = never> {
  readonly Panel: ComponentType<PanelInput>;
  /** The actions of an inbox. */
  readonly createActions: (tools: InboxTools, user: PanelUser<Client>) => Actions;
  /** What moves the bubble. */
  readonly createBubbleMover: typeof createBubbleMover;
}
