import * as React from "react";
import { PersonaCoin, PersonaSize, useTheme } from "@fluentui/react";
import { givenUnread } from "../shared/domain/givenUnread";
import { plainName } from "../shared/domain/plainName";
import { customerName } from "../shared/domain/session";
import type { Density } from "../shared/domain/settings";
import type { Peek, Peeks } from "../shared/inbox/peeks";
import type { Notification } from "../shared/inbox/snapshot";
import type { AnsweredBy } from "../shared/thread/cardAnswer";
import { ANSWER_ATTRIBUTE, CardActions } from "./CardActions";
import { cardActionsOf } from "./cardActionsOf";
import type { CardAction } from "./cardActionsOf";
import { CardFailure } from "./CardFailure";
import { CardPeek } from "./CardPeek";
import { CardReply } from "./CardReply";
import { ExactTime } from "./ExactTime";
import { Isolated } from "../shared/ui/Isolated";
import { Template } from "../shared/ui/Template";
import { counted, fill } from "../shared/ui/fill";
import { Person24Regular } from "../shared/ui/drawings";
import { Icon } from "../shared/ui/Icon";
import type { PanelStrings } from "./panelStrings";
import { cardStyles } from "./cardStyles";
import { initialsOf, joined } from "../shared/ui/texts";
import type { Times } from "../shared/ui/times";
import type { Answering } from "./useAnswering";

/** What a {@link NotificationCard} shows. */
export interface NotificationCardProps {
  readonly notification: Notification;
  /** Which of our numbers was written to, where another conversation on the list differs in nothing else; otherwise empty. */
  readonly writtenTo: string;
  /** How long ago the newest message was received, in words. Not an instant to reckon from: a card whose words stay the same is not rendered again. */
  readonly age: string;
  /** Why it was not done with others at once; empty: it was not tried, or that is past. It stands where the text stands else: nothing moves for it. */
  readonly failure: string;
  /** How long the customer has waited, in words, where the conversation can be taken over from its owner; otherwise empty. */
  readonly waited: string;
  /** There may be more unread messages than the session says: the server could not count them all. */
  readonly isLowerBound: boolean;
  readonly density: Density;
  /** Its unread texts, where the agent has opened them; null: they have not. */
  readonly peek: Peek | null;
  readonly peeks: Peeks;
  /** It has left the list, and stays for the sake of its box. */
  readonly isGone: boolean;
  /** Its box to answer in is open; null: it is not. */
  readonly box: AnsweredBy | null;
  /** The server's clock (ms), as of the last look at it, where the box is open; otherwise 0. */
  readonly now: number;
  /** Something is written to the customer and not sent. */
  readonly hasDraft: boolean;
  readonly answering: Answering;
  /** What is open keeps its height. */
  readonly isStill: boolean;
  readonly strings: PanelStrings;
  readonly times: Times;
  readonly onAction: (action: CardAction, notification: Notification) => void;
}

/**
 * One notification: who wrote, when, how much, the newest text, which opens all of them, and what the viewer may do now. Compact: two lines, the buttons beside
 * the text.
 */
export const NotificationCard = React.memo(function NotificationCard(props: NotificationCardProps): React.ReactElement {
  const { notification, writtenTo, age, failure, waited, isLowerBound, density, peek, peeks, isStill, strings, times, onAction } = props;
  const { isGone, box, now, hasDraft, answering } = props;
  const { session, actions, pending } = notification;
  const styles = cardStyles(useTheme(), density);
  const contact = plainName(session.contactName ?? "");
  const subject = customerName(session);
  const count = isLowerBound ? `${session.unread}+` : String(session.unread);
  const number = contact && (
    <span className={styles.number}>
      <Isolated text={plainName(session.phoneNumber)} />
    </span>
  );
  const given = givenUnread(session);
  const isCompact = density === "compact";
  const root = React.useRef<HTMLDivElement>(null);
  const isAnswering = box !== null;
  const wasAnswering = React.useRef(isAnswering);
  React.useLayoutEffect(() => {
    const isClosed = wasAnswering.current && !isAnswering;
    wasAnswering.current = isAnswering;
    // What had the focus has gone with the box.
    if (isClosed && document.activeElement === document.body) root.current?.querySelector<HTMLElement>(`[${ANSWER_ATTRIBUTE}]`)?.focus();
  }, [isAnswering]);
  const named = joined(subject, writtenTo && fill(strings.WrittenTo, writtenTo));
  return (
    <div ref={root} className={styles.card}>
      {/* The coin comes last, so that what is read aloud begins with the name. */}
      <div className={styles.text}>
        <div className={styles.head}>
          <span className={styles.name} title={subject}>
            <Isolated text={subject} />
          </span>
          {isCompact && number}
          {hasDraft && !isAnswering && <span className={styles.draft}>{strings.DraftMark}</span>}
          <span className={styles.rest} />
          <ExactTime at={session.newestUnreadAt} age={age} className={styles.time} times={times} />
          <span className={styles.badge} aria-hidden="true">
            {session.unread > 99 ? "99+" : count}
          </span>
          <span className={styles.hidden}>{counted(strings, "CardUnread", session.unread, count)}</span>
        </div>
        {!isCompact && number}
        {waited && (
          <Note
            text={strings.WaitingOwner}
            values={[waited, plainName(session.owner.name) || strings.SomeoneElse]}
            className={styles.note}
          />
        )}
        {given && (
          <Note
            text={given.note ? strings.GivenByNote : strings.GivenBy}
            values={[plainName(given.by) || strings.SomeoneElse, plainName(given.note)]}
            className={styles.note}
          />
        )}
        {writtenTo && <Note text={strings.WrittenTo} values={[writtenTo]} className={styles.note} />}
        {session.isOptedOut && <div className={styles.note}>{strings.OptedOut}</div>}
        <div className={styles.body}>
          {failure && !peek ? (
            <CardFailure text={failure} className={styles.peek} />
          ) : (
            <CardPeek
              session={session}
              preview={notification.preview}
              density={density}
              subject={subject}
              className={styles.peek}
              openClassName={styles.peekOpen}
              peek={peek}
              peeks={peeks}
              isStill={isStill}
              strings={strings}
              times={times}
            />
          )}
          <CardActions
            actions={cardActionsOf(actions, isAnswering, isGone)}
            isAnswering={isAnswering}
            pending={pending}
            subject={named}
            // Below the texts there is room for words.
            density={peek || isAnswering ? "roomy" : density}
            className={styles.actions}
            strings={strings}
            onAction={(action) => {
              onAction(action, notification);
            }}
          />
          {box && (
            <CardReply
              replyCode={answering.replyCode}
              label={fill(strings.ActionFor, strings.Action_answer, named)}
              by={box}
              session={session}
              isGone={isGone}
              now={now}
              card={root}
              texts={peek?.texts?.items ?? null}
              takeFocus={() => answering.takeFocus(session.id)}
              strings={strings}
              onAnswered={(answered) => answering.answered(session, answered)}
              onBug={answering.onBug}
              className={styles.reply}
              onClose={() => answering.close(session.id)}
            />
          )}
        </div>
      </div>
      {!isCompact && (
        <div className={styles.coin}>
          <PersonaCoin
            text={subject}
            size={PersonaSize.size40}
            initialsTextColor="#fff"
            onRenderInitials={() => renderInitials(contact, styles.person)}
          />
        </div>
      )}
    </div>
  );
});

/** One line more, cut at its end; its title is the whole of it. */
function Note({ text, values, className }: { readonly text: string; readonly values: readonly string[]; readonly className: string }) {
  return (
    <div className={className} title={fill(text, ...values)}>
      <Template text={text} values={values} />
    </div>
  );
}

function renderInitials(contact: string, className: string): React.ReactElement {
  const initials = initialsOf(contact);
  return initials ? <span>{initials}</span> : <Icon drawing={Person24Regular} className={className} />;
}
