import type { Labels } from "./labels";

/** A button of the application ribbon: what it does, and when it may be used. */
export interface RibbonCommand {
  readonly id: string;
  /** Button: where it stands, e.g. Mscrm.GlobalTab.New.Controls._children */
  readonly location: string;
  readonly sequence: number;
  readonly labels: Labels;
  readonly alt: string;
  readonly toolTips: Labels;
  /** $webresource name without the prefix. */
  readonly modernImage: string;
  readonly enableRules: readonly RibbonRule[];
  readonly actions: readonly RibbonCall[];
}

/** A function of a web resource that a command calls. */
export interface RibbonCall {
  readonly library: string;
  readonly functionName: string;
  readonly parameters: readonly { readonly kind: string; readonly value: string }[];
}

/** A custom enable rule: its function says whether the command may be used. */
export interface RibbonRule extends RibbonCall {
  readonly id: string;
  readonly default: boolean;
  readonly invertResult: boolean;
}
