import * as React from "react";
import { Warning20Regular } from "../shared/ui/drawings";
import { Icon } from "../shared/ui/Icon";
import { useSelectionStyles } from "./useSelectionStyles";

/** What a {@link CardFailure} tells. */
export interface CardFailureProps {
  readonly text: string;
  readonly className: string;
}

/** Why a notification was not dealt with, in one line; all of it in its title. */
export function CardFailure({ text, className }: CardFailureProps): React.ReactElement {
  const styles = useSelectionStyles();
  return (
    <p className={`${className} ${styles.failure}`} title={text}>
      <Icon drawing={Warning20Regular} size={16} className={styles.sign} /> {text}
    </p>
  );
}
