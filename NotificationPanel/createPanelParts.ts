import * as React from "react";
import { createActions } from "../shared/inbox/actions";
import type { AgentServer } from "../shared/inbox/actions";
import type { Browser } from "../shared/inbox/ports";
import type { LazyBundle } from "../shared/ui/lazyPart";
import { createBubbleMover } from "./bubbleMover";
import { NotificationPanel } from "./NotificationPanel";
import type { PanelInput, PanelParts, PanelUser } from "./panelParts";
import type { ReplyCode } from "./replyCode";

/** What the bundle asks the server by. */
export interface PanelServer<Client> {
  /** What a user's panel asks and writes to. */
  readonly serverOf: (user: PanelUser<Client>, browserNow: Browser["now"]) => AgentServer;
  /** The code of answering. */
  readonly replyCodeBy: (lazyBundle: LazyBundle) => ReplyCode;
}

/** Makes what the bundle gives. */
export function createPanelParts<Client>({ serverOf, replyCodeBy }: PanelServer<Client>): PanelParts<Client> {
  /** Who has the panel has the actions, too: both are of this bundle. */
  function Panel({ getActions, lazyBundle, ...input }: PanelInput): React.ReactElement | null {
    const [replyCode] = React.useState(() => replyCodeBy(lazyBundle));
    const actions = getActions();
    if (!actions) return null;
    return React.createElement(NotificationPanel, {
      ...input,
      server: actions.server,
      several: actions.several,
      settingsPort: actions.settings,
      onRead: actions.answered,
      replyCode,
    });
  }
  return {
    Panel,
    createActions: (tools, user) => createActions(tools, serverOf(user, tools.browser.now)),
    createBubbleMover,
  };
}
