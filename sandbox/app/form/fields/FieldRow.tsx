import * as React from "react";
import type { Attribute } from "../attribute";
import type { ControlState } from "../controlState";

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
  /** The column's description: the tooltip of the label, and read out with the field; "" for none. */
  readonly help: string;
  readonly children: React.ReactNode;
}

/** A field with its label beside it, and its messages below. */
export function FieldRow({ control, required, showLabel, inputId, help, children }: RowProps): React.ReactElement {
  // Some fields draw another element when their value changes, so each drawing sets the description again.
  React.useEffect(() => {
    if (help !== "") document.getElementById(inputId)?.setAttribute("aria-description", help);
  }, [help, inputId, children]);
  return (
    <div className={showLabel ? "sb-field" : "sb-field sb-field-wide"}>
      {showLabel ? (
        <label className="sb-field-label" htmlFor={inputId} {...(help === "" ? {} : { title: help })}>
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
