import * as React from "react";
import { css, useTheme } from "@fluentui/react";
import type { ThreadMessage } from "../shared/domain/message";
import { plainName } from "../shared/domain/plainName";
import type { Days } from "../shared/ui/days";
import { wholeText } from "../shared/ui/texts";
import type { Times } from "../shared/ui/times";
import { FoldedText } from "./FoldedText";
import { LineTime } from "./LineTime";
import type { ThreadStrings } from "./threadStrings";
import { threadStyles } from "./threadStyles";

/** What a {@link MessageLine} shows. */
export interface MessageLineProps {
  readonly message: ThreadMessage;
  /** What to call the customer. */
  readonly customer: string;
  readonly strings: ThreadStrings;
  readonly times: Times;
  readonly days: Days;
  readonly onLink: (address: string) => void;
  /** What became of a text of ours, and what can be done about it. */
  readonly stateOf: (message: ThreadMessage) => React.ReactNode;
  /** The pictures and other files that came with a text. */
  readonly mediaOf: (message: ThreadMessage) => React.ReactNode;
}

/** One text of the thread: the customer's at the start of the line, ours at its end. */
export function MessageLine({ message, customer, strings, times, days, onLink, stateOf, mediaOf }: MessageLineProps): React.ReactElement {
  const styles = threadStyles(useTheme());
  const isOwn = message.direction === "out";
  const text = wholeText(message.text);
  const author = plainName(message.authorName);
  return (
    <div className={css(styles.message, isOwn && styles.own)}>
      {/* Who wrote it is seen by where it stands. */}
      {!isOwn && <span className={styles.hidden}>{customer}</span>}
      {(text || !message.media) && (
        <div className={css(styles.bubble, isOwn && styles.ownBubble, text === "" && styles.faint)} dir="auto">
          {text === "" ? strings.NoText : <FoldedText id={message.id} text={text} strings={strings} onLink={onLink} />}
        </div>
      )}
      {message.media && mediaOf(message)}
      <div className={css(styles.meta, isOwn && styles.ownMeta)}>
        {isOwn && author && <bdi>{author}</bdi>}
        <LineTime at={message.at} times={times} days={days} />
        {isOwn && stateOf(message)}
      </div>
    </div>
  );
}
