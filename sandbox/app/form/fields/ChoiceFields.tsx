import { Dropdown, Toggle } from "@fluentui/react";
import * as React from "react";
import { labelIn } from "../../session/labels";
import type { FieldProps } from "./FieldRow";

const none = "";

/** One of the column's options. */
export function ChoiceColumn({
  attribute,
  label,
  disabled,
  inputId,
  languageId,
}: FieldProps & { readonly languageId: number }): React.ReactElement {
  const options = (attribute.column.options ?? []).map((option) => ({
    key: String(option.value),
    text: labelIn(option.labels, languageId, String(option.value)),
  }));
  const selected = typeof attribute.value === "number" ? String(attribute.value) : none;
  return (
    <Dropdown
      id={inputId}
      ariaLabel={label}
      disabled={disabled}
      options={[{ key: none, text: "---" }, ...options]}
      selectedKey={selected}
      onChange={(_, option) => attribute.enter(option === undefined || option.key === none ? null : Number(option.key))}
    />
  );
}

/** Yes or no, with the column's own words. */
export function YesNoColumn({
  attribute,
  label,
  disabled,
  inputId,
  languageId,
}: FieldProps & { readonly languageId: number }): React.ReactElement {
  const word = (value: number, fallback: string): string =>
    labelIn(attribute.column.options?.find((option) => option.value === value)?.labels ?? {}, languageId, fallback);
  return (
    <Toggle
      id={inputId}
      ariaLabel={label}
      disabled={disabled}
      checked={attribute.value === true}
      onText={word(1, "Yes")}
      offText={word(0, "No")}
      styles={{ root: { marginBottom: 0 } }}
      onChange={(_, checked) => attribute.enter(checked === true)}
    />
  );
}
