import * as React from "react";
import { Link, useTheme } from "@fluentui/react";
import { answerText, MOST_CHARACTERS } from "../shared/domain/answerText";
import { withPlainCharacters } from "../shared/domain/withPlainCharacters";
import { isVisible } from "../shared/domain/plainName";
import { costlyIn, countInside } from "../shared/domain/smsSegments";
import type { SmsSegments } from "../shared/domain/smsSegments";
import { openPlace } from "../shared/domain/templateText";
import { Template } from "../shared/ui/Template";
import type { AnswerStrings } from "./answerStrings";
import { replyStyles } from "./replyStyles";

/** What {@link TextNotes} are about. */
export interface TextNotesProps {
  readonly draft: string;
  readonly segments: SmsSegments;
  readonly strings: AnswerStrings;
  /** The agent wants to have this in its place. */
  readonly onReplace: (text: string) => void;
}

/** So many characters are named; who has put in more knows of them. */
const MOST_NAMES = 8;

/** What an agent should know of a text before it is sent: why it cannot be, and what makes it dearer. Read aloud when it changes, not with every key. */
export function TextNotes({ draft, segments, strings, onReplace }: TextNotesProps): React.ReactElement {
  const styles = replyStyles(useTheme());
  const { length } = answerText(draft);
  const place = openPlace(draft);
  const costly = costlyIn(draft, segments);
  const names = costly.slice(0, MOST_NAMES).map(nameOf).join(" ") + (costly.length > MOST_NAMES ? " …" : "");
  const plain = withPlainCharacters(draft);
  const inside = costly.length > 0 ? countInside(draft) : 0;
  return (
    <div role="status" className={styles.live}>
      {length > MOST_CHARACTERS && (
        <div className={styles.fault}>
          <Template text={strings.TooLong} values={[String(length), String(MOST_CHARACTERS)]} />
        </div>
      )}
      {place !== null && (
        <div className={styles.fault}>
          <Template text={strings.OpenPlace} values={[place]} />
        </div>
      )}
      {costly.length > 0 && (
        <div className={styles.note}>
          <span>
            {inside < segments.count ? (
              <Template text={strings.OutsideCosts} values={[names, String(segments.count), String(inside)]} />
            ) : (
              <Template text={strings.Outside} values={[names]} />
            )}
          </span>
          {plain !== draft && (
            <Link as="button" onClick={() => onReplace(plain)}>
              {strings.Replace}
            </Link>
          )}
        </div>
      )}
    </div>
  );
}

/** The character itself, or, where nothing of it could be seen, its number. */
function nameOf(character: string): string {
  if (isVisible(character)) return character;
  return Array.from(character, (point) => `U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`).join(" ");
}
