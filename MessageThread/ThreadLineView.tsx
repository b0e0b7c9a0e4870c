import * as React from "react";
import { css, useTheme } from "@fluentui/react";
import { Template } from "../shared/ui/Template";
import { eventText } from "./eventText";
import { LineTime } from "./LineTime";
import { MessageLine } from "./MessageLine";
import type { MessageLineProps } from "./MessageLine";
import type { ThreadLine } from "./threadLines";
import { threadStyles } from "./threadStyles";
import { LINE_ATTRIBUTE } from "./useThreadWindow";

/** What a {@link ThreadLineView} shows. */
export interface ThreadLineViewProps extends Omit<MessageLineProps, "message"> {
  readonly line: ThreadLine;
  /** The day of the server's now is today. */
  readonly now: number;
  /** Tab comes to it. */
  readonly isTabStop: boolean;
}

/** One line of the thread. Texts can have the focus: the arrow keys go from one to the next. */
export const ThreadLineView = React.memo(function ThreadLineView(props: ThreadLineViewProps): React.ReactElement {
  const { line, now, isTabStop, customer, strings, times, days } = props;
  const styles = threadStyles(useTheme());
  const named = { [LINE_ATTRIBUTE]: line.id };
  switch (line.kind) {
    case "message":
      return (
        <div role="article" {...named} className={styles.line} tabIndex={isTabStop ? 0 : -1}>
          <MessageLine {...props} message={line.message} />
        </div>
      );
    case "event": {
      const { text, values } = eventText(line.event, customer, strings);
      return (
        <div {...named} className={styles.line}>
          <div className={styles.event}>
            <Template text={text} values={values} /> · <LineTime at={line.event.at} times={times} days={days} />
          </div>
        </div>
      );
    }
    case "day":
      return (
        <div {...named} className={styles.line}>
          <div className={styles.day}>{days.name(line.at, now)}</div>
        </div>
      );
    case "unread":
      return (
        <div {...named} className={styles.line}>
          <div className={css(styles.day, styles.unread)}>{strings.Unread}</div>
        </div>
      );
  }
});
