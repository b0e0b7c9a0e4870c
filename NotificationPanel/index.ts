import * as React from "react";
import type { ReplyParts } from "../ReplyBox/replyParts";
import { findLibrary, offerLibrary, PANEL_LIBRARY, REPLY_LIBRARY } from "../shared/browser/libraries";
import { createAgentGateway } from "../shared/dataverse/agentGateway";
import type { ApiClient } from "../shared/dataverse/client";
import { createPanelGateway } from "../shared/dataverse/panelGateway";
import type { LazyBundle, LazyPart } from "../shared/ui/lazyPart";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import { createPanelParts } from "./createPanelParts";
import type { ReplyCode } from "./replyCode";

/** The control with the box to answer in, as MessageBubble's manifest names it. */
const REPLY_CONTROL = "msgn_MessageNotification.ReplyLibrary";

const parts = createPanelParts<ApiClient>({
  serverOf: ({ client, userId, userName }, browserNow) => ({
    agent: createAgentGateway(client, userId, browserNow, userName),
    panel: createPanelGateway(client),
  }),
  replyCodeBy,
});

offerLibrary(window, PANEL_LIBRARY, parts);

function replyCodeBy(lazyBundle: LazyBundle): ReplyCode {
  const part = lazyBundle(REPLY_CONTROL, REPLY_LIBRARY) as LazyPart<ReplyParts>;
  return { ...part, isLoaded: () => findLibrary(window, REPLY_LIBRARY) !== undefined };
}

/**
 * The panel as a library component of the Power Apps component framework: the platform loads its bundle when MessageBubble asks for it, and nobody renders the
 * component itself.
 */
export class PanelLibrary implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  init(): void {
    // The library needs nothing of the platform.
  }

  /** Nothing is shown where somebody has put it on a form. */
  updateView(): React.ReactElement {
    return React.createElement(React.Fragment);
  }

  /** The library writes no column. */
  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // What the page has loaded stays with it.
  }
}
