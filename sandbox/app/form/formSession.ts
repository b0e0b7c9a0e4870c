import type { Form, Table } from "../../model";
import { Observable } from "../observable";
import type { Session } from "../session/session";
import type { Row } from "../webapi/webApiClient";
import { Attribute } from "./attribute";
import type { Handler } from "./attribute";
import { ControlState } from "./controlState";
import { dataLoad } from "./eventCodes";
import { FormEvents } from "./formEvents";
import type { MakeContext } from "./formEvents";
import { FormTabs } from "./formTabs";
import { boundColumns, columnsOf, controlsOf } from "./layout";
import { bodyOf, propertyOf, textIn, valueIn } from "./value";

/** A bar at the top of the form. */
export interface FormNotification {
  readonly id: string;
  readonly level: "ERROR" | "WARNING" | "INFO";
  readonly text: string;
}

/** The save has not happened: a required column is empty, or a field has a message. */
export class CannotSave extends Error {
  override readonly name = "CannotSave";
}

/** One open form on one row: what the user sees, what scripts change, what a save sends. */
export class FormSession extends Observable {
  readonly table: Table;
  readonly attributes = new Map<string, Attribute>();
  readonly controls = new Map<string, ControlState>();
  readonly events: FormEvents;
  /** Which parts of the form's head are visible; scripts may hide each. */
  readonly header = { body: true, commandBar: true, tabNavigator: true };
  /** Whether scripts want a footer. The sandbox draws none. */
  footer = true;
  notifications: readonly FormNotification[] = [];
  readonly tabs: FormTabs;
  private row: Row = {};
  private saving: Promise<void> | undefined;

  constructor(
    readonly session: Session,
    readonly form: Form,
    /** The row's id, lower case; undefined for a new row. */
    public id: string | undefined,
    /** Makes what this form's handlers receive. It is handed in, because the client API is built on forms. */
    makeContext: (form: FormSession) => MakeContext,
  ) {
    super();
    this.table = session.table(form.table);
    this.events = new FormEvents(makeContext(this));
    this.tabs = new FormTabs(form.tabs, () => this.changed());
    this.makeAttributes();
    this.makeControls();
  }

  /**
   * Reads the row.
   * @throws WebApiError
   */
  async load(): Promise<void> {
    if (this.id === undefined) {
      this.presetDefaults();
      return;
    }
    const extra = ["statecode", "statuscode", "ownerid"].filter((name) => this.table.columns.some((column) => column.logicalName === name));
    const names = new Set([...this.attributes.keys(), this.table.primaryName, ...extra]);
    const stored = this.table.columns.filter((column) => column.type !== "unsupported");
    const select = stored.filter((column) => names.has(column.logicalName)).map(propertyOf);
    this.row = await this.session.api.get(`${this.table.entitySetName}(${this.id})?$select=${select.join(",")}`);
    for (const attribute of this.attributes.values()) attribute.load(valueIn(this.row, attribute.column));
    this.changed();
  }

  /** The row's name as stored. */
  get title(): string {
    return textIn(this.row, this.table.primaryName);
  }

  /** 0 active, 1 inactive; 0 for a new row and for a table without states. */
  get state(): number {
    return typeof this.row.statecode === "number" ? this.row.statecode : 0;
  }

  /** The owner's id; undefined for a new row and for tables of the organisation. */
  get ownerId(): string | undefined {
    return typeof this.row._ownerid_value === "string" ? this.row._ownerid_value.toLowerCase() : undefined;
  }

  /** True when the user may change this row here: the right to, and an active row. */
  get isEditable(): boolean {
    const { privileges, user } = this.session;
    if (this.id === undefined) return privileges.may("Create", this.table);
    return this.state === 0 && privileges.mayWithRow("Write", this.table, this.ownerId, user.id);
  }

  /** The platform's form type: 1 create, 2 update, 3 read only (no right), 4 disabled (inactive). */
  get formType(): number {
    if (this.id === undefined) return 1;
    if (this.isEditable) return 2;
    return this.state === 0 ? 3 : 4;
  }

  /** True when there are changes that leaving would lose. */
  get isDirty(): boolean {
    return [...this.attributes.values()].some((attribute) => attribute.hasUnsavedChange);
  }

  /**
   * True when the user cannot change what this control shows, and a code component's outputs are dropped: a script has locked it, the row
   * cannot be edited, or, where the temper says so, a script has set submit mode "never" on a column that the control is bound to.
   */
  isDisabled(control: ControlState): boolean {
    return control.disabled || !this.isEditable || this.isDisabledBySubmitMode(control);
  }

  /** The part of `isDisabled` that is up to the temper. A column that the platform alone writes is not meant: its submit mode is always "never". */
  isDisabledBySubmitMode(control: ControlState): boolean {
    if (this.session.temper.submitModeNever !== "disables") return false;
    return boundColumns(control.definition).some((name) => {
      const attribute = this.attributes.get(name);
      return attribute?.submit === "never" && !attribute.column.readOnly;
    });
  }

  /**
   * Saves what has changed, after the OnSave handlers. Nothing happens where one of them prevents it.
   * @throws CannotSave where a required column is empty or a field has a message
   * @throws WebApiError
   */
  async save(mode: number): Promise<void> {
    if (this.saving !== undefined) await this.saving.catch(() => undefined);
    this.saving = this.saveNow(mode);
    try {
      await this.saving;
    } finally {
      this.saving = undefined;
    }
  }

  private async saveNow(mode: number): Promise<void> {
    if (this.events.save(mode).prevented) return;
    const submitted = [...this.attributes.values()].filter((attribute) => attribute.isSubmitted(this.id === undefined));
    const missing = [...this.attributes.values()].filter((attribute) => attribute.required === "required" && isEmpty(attribute));
    if (missing.length > 0) {
      throw new CannotSave(
        `Required fields must be filled in: ${missing.map((attribute) => this.session.label(attribute.column.labels, attribute.name)).join(", ")}`,
      );
    }
    // As the platform does: a notification at a field blocks the save.
    const refused = [...this.controls.values()].filter((control) => control.notifications.length > 0);
    if (refused.length > 0) throw new CannotSave(`Fields to be corrected: ${refused.map((control) => control.label).join(", ")}`);
    const body: Record<string, unknown> = {};
    for (const attribute of submitted) {
      if (attribute.column.readOnly) continue;
      Object.assign(body, bodyOf(this.table.logicalName, attribute.column, attribute.value, this.session));
    }
    if (this.id === undefined) this.id = await this.session.api.create(this.table.entitySetName, body);
    else if (Object.keys(body).length > 0) await this.session.api.update(this.table.entitySetName, this.id, body);
    else return;
    for (const attribute of submitted) attribute.markSaved();
    await this.reloadUnchanged();
  }

  /** Reads the row again; what the form never submits stays as scripts and controls set it. */
  private async reloadUnchanged(): Promise<void> {
    const kept = [...this.attributes.values()]
      .filter((attribute) => attribute.isDirty)
      .map((attribute) => [attribute, attribute.value] as const);
    await this.load();
    for (const [attribute, value] of kept) attribute.set(value);
    this.events.dataRead(dataLoad.save);
  }

  /** Shows a bar at the top of the form; the same id replaces it. */
  notify(notification: FormNotification): void {
    this.notifications = [...this.notifications.filter((other) => other.id !== notification.id), notification];
    this.changed();
  }

  /** Takes a bar away. Returns whether there was one. */
  clearNotification(id: string): boolean {
    const before = this.notifications.length;
    this.notifications = this.notifications.filter((notification) => notification.id !== id);
    this.changed();
    return this.notifications.length < before;
  }

  /** Shows or hides a part of the form's head. */
  setHeader(part: keyof FormSession["header"], visible: boolean): void {
    this.header[part] = visible;
    this.changed();
  }

  /** Redraws: a part of the form has changed. */
  readonly redraw = (): void => this.changed();

  private makeAttributes(): void {
    const run = (attribute: Attribute, handlers: readonly Handler[]): void => this.events.change(attribute, handlers);
    for (const name of columnsOf(this.form)) {
      const column = this.table.columns.find((candidate) => candidate.logicalName === name);
      if (column === undefined)
        throw new Error(`The form ${this.form.id} uses the column "${name}", which ${this.table.logicalName} lacks.`);
      this.attributes.set(name, new Attribute(column, this.redraw, run));
    }
  }

  private makeControls(): void {
    for (const { cell, control } of controlsOf(this.form)) {
      // Names as in the client API: a column's first field on the body has the column's name, the next ones get a number after it, and
      // one in the header is header_<column>.
      const base = this.form.header.includes(cell) ? `header_${control.column ?? control.id}` : (control.column ?? control.id);
      let name = base;
      for (let copy = 1; this.controls.has(name); copy += 1) name = `${base}${copy}`;
      const column = control.column === undefined ? undefined : this.attributes.get(control.column)?.column;
      const label = this.session.label(
        cell.labels,
        column === undefined ? control.id : this.session.label(column.labels, column.logicalName),
      );
      this.controls.set(name, new ControlState(name, control, cell, label, this.redraw));
    }
  }

  private presetDefaults(): void {
    for (const attribute of this.attributes.values()) {
      const { column } = attribute;
      if (column.type === "owner") {
        attribute.load([{ id: this.session.user.id, name: this.session.user.fullName, entityType: "systemuser" }]);
      } else if (column.defaultValue !== undefined && !column.readOnly) {
        attribute.load(column.type === "boolean" ? Boolean(column.defaultValue) : column.defaultValue);
      }
    }
  }
}

function isEmpty(attribute: Attribute): boolean {
  return attribute.value === null || attribute.value === "";
}
