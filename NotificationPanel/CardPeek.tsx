import * as React from "react";
import { useTheme } from "@fluentui/react";
import type { InboxSession } from "../shared/domain/session";
import { isWritten, shownWords } from "../shared/domain/mediaMark";
import type { Density } from "../shared/domain/settings";
import type { Peek, Peeks } from "../shared/inbox/peeks";
import { ChevronDown12Regular } from "../shared/ui/drawings";
import { Icon } from "../shared/ui/Icon";
import { previewText } from "../shared/ui/texts";
import type { Times } from "../shared/ui/times";
import { PeekTexts } from "./PeekTexts";
import type { PanelStrings } from "./panelStrings";
import { peekStyles } from "./peekStyles";

/** What a {@link CardPeek} shows. */
export interface CardPeekProps {
  readonly session: InboxSession;
  /** Null while it is not loaded. */
  readonly preview: string | null;
  readonly density: Density;
  /** Whom the texts are from. */
  readonly subject: string;
  readonly className: string;
  readonly openClassName: string;
  /** What is open of it; null: it is closed. */
  readonly peek: Peek | null;
  readonly peeks: Peeks;
  /** What is open keeps its height. */
  readonly isStill: boolean;
  readonly strings: PanelStrings;
  readonly times: Times;
}

/** The newest message's beginning; a click or Enter on it opens all the unread texts in its place. A disclosure of HTML: it is no button among those that act. */
export function CardPeek(props: CardPeekProps): React.ReactElement {
  const { session, preview, density, subject, className, openClassName, peek, peeks, isStill, strings, times } = props;
  const styles = peekStyles(useTheme(), density);
  const toggle = (event: React.MouseEvent) => {
    // What is open is the store's to say.
    event.preventDefault();
    if (peek) peeks.close(session.id);
    else peeks.open(session);
  };
  return (
    <details open={peek !== null} className={peek ? `${className} ${openClassName}` : className}>
      <summary
        className={peek ? `${styles.summary} ${styles.isOpen}` : styles.summary}
        aria-expanded={peek !== null}
        tabIndex={-1}
        onClick={toggle}
      >
        {peek ? (
          <span className={styles.preview}>
            <bdi>{strings.PeekClose}</bdi>
          </span>
        ) : (
          <Preview text={preview} density={density} strings={strings} />
        )}
        <Icon drawing={ChevronDown12Regular} />
      </summary>
      {peek && (
        <PeekTexts
          peek={peek}
          subject={subject}
          density={density}
          isStill={isStill}
          strings={strings}
          times={times}
          onRetry={() => peeks.retry(session)}
        />
      )}
    </details>
  );
}

/** An empty line keeps its place until the text is known. */
function Preview({ text, density, strings }: { readonly text: string | null; readonly density: Density; readonly strings: PanelStrings }) {
  const styles = peekStyles(useTheme(), density);
  const shown = text === null ? null : previewText(text);
  if (shown !== null && !isWritten(shown)) {
    return (
      <span className={`${styles.preview} ${styles.faint}`}>
        <bdi dir="auto">{shownWords(shown, strings)}</bdi>
      </span>
    );
  }
  return (
    <span className={styles.preview}>
      {shown === null ? <span className={styles.hidden}>{strings.PeekOpen}</span> : <bdi dir="auto">{shown}</bdi>}
    </span>
  );
}
