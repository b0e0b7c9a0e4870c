import * as React from "react";
import { DefaultButton, PrimaryButton, Spinner, SpinnerSize } from "@fluentui/react";
import type { IButtonStyles } from "@fluentui/react";
import type { Action } from "../shared/domain/session";
import { fill } from "../shared/ui/fill";
import { ACTION_LETTERS, LETTER_ATTRIBUTE } from "./panelKeys";
import type { PanelStrings } from "./panelStrings";

/** What {@link CardActions} offers. */
export interface CardActionsProps {
  readonly actions: readonly Action[];
  /** The action that the server has not answered yet, or null. */
  readonly pending: Action | null;
  /** Whom the actions are about, for their accessible names. */
  readonly subject: string;
  readonly className: string;
  readonly strings: PanelStrings;
  readonly onAction: (action: Action) => void;
}

const COMPACT: IButtonStyles = { root: { minWidth: 0, padding: "0 12px" }, label: { margin: 0, whiteSpace: "nowrap" } };
// Block is rarely meant and has a lasting effect: it is drawn less prominently than the others.
const QUIET: IButtonStyles = { ...COMPACT, root: { minWidth: 0, padding: "0 12px", borderColor: "transparent", background: "none" } };

/** The buttons of a notification. While an action is pending they keep the focus but do nothing. */
export function CardActions({ actions, pending, subject, className, strings, onAction }: CardActionsProps): React.ReactElement {
  return (
    <div className={className}>
      {actions.map((action) => {
        const Button = action === "dismiss" || action === "block" ? DefaultButton : PrimaryButton;
        const text = strings[`Action_${action}` as const];
        return (
          <Button
            key={action}
            text={text}
            ariaLabel={fill(strings.ActionFor, text, subject)}
            disabled={pending !== null}
            allowDisabledFocus
            {...keyOf(action)}
            styles={action === "block" ? QUIET : COMPACT}
            {...(pending === action && { onRenderIcon: renderSpinner })}
            onClick={() => {
              onAction(action);
            }}
          />
        );
      })}
    </div>
  );
}

/** Tab goes past the buttons of the list's rows; the letter does what the button does, and is shown on it where the keyboard is at work. */
function keyOf(action: Action) {
  const letter = ACTION_LETTERS[action];
  return { tabIndex: -1, ...(letter && { "aria-keyshortcuts": letter, [LETTER_ATTRIBUTE]: letter }) };
}

function renderSpinner(): React.ReactElement {
  return <Spinner size={SpinnerSize.xSmall} style={{ marginInlineEnd: 6 }} />;
}
