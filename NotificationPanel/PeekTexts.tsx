import * as React from "react";
import { ActionButton, Spinner, SpinnerSize, useTheme } from "@fluentui/react";
import { isWritten, shownWords } from "../shared/domain/mediaMark";
import type { Density } from "../shared/domain/settings";
import type { Peek } from "../shared/inbox/peeks";
import { fill } from "../shared/ui/fill";
import { wholeText } from "../shared/ui/texts";
import type { Times } from "../shared/ui/times";
import type { PanelStrings } from "./panelStrings";
import { peekStyles } from "./peekStyles";
import { useStillBox } from "./useStillBox";

/** What {@link PeekTexts} shows. */
export interface PeekTextsProps {
  readonly peek: Peek;
  readonly subject: string;
  readonly density: Density;
  /** It keeps its height: what comes is scrolled to. */
  readonly isStill: boolean;
  readonly strings: PanelStrings;
  readonly times: Times;
  readonly onRetry: () => void;
}

/** Keys that scroll what has the focus: here they do not lead to another row. */
const SCROLLS = ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"];

/** A conversation's unread texts, the oldest first, each with its time. Text is data: nothing in it is a link. */
export function PeekTexts({ peek, subject, density, isStill, strings, times, onRetry }: PeekTextsProps): React.ReactElement {
  const { texts, isLoading, hasFailed } = peek;
  const styles = peekStyles(useTheme(), density);
  const { box, height } = useStillBox(isStill, texts);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.target === event.currentTarget && SCROLLS.includes(event.key)) event.stopPropagation();
  };
  return (
    <div
      ref={box}
      style={height === null ? {} : { height }}
      role="region"
      aria-label={fill(strings.PeekTexts, subject)}
      aria-busy={isLoading}
      tabIndex={-1}
      className={styles.texts}
      onKeyDown={onKeyDown}
    >
      {/* No list: the items of the panel's list are notifications. */}
      {texts?.items.map(({ id, at, text, file }) => (
        <div key={id} data-text={id}>
          <time className={styles.at} dateTime={times.iso(at)}>
            {times.absolute(at)}
          </time>
          <Text text={wholeText(text)} density={density} strings={strings} />
          {file !== "" && isWritten(text) && <Text text={file} density={density} strings={strings} />}
        </div>
      ))}
      {/* Always there, so that what comes into it is read aloud. */}
      <div role="status">
        {texts?.hasMore && <div className={styles.state}>{fill(strings.PeekMore, texts.items.length)}</div>}
        {isLoading && !texts && (
          <div className={styles.state}>
            <Spinner size={SpinnerSize.small} />
            {strings.PeekLoading}
          </div>
        )}
        {hasFailed && (
          <div className={styles.state}>
            {strings.PeekFailed}
            <ActionButton text={strings.Retry} styles={{ root: { height: 28 } }} onClick={onRetry} />
          </div>
        )}
      </div>
    </div>
  );
}

function Text({ text, density, strings }: { readonly text: string; readonly density: Density; readonly strings: PanelStrings }) {
  const styles = peekStyles(useTheme(), density);
  if (!isWritten(text)) return <p className={`${styles.text} ${styles.faint}`}>{shownWords(text, strings)}</p>;
  return (
    <p className={styles.text}>
      <bdi dir="auto">{text}</bdi>
    </p>
  );
}
