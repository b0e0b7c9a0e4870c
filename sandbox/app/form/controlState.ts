import type { FormCell, FormControl } from "../../model";
import { isSubgrid } from "./layout";

/** A message at a field. */
export interface FieldNotification {
  readonly id: string;
  readonly text: string;
}

/** One control on a form, as scripts can change it. */
export class ControlState {
  private shown: boolean;
  private locked: boolean;
  private text: string;
  private messages: readonly FieldNotification[] = [];
  /** Counts refreshes: a subgrid reads its rows again for each. */
  refreshes = 0;

  constructor(
    readonly name: string,
    readonly definition: FormControl,
    cell: FormCell,
    label: string,
    private readonly redraw: () => void,
  ) {
    this.shown = cell.visible && definition.visible;
    this.locked = definition.disabled;
    this.text = label;
  }

  /** The client API's name for what kind of control it is. */
  get type(): "subgrid" | "customcontrol" | "standard" {
    if (isSubgrid(this.definition)) return "subgrid";
    return this.definition.customControl === undefined ? "standard" : "customcontrol";
  }

  get visible(): boolean {
    return this.shown;
  }

  set visible(visible: boolean) {
    this.shown = visible;
    this.redraw();
  }

  get disabled(): boolean {
    return this.locked;
  }

  set disabled(disabled: boolean) {
    this.locked = disabled;
    this.redraw();
  }

  get label(): string {
    return this.text;
  }

  set label(label: string) {
    this.text = label;
    this.redraw();
  }

  get notifications(): readonly FieldNotification[] {
    return this.messages;
  }

  /** Shows a message at the field until it is cleared. */
  notify(text: string, id: string): void {
    this.messages = [...this.messages.filter((message) => message.id !== id), { id, text }];
    this.redraw();
  }

  /** Clears the message of that id, or all of them. */
  clearNotification(id?: string): void {
    this.messages = id === undefined ? [] : this.messages.filter((message) => message.id !== id);
    this.redraw();
  }

  /**
   * Reads the subgrid's rows again.
   * @throws Error for a control that is none
   */
  refresh(): void {
    if (this.type !== "subgrid") throw new Error(`The control ${this.name} is no subgrid: it cannot be refreshed.`);
    this.refreshes += 1;
    this.redraw();
  }
}
