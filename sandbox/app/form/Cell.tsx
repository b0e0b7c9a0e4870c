import * as React from "react";
import type { FormCell } from "../../model";
import { ComponentCell } from "../pcf/ComponentCell";
import { labelIn } from "../session/labels";
import type { Shell } from "../shell";
import type { Attribute } from "./attribute";
import type { ControlState } from "./controlState";
import { ChoiceColumn, YesNoColumn } from "./fields/ChoiceFields";
import { FieldRow } from "./fields/FieldRow";
import { LookupColumn } from "./fields/LookupField";
import { DateTimeColumn, NumberColumn, TextColumn } from "./fields/TextFields";
import type { FormSession } from "./formSession";
import { isSubgrid } from "./layout";
import { Subgrid } from "./Subgrid";

interface CellProps {
  readonly shell: Shell;
  readonly form: FormSession;
  readonly cell: FormCell;
  readonly idPrefix: string;
}

/** One cell of a form: a field, a subgrid or a code component; nothing when it is hidden or empty. */
export function Cell({ shell, form, cell, idPrefix }: CellProps): React.ReactElement | null {
  const control = [...form.controls.values()].find((candidate) => candidate.definition === cell.control);
  if (control === undefined || !control.visible) return null;
  const { definition } = control;
  if (isSubgrid(definition)) return <Subgrid shell={shell} form={form} control={control} />;
  const attribute = definition.column === undefined ? undefined : form.attributes.get(definition.column);
  if (attribute === undefined)
    return (
      <div className="sb-refused">
        The sandbox does not support the control {definition.id} (class {definition.classId}).
      </div>
    );
  const inputId = `${idPrefix}-${control.name}`;
  const required = attribute.required === "required";
  const help = labelIn(attribute.column.descriptions, shell.session.languageId);
  const content =
    definition.customControl === undefined ? (
      <Field shell={shell} form={form} control={control} attribute={attribute} inputId={inputId} />
    ) : (
      <ComponentCell shell={shell} form={form} control={control} />
    );
  return (
    <FieldRow control={control} required={required} showLabel={cell.showLabel} inputId={inputId} help={help}>
      {content}
    </FieldRow>
  );
}

interface FieldChoice {
  readonly shell: Shell;
  readonly form: FormSession;
  readonly control: ControlState;
  readonly attribute: Attribute;
  readonly inputId: string;
}

function Field({ shell, form, control, attribute, inputId }: FieldChoice): React.ReactElement {
  // What the sandbox does not store stays empty here.
  const fixed = attribute.column.readOnly || ["state", "status", "unsupported"].includes(attribute.column.type);
  const props = { attribute, inputId, label: control.label, disabled: form.isDisabled(control) || fixed };
  const { languageId } = shell.session;
  switch (attribute.column.type) {
    case "integer":
      return <NumberColumn {...props} control={control} />;
    case "boolean":
      return <YesNoColumn {...props} languageId={languageId} />;
    case "datetime":
      return <DateTimeColumn {...props} languageId={languageId} />;
    case "picklist":
    case "state":
    case "status":
      return <ChoiceColumn {...props} languageId={languageId} />;
    case "lookup":
    case "customer":
    case "owner":
      return <LookupColumn {...props} shell={shell} />;
    default:
      return <TextColumn {...props} />;
  }
}
