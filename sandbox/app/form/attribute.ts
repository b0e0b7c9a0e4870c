import type { Column } from "../../model";
import { isLookup, sameValue } from "./value";
import type { AttributeValue, LookupValue } from "./value";

/** When a save sends the column. */
export type SubmitMode = "always" | "dirty" | "never";

/** A handler of the form, with the context that the platform passes. */
export type Handler = (context: object) => unknown;

/** One column of the row on a form: its value, whether it has changed, and its OnChange handlers. */
export class Attribute {
  private current: AttributeValue = null;
  private stored: AttributeValue = null;
  private submitMode: SubmitMode;
  private requiredLevel: "none" | "recommended" | "required";
  private readonly handlers = new Set<Handler>();

  constructor(
    readonly column: Column,
    /** Redraws the form. */
    private readonly redraw: () => void,
    /** Runs handlers with an execution context whose event source is this attribute. */
    private readonly run: (attribute: Attribute, handlers: readonly Handler[]) => void,
  ) {
    this.submitMode = column.readOnly ? "never" : "dirty";
    this.requiredLevel = column.required === "systemrequired" ? "required" : column.required;
  }

  /** The column's logical name. */
  get name(): string {
    return this.column.logicalName;
  }

  /** The value on the form. */
  get value(): AttributeValue {
    return this.current;
  }

  /** True when the value differs from the stored row's. */
  get isDirty(): boolean {
    return !sameValue(this.current, this.stored);
  }

  /** True when the difference would be saved, and be lost on leaving. */
  get hasUnsavedChange(): boolean {
    return this.isDirty && this.submitMode !== "never";
  }

  /** True when a save sends this column: what has changed, and all that a new row has. */
  isSubmitted(isNewRow: boolean): boolean {
    if (this.submitMode === "never") return false;
    return this.submitMode === "always" || this.isDirty || (isNewRow && this.current !== null);
  }

  get submit(): SubmitMode {
    return this.submitMode;
  }

  set submit(mode: SubmitMode) {
    if (!["always", "dirty", "never"].includes(mode)) throw new Error(`setSubmitMode: "${mode}" is none of always, dirty, never.`);
    this.submitMode = mode;
    this.redraw();
  }

  get required(): "none" | "recommended" | "required" {
    return this.requiredLevel;
  }

  set required(level: "none" | "recommended" | "required") {
    this.requiredLevel = level;
    this.redraw();
  }

  /** Sets the value of a row that was read, or the default of a new row. The column is not dirty then, and no OnChange runs. */
  load(value: AttributeValue): void {
    this.current = value;
    this.stored = value;
    this.redraw();
  }

  /** The value has been saved: the column is no longer dirty. */
  markSaved(): void {
    this.stored = this.current;
    this.redraw();
  }

  /**
   * Sets the value as a script does: no OnChange runs.
   * @throws Error on a value that the column's type cannot hold
   */
  set(value: AttributeValue | undefined): void {
    const checked = checkedValue(this.column, value ?? null);
    if (sameValue(checked, this.current)) return;
    this.current = checked;
    this.redraw();
  }

  /** Sets the value as the user or a control does: OnChange runs when it differs. */
  enter(value: AttributeValue | undefined): void {
    const before = this.current;
    this.set(value);
    if (!sameValue(before, this.current)) this.fireOnChange();
  }

  /** Runs the OnChange handlers now. */
  fireOnChange(): void {
    this.run(this, [...this.handlers]);
  }

  addOnChange(handler: Handler): void {
    if (typeof handler !== "function") throw new Error(`addOnChange of ${this.name}: the handler is no function.`);
    this.handlers.add(handler);
  }

  removeOnChange(handler: Handler): void {
    this.handlers.delete(handler);
  }
}

function checkedValue(column: Column, value: AttributeValue): AttributeValue {
  if (value === null) return null;
  if (isLookup(column)) {
    if (!Array.isArray(value)) throw wrongType(column, "a list of { id, name, entityType }");
    const items = value as readonly LookupValue[];
    if (items.length > 1) throw wrongType(column, "a list of one row");
    return items.length === 0 ? null : items;
  }
  switch (column.type) {
    case "boolean":
      if (typeof value !== "boolean") throw wrongType(column, "true or false");
      return value;
    case "integer":
    case "picklist":
    case "state":
    case "status":
      if (typeof value !== "number" || !Number.isInteger(value)) throw wrongType(column, "a whole number");
      return value;
    case "datetime":
      if (!(value instanceof Date) || Number.isNaN(value.getTime())) throw wrongType(column, "a Date");
      return value;
    default:
      if (typeof value !== "string") throw wrongType(column, "text");
      if (column.maxLength !== undefined && value.length > column.maxLength)
        throw wrongType(column, `at most ${column.maxLength} characters`);
      return value;
  }
}

function wrongType(column: Column, expected: string): Error {
  return new Error(`The column ${column.logicalName} takes ${expected}.`);
}
