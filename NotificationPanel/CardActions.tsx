import * as React from "react";
import { DefaultButton, hiddenContentStyle, IconButton, mergeStyles, PrimaryButton, Spinner, SpinnerSize, useTheme } from "@fluentui/react";
import type { IButtonStyles } from "@fluentui/react";
import type { Density } from "../shared/domain/settings";
import { fill } from "../shared/ui/fill";
import { ArrowReply16Regular, Dismiss16Regular, Prohibited16Regular } from "../shared/ui/drawings";
import { Icon } from "../shared/ui/Icon";
import { isTippedAction, TIP_ATTRIBUTE } from "./actionTip";
import type { CardAction } from "./cardActionsOf";
import { ACTION_LETTERS, LETTER_ATTRIBUTE } from "./panelKeys";
import type { PanelStrings } from "./panelStrings";

/** What {@link CardActions} offers. */
export interface CardActionsProps {
  readonly actions: readonly CardAction[];
  /** The box to answer in is open. */
  readonly isAnswering: boolean;
  /** The action that the server has not answered yet, or null. */
  readonly pending: CardAction | null;
  /** Whom the actions are about, for their accessible names. */
  readonly subject: string;
  readonly density: Density;
  readonly className: string;
  readonly strings: PanelStrings;
  readonly onAction: (action: CardAction) => void;
}

const LABEL = { margin: 0, whiteSpace: "nowrap" } as const;
const ROOMY: IButtonStyles = { root: { minWidth: 0, padding: "0 10px" }, label: LABEL };
// Block is rarely meant and has a lasting effect: it is drawn less prominently than the others.
const QUIET: IButtonStyles = { ...ROOMY, root: { minWidth: 0, padding: "0 10px", borderColor: "transparent", background: "none" } };
const COMPACT: IButtonStyles = { root: { minWidth: 0, height: 26, minHeight: 26, padding: "0 8px" }, label: { ...LABEL, fontSize: 12 } };
const SIGN: IButtonStyles = {
  root: { width: 28, height: 26, minHeight: 26, color: "inherit" },
  rootHovered: { color: "inherit" },
  rootPressed: { color: "inherit" },
};

/** Where there is little room, what is not the main action is a sign; its words are its name, and there for whoever reads the page without its look. */
const SIGNS = { dismiss: Dismiss16Regular, block: Prohibited16Regular, answer: ArrowReply16Regular } as const;
const HIDDEN = mergeStyles(hiddenContentStyle);
const MIRRORED = mergeStyles({ transform: "scaleX(-1)" });

/** The attribute of the button that opens the box to answer in. */
export const ANSWER_ATTRIBUTE = "data-answer";

/** The buttons of a notification. While an action is pending they keep the focus but do nothing. */
export function CardActions(props: CardActionsProps): React.ReactElement {
  const { actions, isAnswering, pending, subject, density, className, strings, onAction } = props;
  const { rtl = false } = useTheme();
  const isCompact = density === "compact";
  return (
    <div className={className}>
      {actions.map((action) => {
        const text = strings[`Action_${action}` as const];
        const common = {
          ariaLabel: fill(strings.ActionFor, text, subject),
          disabled: pending !== null,
          allowDisabledFocus: true,
          ...keyOf(action),
          ...(action === "answer" && { "aria-expanded": isAnswering, [ANSWER_ATTRIBUTE]: "" }),
          ...(isTippedAction(action) && { [TIP_ATTRIBUTE]: action }),
          onClick: () => onAction(action),
          ...(pending === action && { onRenderIcon: renderSpinner }),
        };
        const isSide = action === "dismiss" || action === "block" || action === "answer";
        if (isSide && isCompact) {
          const renderSign = () => (
            <>
              <Icon drawing={SIGNS[action]} className={rtl && action === "answer" ? MIRRORED : undefined} />
              <span className={HIDDEN}>{text}</span>
            </>
          );
          return (
            <IconButton
              key={action}
              onRenderIcon={renderSign}
              title={isTippedAction(action) ? undefined : text}
              styles={SIGN}
              {...common}
            />
          );
        }
        const Button = isSide ? DefaultButton : PrimaryButton;
        const styles = isCompact ? COMPACT : action === "block" ? QUIET : ROOMY;
        return <Button key={action} text={text} styles={styles} {...common} />;
      })}
    </div>
  );
}

/** Tab goes past the buttons of the list's rows; the letter does what the button does, and is shown on it where the keyboard is at work. */
function keyOf(action: CardAction) {
  const letter = ACTION_LETTERS[action];
  return { tabIndex: -1, ...(letter && { "aria-keyshortcuts": letter, [LETTER_ATTRIBUTE]: letter }) };
}

function renderSpinner(): React.ReactElement {
  return <Spinner size={SpinnerSize.xSmall} style={{ marginInlineEnd: 6 }} />;
}
