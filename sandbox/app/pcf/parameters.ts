import type { CodeComponent, Column, FormControl } from "../../model";
import type { FormSession } from "../form/formSession";
import { displayText } from "../form/value";
import type { AttributeValue } from "../form/value";
import { strict } from "../strict";

/** One property as a component sees it in `context.parameters`. */
export interface Parameter {
  readonly type: string;
  readonly raw: unknown;
  readonly formatted: string | undefined;
  readonly error: boolean;
  readonly errorMessage: string;
}

/**
 * The properties of a component on a form: bound ones with their column's value, constants as they stand in the form.
 * @throws Error where the form does not set a required property, or binds one to a column that it lacks
 */
export function parametersOf(definition: CodeComponent, control: FormControl, form: FormSession): Readonly<Record<string, Parameter>> {
  const parameters: Record<string, Parameter> = {};
  for (const property of definition.properties) {
    if (property.usage === "output") continue;
    const given = control.customControl?.properties[property.name];
    const columnName = given?.column;
    if (columnName !== undefined) {
      const attribute = form.attributes.get(columnName);
      if (attribute === undefined)
        throw new Error(`${definition.name}: the property ${property.name} is bound to "${columnName}", which is not on the form.`);
      parameters[property.name] = bound(form, property.type, attribute.column, attribute.value);
    } else {
      parameters[property.name] = constant(definition, property, given?.value);
    }
  }
  return strict(parameters, "context.parameters");
}

function bound(form: FormSession, type: string, column: Column, value: AttributeValue): Parameter {
  const { session, table } = form;
  return strict(
    {
      type,
      raw: value,
      formatted: displayText(column, value, session.languageId),
      error: false,
      errorMessage: "",
      attributes: {
        DisplayName: session.label(column.labels, column.logicalName),
        LogicalName: column.logicalName,
        EntityLogicalName: table.logicalName,
        RequiredLevel: column.required === "none" ? 0 : 1,
        IsSecured: false,
        MaxLength: column.maxLength,
        MinValue: column.minValue,
        MaxValue: column.maxValue,
        Format: column.format,
        Options: (column.options ?? []).map((option) => ({ Value: option.value, Label: session.label(option.labels), Color: "" })),
        DefaultValue: column.defaultValue,
      },
      security: { editable: form.isEditable && !column.readOnly, readable: true, secured: false },
    },
    `context.parameters.${column.logicalName}`,
  );
}

function constant(definition: CodeComponent, property: CodeComponent["properties"][number], value: string | undefined): Parameter {
  const text = value ?? property.defaultValue;
  if (text === undefined && property.required)
    throw new Error(`${definition.name}: the form does not set the required property ${property.name}.`);
  return strict(
    { type: property.type, raw: constantValue(property.type, text), formatted: text, error: false, errorMessage: "" },
    `context.parameters.${property.name}`,
  );
}

function constantValue(type: string, text: string | undefined): unknown {
  if (text === undefined) return null;
  if (type === "TwoOptions") return text === "true" || text === "1";
  if (type.startsWith("Whole") || type === "Decimal" || type === "FP" || type === "Currency") return Number(text);
  return text;
}

/**
 * Writes a component's outputs into the form's columns, as the user's own entry: OnChange runs.
 * @throws Error on a value that a column cannot hold
 */
export function takeOutputs(
  definition: CodeComponent,
  control: FormControl,
  form: FormSession,
  outputs: Readonly<Record<string, unknown>>,
): void {
  for (const name of Object.keys(outputs)) {
    const property = definition.properties.find((candidate) => candidate.name === name);
    if (property === undefined || property.usage === "input")
      throw new Error(`${definition.name}.getOutputs: "${name}" is no bound or output property.`);
    const column = control.customControl?.properties[name]?.column;
    const value = outputs[name];
    if (column === undefined || value === undefined) continue;
    form.attributes.get(column)?.enter(value as AttributeValue);
  }
}
