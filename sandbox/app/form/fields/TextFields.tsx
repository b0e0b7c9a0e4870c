import { TextField } from "@fluentui/react";
import * as React from "react";
import { displayText } from "../value";
import type { ControlState } from "../controlState";
import type { FieldProps } from "./FieldRow";

/**
 * The text that the user is typing: it becomes the column's value when the field loses the focus, as on the platform.
 * @param isPossible whether the column can take the text; other text stays in the field
 */
function useDraft(
  stored: string,
  commit: (text: string) => void,
  isPossible: (text: string) => boolean = () => true,
): { text: string; change: (text: string) => void; leave: () => void } {
  const [draft, setDraft] = React.useState<string | undefined>();
  return {
    text: draft ?? stored,
    change: setDraft,
    leave: () => {
      if (draft === undefined || !isPossible(draft)) return;
      if (draft !== stored) commit(draft);
      setDraft(undefined);
    },
  };
}

/** One or several lines of text. */
export function TextColumn({ attribute, label, disabled, inputId }: FieldProps): React.ReactElement {
  const stored = typeof attribute.value === "string" ? attribute.value : "";
  const draft = useDraft(stored, (text) => attribute.enter(text === "" ? null : text));
  const { column } = attribute;
  return (
    <TextField
      id={inputId}
      ariaLabel={label}
      value={draft.text}
      dir="auto"
      readOnly={disabled}
      borderless={disabled}
      multiline={column.type === "memo"}
      autoAdjustHeight={column.type === "memo"}
      type={column.format?.toLowerCase() === "phone" ? "tel" : "text"}
      placeholder={disabled ? "" : "---"}
      autoComplete="off"
      {...(column.maxLength === undefined ? {} : { maxLength: column.maxLength })}
      onChange={(_, text) => draft.change(text ?? "")}
      onBlur={draft.leave}
    />
  );
}

/** Names the message at a field whose text the column cannot take. */
const NOT_POSSIBLE = "not-possible";

/** A whole number between the column's bounds. Any other text stays in the field with a message, which blocks the save. */
export function NumberColumn({
  attribute,
  control,
  label,
  disabled,
  inputId,
}: FieldProps & { readonly control: ControlState }): React.ReactElement {
  const { column } = attribute;
  const stored = typeof attribute.value === "number" ? String(attribute.value) : "";
  const numberOf = (text: string): number | null => (text.trim() === "" ? null : Number(text));
  const draft = useDraft(
    stored,
    (text) => attribute.enter(numberOf(text)),
    (text) => {
      const number = numberOf(text);
      const least = column.minValue ?? -2147483648;
      const most = column.maxValue ?? 2147483647;
      if (number === null || (Number.isInteger(number) && number >= least && number <= most)) {
        control.clearNotification(NOT_POSSIBLE);
        return true;
      }
      control.notify(`Enter a whole number from ${least} to ${most}.`, NOT_POSSIBLE);
      return false;
    },
  );
  return (
    <TextField
      id={inputId}
      ariaLabel={label}
      value={draft.text}
      readOnly={disabled}
      borderless={disabled}
      inputMode="numeric"
      placeholder={disabled ? "" : "---"}
      autoComplete="off"
      onChange={(_, text) => draft.change(text ?? "")}
      onBlur={draft.leave}
    />
  );
}

/** Date and time in the user's time zone. */
export function DateTimeColumn({
  attribute,
  label,
  disabled,
  inputId,
  languageId,
}: FieldProps & { readonly languageId: number }): React.ReactElement {
  const { value } = attribute;
  const draft = useDraft(value instanceof Date ? localText(value) : "", (text) => attribute.enter(text === "" ? null : new Date(text)));
  if (disabled) {
    const text = displayText(attribute.column, value, languageId) ?? "";
    return <TextField id={inputId} ariaLabel={label} value={text} readOnly borderless />;
  }
  return (
    <TextField
      id={inputId}
      ariaLabel={label}
      type="datetime-local"
      value={draft.text}
      onChange={(_, text) => draft.change(text ?? "")}
      onBlur={draft.leave}
    />
  );
}

function localText(date: Date): string {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
