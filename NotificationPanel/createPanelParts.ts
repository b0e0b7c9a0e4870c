import * as React from "react";
import { createActions } from "../shared/inbox/actions";
import type { PanelGateway } from "../shared/inbox/panelPorts";
import type { ActionGateway, Browser } from "../shared/inbox/ports";
import type { LazyBundle } from "../shared/ui/lazyPart";
import { createBubbleMover } from "./bubbleMover";
import { NotificationPanel } from "./NotificationPanel";
import type { PanelInput, PanelParts } from "./panelParts";
import type { ReplyCode } from "./replyCode";

/** What the bundle asks the server by. */
export interface PanelServer {
  /** What the panel asks by itself. */
  readonly panel: PanelGateway;
  /** What the actions of a user write to. `onBusy`: is told for how long the server asks to be left alone (ms). */
  readonly actionsOf: (userId: string, browserNow: Browser["now"], onBusy: (ms: number) => void) => ActionGateway;
  /** The code of answering. */
  readonly replyCodeBy: (lazyBundle: LazyBundle) => ReplyCode;
}

/** Makes what the bundle gives. */
export function createPanelParts({ panel, actionsOf, replyCodeBy }: PanelServer): PanelParts {
  /** Who has the panel has the actions, too: both are of this bundle. */
  function Panel({ getActions, lazyBundle, ...input }: PanelInput): React.ReactElement | null {
    const [replyCode] = React.useState(() => replyCodeBy(lazyBundle));
    const actions = getActions();
    if (!actions) return null;
    return React.createElement(NotificationPanel, {
      ...input,
      server: panel,
      several: actions.several,
      onRead: actions.answered,
      replyCode,
    });
  }
  return {
    Panel,
    createActions: (tools, userId) => createActions(tools, actionsOf(userId, tools.browser.now, tools.leaveAlone)),
    createBubbleMover,
  };
}
