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

/** Colleagues and teams to choose one from. Tab comes to one of them and leaves the list, in both directions; up and down go through it (`moveInList`). */
export function ReceiverList({ receivers, chosen, label, teamText, onChoose }: ReceiverListProps): React.ReactElement {
  const styles = customerStyles(useTheme());
  /** Where the focus is, or was last. */
  const [place, setPlace] = React.useState("");
  const stop = receivers.find(({ id }) => id === place) ?? receivers.find(({ id }) => id === chosen?.id) ?? receivers[0];
  return (
    <div role="radiogroup" className={`${styles.list} ${styles.receivers}`} aria-label={label}>
      {receivers.map((receiver) => {
        const isChosen = receiver.id === chosen?.id;
        return (
          <button
            key={receiver.id}
            type="button"
            role="radio"
            className={isChosen ? `${styles.customer} ${styles.chosen}` : styles.customer}
            aria-checked={isChosen}
            tabIndex={receiver === stop ? 0 : -1}
            onFocus={() => setPlace(receiver.id)}
            onClick={() => onChoose(receiver)}
          >
            <span className={styles.name}>
              <span className={styles.radio} />
              <Isolated text={plainName(receiver.name) || receiver.id} />
              {/* Read aloud, it is a word of its own. */}
              {receiver.kind === "team" && <span className={styles.mark}> {teamText}</span>}
            </span>
          </button>
        );
      })}
    </div>
  );
}
