import * as React from "react";
import { PersonaCoin, PersonaSize, useTheme } from "@fluentui/react";
import { plainName } from "../shared/domain/plainName";
import { customerName } from "../shared/domain/session";
import type { Action } from "../shared/domain/session";
import type { Notification } from "../shared/inbox/snapshot";
import { CardActions } from "./CardActions";
import { CardFailure } from "./CardFailure";
import { Isolated } from "../shared/ui/Isolated";
import { Template } from "../shared/ui/Template";
import { counted, fill } from "../shared/ui/fill";
import { Icon } from "../shared/ui/Icon";
import type { PanelStrings } from "./panelStrings";
import { cardStyles } from "./cardStyles";
import { initialsOf, joined, previewText } from "../shared/ui/texts";
import type { Times } from "../shared/ui/times";

/** What a {@link NotificationCard} shows. */
export interface NotificationCardProps {
  readonly notification: Notification;
  /** Which of our numbers was written to, where another conversation on the list differs in nothing else; otherwise empty. */
  readonly writtenTo: string;
  /** How long ago the newest message was received, in words. Not an instant to reckon from: a card whose words stay the same is not rendered again. */
  readonly age: string;
  /** Why it was not done with others at once; empty: it was not tried, or that is past. It stands where the text stands else: nothing moves for it. */
  readonly failure: string;
  /** There may be more unread messages than the session says: the server could not count them all. */
  readonly isLowerBound: boolean;
  readonly strings: PanelStrings;
  readonly times: Times;
  readonly onAction: (action: Action, notification: Notification) => void;
}

/** One notification: who wrote, when, how much, the newest text, and what the viewer may do now. */
export const NotificationCard = React.memo(function NotificationCard(props: NotificationCardProps): React.ReactElement {
  const { notification, writtenTo, age, failure, isLowerBound, strings, times, onAction } = props;
  const { session, actions, pending } = notification;
  const styles = cardStyles(useTheme());
  const number = plainName(session.phoneNumber);
  const contact = plainName(session.contactName ?? "");
  const subject = customerName(session);
  const owner = actions.includes("assign") ? plainName(session.owner.name) || strings.SomeoneElse : null;
  const count = isLowerBound ? `${session.unread}+` : String(session.unread);
  const badge = (
    <>
      <span className={styles.badge} aria-hidden="true">
        {session.unread > 99 ? "99+" : count}
      </span>
      <span className={styles.hidden}>{counted(strings, "CardUnread", session.unread, count)}</span>
    </>
  );
  return (
    <div className={styles.card}>
      {/* The coin comes last, so that what is read aloud begins with the name. */}
      <div className={styles.text}>
        <div className={styles.row}>
          <span className={styles.name} title={subject}>
            <Isolated text={subject} />
          </span>
          <time className={styles.time} dateTime={times.iso(session.newestUnreadAt)} title={times.absolute(session.newestUnreadAt)}>
            {age}
          </time>
          {!contact && badge}
        </div>
        {contact && (
          <div className={styles.row}>
            <span className={styles.number}>
              <Isolated text={number} />
            </span>
            {badge}
          </div>
        )}
        {failure ? <CardFailure text={failure} /> : <Preview text={notification.preview} strings={strings} />}
        {session.isOptedOut && <div className={styles.owner}>{strings.OptedOut}</div>}
        {writtenTo && (
          <div className={styles.owner} title={writtenTo}>
            <Template text={strings.WrittenTo} values={[writtenTo]} />
          </div>
        )}
        {owner !== null && (
          <div className={styles.owner} title={owner}>
            <Template text={strings.OwnedBy} values={[owner]} />
          </div>
        )}
      </div>
      <div className={styles.coin}>
        <PersonaCoin
          text={subject}
          size={PersonaSize.size40}
          initialsTextColor="#fff"
          onRenderInitials={() => renderInitials(contact, styles.person)}
        />
      </div>
      <CardActions
        actions={actions}
        pending={pending}
        subject={joined(subject, writtenTo && fill(strings.WrittenTo, writtenTo))}
        className={styles.actions}
        strings={strings}
        onAction={(action) => {
          onAction(action, notification);
        }}
      />
    </div>
  );
});

/** The newest message's beginning; an empty line keeps its place until it is known. */
function Preview({ text, strings }: { readonly text: string | null; readonly strings: PanelStrings }): React.ReactElement {
  const styles = cardStyles(useTheme());
  const shown = text === null ? null : previewText(text);
  if (shown === "") return <p className={`${styles.preview} ${styles.faint}`}>{strings.NoText}</p>;
  return (
    <p className={styles.preview} dir="auto">
      {shown}
    </p>
  );
}

function renderInitials(contact: string, className: string): React.ReactElement {
  const initials = initialsOf(contact);
  return initials ? <span>{initials}</span> : <Icon name="Person24Regular" className={className} />;
}
