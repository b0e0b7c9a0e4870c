import * as React from "react";
import type { Attribute } from "../attribute";
import type { ControlState } from "../control";

/** What every field is drawn from. */
export interface FieldProps {
  readonly attribute: Attribute;
  readonly label: string;
  readonly disabled: boolean;
  readonly inputId: string;
}

interface RowProps {
  readonly control: ControlState;
  readonly required: boolean;
  readonly showLabel: boolean;
  readonly inputId: string;
  readonly children: React.ReactNode;
}

/** A field with its label beside it, and its messages below. */
export function FieldRow({ control, required, showLabel, inputId, children }: RowProps): React.ReactElement {
  return (
    <div className={showLabel ? "sb-field" : "sb-field sb-field-wide"}>
      {showLabel ? (
        <label className="sb-field-label" htmlFor={inputId}>
          {control.label}
          {required ? (
            <span className="sb-required" aria-hidden="true">
              *
            </span>
          ) : null}
        </label>
      ) : null}
      <div className="sb-field-value">
        {children}
        {control.notifications.map((notification) => (
          <div key={notification.id} className="sb-field-error" role="alert">
            {notification.text}
          </div>
        ))}
      </div>
    </div>
  );
}
