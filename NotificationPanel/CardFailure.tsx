import * as React from "react";
import { Icon } from "../shared/ui/Icon";
import { useSelectionStyles } from "./selectionStyles";

/** What a {@link CardFailure} tells. */
export interface CardFailureProps {
  readonly text: string;
}

/** Why a notification was not dealt with, in one line; all of it in its title. */
export function CardFailure({ text }: CardFailureProps): React.ReactElement {
  const styles = useSelectionStyles();
  return (
    <p className={styles.failure} title={text}>
      <Icon name="Warning20Regular" size={16} className={styles.sign} /> {text}
    </p>
  );
}
