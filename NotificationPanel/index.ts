import * as React from "react";
import { offerLibrary, PANEL_LIBRARY } from "../shared/browser/libraries";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import { NotificationPanel } from "./NotificationPanel";
import type { PanelParts } from "./panelParts";

const parts: PanelParts = { Panel: NotificationPanel };

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
