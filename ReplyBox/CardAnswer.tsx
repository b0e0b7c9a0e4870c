import * as React from "react";
import { useTheme } from "@fluentui/react";
import { plainName } from "../shared/domain/plainName";
import type { InboxSession } from "../shared/domain/session";
import type { UnreadText } from "../shared/inbox/panelPorts";
import type { Browser } from "../shared/inbox/ports";
import { createCardAnswer } from "../shared/thread/cardAnswer";
import type { AnsweredBy, CardAnswer as Card, CardAnswered } from "../shared/thread/cardAnswer";
import type { CardAnswerGateway } from "../shared/thread/cardAnswerPorts";
import type { AnswersLease } from "../shared/thread/windowAnswers";
import { useStore } from "../shared/ui/useStore";
import type { AnswerStrings } from "./answerStrings";
import { createBoxAnswers } from "./boxAnswers";
import type { BoxAnswers } from "./boxAnswers";
import { ReplyBox } from "./ReplyBox";
import { replyStyles } from "./replyStyles";
import { UnwrittenTexts } from "./UnwrittenTexts";
import { useClosedBecause } from "./useClosedBecause";
import { useSeen } from "./useSeen";

/** What a {@link CardAnswer} is given by the list that it is in. */
export interface CardAnswerInput {
  /** The same object for as long as the box is open. */
  readonly by: AnsweredBy;
  /** As the list has it; of one that has left the list, as it was last. */
  readonly session: InboxSession;
  /** It has left the list: why is asked for. */
  readonly isGone: boolean;
  /** The server's clock (ms), as of the last look at it. */
  readonly now: number;
  /** The card's element. */
  readonly card: React.RefObject<HTMLElement>;
  /** The unread texts that it shows; null while it shows none. */
  readonly texts: readonly UnreadText[] | null;
  /** Whether the focus is to go into the box now that it is there. */
  readonly takeFocus: () => boolean;
  readonly strings: AnswerStrings;
  /** As {@link CardAnswerParts.onAnswered}. */
  readonly onAnswered: (answered: CardAnswered) => void;
  /** Takes a bug that is none of the drawing's. */
  readonly onBug: (bug: unknown) => void;
}

/** What a {@link CardAnswer} works on. */
export interface CardAnswerProps extends CardAnswerInput {
  readonly leaseAnswers: (by: AnsweredBy) => AnswersLease;
  readonly gateway: CardAnswerGateway;
  readonly browser: Pick<Browser, "after" | "report">;
}

/** The box to answer in, in a card of the list: what is not stored stands above it, with what became of it. */
export function CardAnswer(props: CardAnswerProps): React.ReactElement {
  const { by, session, isGone, now, strings, onBug, leaseAnswers, gateway, browser } = props;
  const styles = replyStyles(useTheme());
  const latest = React.useRef(props);
  latest.current = props;
  const root = React.useRef<HTMLDivElement>(null);
  const seen = useSeen(props.card, props.texts);
  const getSeen = React.useRef(seen);
  getSeen.current = seen;
  const [card, setCard] = React.useState<(Card & { readonly answers: BoxAnswers }) | null>(null);
  // Before anything is painted: the box comes at once.
  React.useLayoutEffect(() => {
    const made = createCardAnswer({
      by,
      lease: leaseAnswers(by),
      gateway,
      browser,
      seen: () => getSeen.current(),
      onAnswered: (answered) => latest.current.onAnswered(answered),
    });
    setCard({ ...made, answers: createBoxAnswers(made.answers) });
    return made.release;
  }, [by, leaseAnswers, gateway, browser]);
  const closed = useClosedBecause({ by, session, isGone, now, gateway, onBug });
  React.useEffect(() => {
    if (!card || !latest.current.takeFocus()) return;
    // The code may have come long after the press: who is elsewhere by now, in another card, stays there.
    const at = document.activeElement;
    const own = latest.current.card.current;
    if (at && !at.contains(own) && !own?.contains(at)) return;
    (root.current?.querySelector<HTMLElement>("textarea:not([readonly])") ?? root.current)?.focus();
  }, [card]);
  const { contactName, businessNumber } = session;
  const values = React.useMemo(
    () => ({ customer: plainName(contactName ?? ""), agent: plainName(by.userName), businessnumber: plainName(businessNumber) }),
    [contactName, by, businessNumber],
  );
  return (
    <div ref={root} tabIndex={-1} className={styles.inCard}>
      {card && (
        <>
          <UnwrittenTexts answers={card.answers} mayAnswer={closed === null} strings={strings} />
          <Unmarked card={card} strings={strings} />
          <ReplyBox
            answers={card.answers}
            closedBecause={closed}
            // Of a conversation that has left the list it is whose it was.
            owner={isGone ? "" : plainName(session.owner.name)}
            values={values}
            strings={strings}
            onBug={onBug}
          />
        </>
      )}
    </div>
  );
}

/** Always there, so that what comes into it is read aloud. */
function Unmarked({ card, strings }: { readonly card: Card; readonly strings: AnswerStrings }) {
  const styles = replyStyles(useTheme());
  const isUnmarked = useStore(card.subscribe, card.isUnmarked);
  return (
    <div role="status" className={styles.live}>
      {isUnmarked && <div className={styles.note}>{strings.AnsweredUnread}</div>}
    </div>
  );
}
