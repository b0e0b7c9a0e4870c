import * as React from "react";
import { DefaultButton, Link, PrimaryButton, Spinner, SpinnerSize, useTheme } from "@fluentui/react";
import type { IButtonStyles } from "@fluentui/react";
import type { LinkBegun } from "../CustomerLink/CustomerLink";
import { givenUnread } from "../shared/domain/givenUnread";
import { plainName } from "../shared/domain/plainName";
import { businessNameOf, customerName } from "../shared/domain/session";
import type { CustomerRecord, ThreadHead } from "../shared/thread/threadPorts";
import type { ThreadAction, ThreadSnapshot } from "../shared/thread/threadSnapshot";
import { Isolated } from "../shared/ui/Isolated";
import { Template } from "../shared/ui/Template";
import type { ThreadStrings } from "./threadStrings";
import { threadStyles } from "./threadStyles";

/** What a {@link ThreadHeader} shows. */
export interface ThreadHeaderProps {
  readonly head: ThreadHead;
  /** Goes to the customer's name, which can have the focus. */
  readonly heading: React.RefObject<HTMLDivElement>;
  readonly snapshot: Pick<ThreadSnapshot, "isMine" | "actions" | "pending" | "mayLink" | "mayCreateContact">;
  readonly strings: ThreadStrings;
  readonly onAction: (action: ThreadAction) => void;
  readonly onOpenCustomer: (customer: CustomerRecord) => void;
  /** The agent says whose the number is. */
  readonly onLink: (what: LinkBegun["what"]) => void;
}

const BUTTON: IButtonStyles = { root: { minWidth: 0, padding: "0 12px" }, label: { margin: 0, whiteSpace: "nowrap" } };
/** What the conversation waits for. */
const MAIN: readonly ThreadAction[] = ["accept", "assign"];

/** Whom the conversation is with, whose it is, and what this viewer may do about it. */
export function ThreadHeader({
  head,
  heading,
  snapshot,
  strings,
  onAction,
  onOpenCustomer,
  onLink,
}: ThreadHeaderProps): React.ReactElement {
  const { session, customer } = head;
  const { isMine, actions, pending, mayLink, mayCreateContact } = snapshot;
  const styles = threadStyles(useTheme());
  const name = customerName(session);
  const number = plainName(session.phoneNumber);
  // It is said to the receiver, not to whoever has given it to them.
  const given = isMine || session.owner.kind === "team" ? givenUnread(session) : null;
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        {/* Not an h2: the app's own style of headings would apply. */}
        <div ref={heading} tabIndex={-1} role="heading" aria-level={2} className={styles.name} title={name}>
          <Isolated text={name} />
        </div>
        <ul className={styles.facts}>
          {name !== number && (
            <li>
              <Isolated text={number} />
            </li>
          )}
          <li>
            <Template text={strings.WrittenTo} values={[businessNameOf(session) || plainName(session.businessNumber)]} />
          </li>
          <li>
            {session.status === "new" ? (
              strings.NotAccepted
            ) : (
              <Template text={strings.OwnedBy} values={[plainName(session.owner.name) || strings.SomeoneElse]} />
            )}
          </li>
          {given && (
            <li className={styles.warning}>
              <Template
                text={given.note ? strings.GivenByNote : strings.GivenBy}
                values={[plainName(given.by) || strings.SomeoneElse, plainName(given.note)]}
              />
            </li>
          )}
          {warningsOf(head, strings).map((warning) => (
            <li key={warning} className={styles.warning}>
              {warning}
            </li>
          ))}
          {customer && (
            <li>
              <Link onClick={() => onOpenCustomer(customer)}>{strings[`OpenCustomer_${customer.table}` as const]}</Link>
            </li>
          )}
          {/* One link for both, so that it keeps the focus when the number gets its customer. */}
          {mayLink && (
            <li>
              <Link onClick={() => onLink("link")}>{customer ? strings.CustomerChange : strings.CustomerLink}</Link>
            </li>
          )}
          {!customer && mayCreateContact && (
            <li>
              <Link onClick={() => onLink("create")}>{strings.CustomerCreate}</Link>
            </li>
          )}
        </ul>
      </div>
      <div className={styles.actions}>
        {actions.map((action) => {
          const Button = MAIN.includes(action) ? PrimaryButton : DefaultButton;
          return (
            <Button
              key={action}
              text={strings[`Action_${action}` as const]}
              styles={BUTTON}
              disabled={pending !== null}
              allowDisabledFocus
              onClick={() => onAction(action)}
              {...(pending === action && { onRenderIcon: renderSpinner })}
            />
          );
        })}
      </div>
    </header>
  );
}

function warningsOf({ isActive, isBlocked, session }: ThreadHead, strings: ThreadStrings): readonly string[] {
  return [isActive ? "" : strings.Closed, isBlocked ? strings.Blocked : "", session.isOptedOut ? strings.OptedOut : ""].filter(Boolean);
}

function renderSpinner(): React.ReactElement {
  return <Spinner size={SpinnerSize.xSmall} style={{ marginInlineEnd: 6 }} />;
}
