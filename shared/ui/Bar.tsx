import * as React from "react";
import { ActionButton, HighContrastSelector, IconButton, useTheme } from "@fluentui/react";
import type { IButtonStyles } from "@fluentui/react";
import { barStyles } from "./barStyles";
import { Dismiss16Regular, Warning20Regular } from "./drawings";
import { Icon } from "./Icon";

/** What a {@link Bar} says and offers. */
export interface BarProps {
  readonly isWarning: boolean;
  readonly children: React.ReactNode;
  readonly action: { readonly text: string; readonly run: () => void } | null;
  readonly close: { readonly text: string; readonly run: () => void } | null;
}

// In the bar's own colour: the brand's cannot be read on every bar.
const POINTED = { color: "inherit", textDecoration: "underline" };
const ACTION: IButtonStyles = {
  // With forced colours nothing but an edge tells it from the words beside it.
  root: { height: 28, whiteSpace: "nowrap", [HighContrastSelector]: { borderColor: "ButtonText" } },
  rootHovered: POINTED,
  rootPressed: POINTED,
  label: { fontWeight: 600 },
};
const CLOSE: IButtonStyles = {
  root: { height: 28, width: 28, color: "inherit" },
  rootHovered: { color: "inherit" },
  rootPressed: { color: "inherit" },
};

/** One message across the panel, with at most one thing to do about it. */
export function Bar({ isWarning, children, action, close }: BarProps): React.ReactElement {
  const styles = barStyles(useTheme());
  return (
    <div className={isWarning ? `${styles.bar} ${styles.warning}` : styles.bar}>
      {isWarning && (
        <span className={styles.icon}>
          <Icon drawing={Warning20Regular} />
        </span>
      )}
      <div className={styles.text}>{children}</div>
      <div className={styles.actions}>
        {action && <ActionButton styles={ACTION} text={action.text} onClick={() => action.run()} />}
        {close && (
          <IconButton styles={CLOSE} ariaLabel={close.text} title={close.text} onRenderIcon={renderDismiss} onClick={() => close.run()} />
        )}
      </div>
    </div>
  );
}

/** The cross of buttons that close something. */
export function renderDismiss(): React.ReactElement {
  return <Icon drawing={Dismiss16Regular} />;
}
