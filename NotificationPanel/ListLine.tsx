import * as React from "react";
import { DefaultButton, useTheme } from "@fluentui/react";
import { fill } from "../shared/ui/fill";
import { Isolated } from "../shared/ui/Isolated";
import { listStyles } from "./listStyles";
import type { PanelStrings } from "./panelStrings";

/** What a {@link ListLine} shows. */
export interface ListLineProps {
  /** The customer, and the number where that is not the same. */
  readonly name: string;
  readonly number: string;
  /** What else there is to know, below each other. */
  readonly details: React.ReactNode;
  /** What became of it; empty: nothing yet. */
  readonly state: string;
  /** Why it could not be done; empty: nothing failed. */
  readonly failure: string;
  /** `isOff`: there is nothing to do any more. */
  readonly button: { readonly text: string; readonly isPending: boolean; readonly isOff?: boolean; readonly run: () => void };
  readonly strings: PanelStrings;
}

/** One line of the lists of dismissed and blocked: who, what is known, and one button, which stays the same one whatever it offers: the focus stays on it. */
export function ListLine({ name, number, details, state, failure, button, strings }: ListLineProps): React.ReactElement {
  const styles = listStyles(useTheme());
  return (
    <div role="listitem" className={styles.line} aria-label={number ? `${name} ${number}` : name} aria-busy={button.isPending}>
      <div className={styles.text}>
        <div className={styles.name} title={name}>
          <Isolated text={name} />
        </div>
        {number && (
          <div className={styles.detail}>
            <Isolated text={number} />
          </div>
        )}
        {details}
        {/* It has its place before there is anything to say: what comes into it moves no line below. */}
        <div className={styles.result}>
          <div className={styles.state} role="status">
            {state}
          </div>
          <div className={styles.failure} role="alert">
            {failure}
          </div>
        </div>
      </div>
      <DefaultButton
        text={button.text}
        ariaLabel={fill(strings.ActionFor, button.text, name)}
        disabled={button.isPending || button.isOff === true}
        allowDisabledFocus
        onClick={button.run}
      />
    </div>
  );
}
