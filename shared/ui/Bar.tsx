import * as React from "react";
import { ActionButton, IconButton, useTheme } from "@fluentui/react";
import type { IButtonStyles } from "@fluentui/react";
import { Dismiss16Regular } from "@fluentui/react-icons/lib/atoms/svg/dismiss";
import { Warning20Regular } from "@fluentui/react-icons/lib/atoms/svg/warning";
import { panelStyles } from "../../NotificationPanel/styles";

/** What a {@link Bar} says and offers. */
export interface BarProps {
  readonly isWarning: boolean;
  readonly children: React.ReactNode;
  readonly action: { readonly text: string; readonly run: () => void } | null;
  readonly close: { readonly text: string; readonly run: () => void } | null;
}

const ACTION: IButtonStyles = { root: { height: 28, whiteSpace: "nowrap" }, label: { fontWeight: 600 } };
const CLOSE: IButtonStyles = {
  root: { height: 28, width: 28, color: "inherit" },
  rootHovered: { color: "inherit" },
  rootPressed: { color: "inherit" },
};

/** One message across the panel, with at most one thing to do about it. */
export function Bar({ isWarning, children, action, close }: BarProps): React.ReactElement {
  const styles = panelStyles(useTheme());
  return (
    <div className={isWarning ? `${styles.bar} ${styles.warning}` : styles.bar}>
      {isWarning && (
        <span className={styles.barIcon}>
          <Warning20Regular />
        </span>
      )}
      <div className={styles.barText}>{children}</div>
      <div className={styles.barActions}>
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
  return <Dismiss16Regular />;
}
