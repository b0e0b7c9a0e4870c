import * as React from "react";
import { offerLibrary, PANEL_LIBRARY } from "../shared/browser/libraries";
import { createClient } from "../shared/dataverse/client";
import { createActionGateway } from "../shared/dataverse/actionGateway";
import { createPanelGateway } from "../shared/dataverse/panelGateway";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import { createPanelParts } from "./createPanelParts";

const client = createClient((url, init) => fetch(url, init));
const parts = createPanelParts({
  panel: createPanelGateway(client),
  actionsOf: (userId, browserNow) => createActionGateway(client, userId, browserNow),
});

offerLibrary(window, PANEL_LIBRARY, parts);

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
