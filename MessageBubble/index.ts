import * as React from "react";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";

/** The message bubble as a Power Apps component framework control. */
export class MessageBubble implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  init(): void {
    return;
  }

  updateView(): React.ReactElement {
    return React.createElement(React.Fragment);
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    return;
  }
}
