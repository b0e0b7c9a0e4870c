import * as React from "react";
import type { FormCell } from "../../model";
import type { Shell } from "../shell";
import type { FormSession } from "./formSession";
import { displayText } from "./value";

interface FormHeadProps {
  readonly shell: Shell;
  readonly form: FormSession;
  readonly place: "main" | "pane";
}

/** The top of a form: the row's name, its table, its form's name, and the header's columns to read. */
export function FormHead({ shell, form, place }: FormHeadProps): React.ReactElement {
  const { session } = shell;
  const table = session.label(form.table.labels, form.table.logicalName);
  const title = form.id === undefined ? `New ${table}` : form.title === "" ? `(No name)` : form.title;
  const Heading = place === "main" ? "h1" : "h2";
  const saved = form.id === undefined || form.isDirty ? " - Unsaved" : " - Saved";
  return (
    <header className="sb-form-head">
      <div className="sb-form-title">
        <Heading>
          <bdi>{title}</bdi>
          <span className="sb-saved">{form.isEditable ? saved : ""}</span>
        </Heading>
        <div className="sb-form-sub">
          {table} · {session.label(form.form.labels, table)}
        </div>
      </div>
      <dl className="sb-form-facts">
        {form.form.header.map((cell, index) => (
          <HeaderFact key={cell.control?.id ?? index} shell={shell} form={form} cell={cell} />
        ))}
      </dl>
    </header>
  );
}

function HeaderFact({ shell, form, cell }: Pick<FormHeadProps, "shell" | "form"> & { readonly cell: FormCell }): React.ReactElement | null {
  const column = cell.control?.column;
  const attribute = column === undefined ? undefined : form.attributes.get(column);
  const control = [...form.controls.values()].find((candidate) => candidate.definition === cell.control);
  if (attribute === undefined || control === undefined || !control.visible) return null;
  return (
    <div>
      <dt>{control.label}</dt>
      <dd>
        <bdi>{displayText(attribute.column, attribute.value, shell.session.languageId) ?? "---"}</bdi>
      </dd>
    </div>
  );
}
