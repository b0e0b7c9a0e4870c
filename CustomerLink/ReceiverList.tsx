import * as React from "react";
import { useTheme } from "@fluentui/react";
import { plainName } from "../shared/domain/plainName";
import type { Receiver } from "../shared/thread/givePorts";
import { Isolated } from "../shared/ui/Isolated";
import { customerStyles } from "./customerStyles";

/** What a {@link ReceiverList} offers. */
export interface ReceiverListProps {
  readonly receivers: readonly Receiver[];
  readonly chosen: Receiver | null;
  readonly label: string;
  /** What a team is called. */
  readonly teamText: string;
  readonly onChoose: (receiver: Receiver) => void;
}

/** Colleagues and teams to choose from. */
export function ReceiverList({ receivers, chosen, label, teamText, onChoose }: ReceiverListProps): React.ReactElement {
  const styles = customerStyles(useTheme());
  return (
    <ul className={`${styles.list} ${styles.receivers}`} aria-label={label}>
      {receivers.map((receiver) => (
        <li key={receiver.id}>
          <button
            type="button"
            className={receiver.id === chosen?.id ? `${styles.customer} ${styles.chosen}` : styles.customer}
            aria-pressed={receiver.id === chosen?.id}
            onClick={() => onChoose(receiver)}
          >
            <span className={styles.name}>
              <Isolated text={plainName(receiver.name) || receiver.id} />
              {/* Read aloud, it is a word of its own. */}
              {receiver.kind === "team" && <span className={styles.mark}> {teamText}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
