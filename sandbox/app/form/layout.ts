import type { Form, FormCell, FormControl } from "../../model";

/** Every cell of the form: header first, then tabs, columns, sections, rows. */
export function cellsOf(form: Form): FormCell[] {
  const body = form.tabs.flatMap((tab) =>
    tab.columns.flatMap((column) => column.sections.flatMap((section) => section.rows.flatMap((row) => [...row]))),
  );
  return [...form.header, ...body];
}

/** Every control of the form with its cell. */
export function controlsOf(form: Form): { readonly cell: FormCell; readonly control: FormControl }[] {
  return cellsOf(form).flatMap((cell) => (cell.control === undefined ? [] : [{ cell, control: cell.control }]));
}

/** The columns that the form holds: those of its fields and those that its code components are bound to. */
export function columnsOf(form: Form): string[] {
  return [...new Set(controlsOf(form).flatMap(({ control }) => boundColumns(control)))];
}

/** The columns of one control: the field's own, and those that the code component in its place is bound to. */
export function boundColumns(control: FormControl): string[] {
  const own = control.column === undefined ? [] : [control.column];
  return [...own, ...Object.values(control.customControl?.properties ?? {}).flatMap(({ column }) => column ?? [])];
}

/** Class ids of the controls that are subgrids. */
const subgridClasses = new Set(["e7a81278-8635-4d9e-8d4d-59480b391c5b", "02d4264b-47e2-4b4c-aa95-f439f3f4d458"]);

/** True for a control that shows related rows. */
export function isSubgrid(control: FormControl): boolean {
  return control.column === undefined && subgridClasses.has(control.classId.replace(/[{}]/g, "").toLowerCase());
}
