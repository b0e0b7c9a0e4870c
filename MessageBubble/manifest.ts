/** The manifest's properties: the one place that knows their names. */
import { readHostPage } from "../shared/domain/hostPage";
import type { HostPage } from "../shared/domain/hostPage";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";

/** The control with the notification panel, as the manifest's dependency names it. */
export const PANEL_CONTROL = "msgn_MessageNotification.PanelLibrary";

/** What the form tells the control. */
export interface FormValues {
  /** What the host form's script writes; null on a form that does not host the side pane. */
  readonly host: HostPage | null;
  /** Null while the form has no value. */
  readonly panelOpen: boolean | null;
  /** Whether the control may change the form's columns. */
  readonly isEditable: boolean;
}

/** What the control tells the form. */
export interface ControlValues {
  /** Null while no right number is known. */
  readonly unreadCount: number | null;
  readonly panelOpen: boolean;
}

/** Reads the bound columns. */
export function readForm({ parameters, mode }: ComponentFramework.Context<IInputs>): FormValues {
  return {
    host: readHostPage(parameters.page.raw),
    // An empty column has neither value, whatever the types say.
    panelOpen: typeof parameters.panelOpen.raw === "boolean" ? parameters.panelOpen.raw : null,
    isEditable: !mode.isControlDisabled,
  };
}

/** The bound columns to write: null empties a column (which the types do not know), a missing key leaves it alone. */
export function writeForm(changes: Partial<ControlValues>): IOutputs {
  return { ...changes } as IOutputs;
}
