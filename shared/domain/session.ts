/**
 * The words of the product: a session, its owner, the viewer, what may be done.
 * Every instant is a number of milliseconds since 1970-01-01T00:00Z, by the server's clock.
 */
import { plainName } from "./plainName";

/** `unknown` is a status that this version does not know (a later version wrote it): nothing is offered on it. */
export type SessionStatus = "new" | "accepted" | "unknown";

/** Who owns a session's row. A session owned by a team has no person who answers. */
export interface Owner {
  readonly id: string;
  /** Empty when the server did not give a name. */
  readonly name: string;
  readonly kind: "user" | "team";
  /** A user whom an administrator has disabled: nobody answers for them. */
  readonly isDisabled: boolean;
}

/** How far a viewer has dealt with a session's unread messages: up to which one, and how many there were. */
export interface Mark {
  /** Received time of the newest of them. */
  readonly upTo: number;
  readonly count: number;
}

/** That somebody has given a conversation to a colleague or a team: the last time that anybody did. */
export interface Given {
  /** Who gave it; empty where the server does not say. */
  readonly byId: string;
  readonly by: string;
  readonly at: number;
  /** What the giver wanted the receiver to know; may be empty. */
  readonly note: string;
}

/** One conversation with at least one unread inbound message, as the server told it. */
export interface InboxSession {
  readonly id: string;
  readonly contactNumberId: string;
  readonly phoneNumber: string;
  /** The contact's or account's name; null where the number belongs to nobody known. */
  readonly contactName: string | null;
  /** The number of ours that was written to. */
  readonly businessNumber: string;
  /** The customer wants no more messages: what we would write to them must not go out. */
  readonly isOptedOut: boolean;
  readonly status: SessionStatus;
  readonly owner: Owner;
  /** Inbound messages that nobody has read; at least 1. */
  readonly unread: number;
  readonly oldestUnreadAt: number;
  readonly newestUnreadAt: number;
  /** How far the viewer has dismissed it; null: not at all. */
  readonly dismissal: Mark | null;
  /** Null: nobody has given it to its owner. */
  readonly given: Given | null;
}

/** What to call the customer: by name where one is known and can be seen, else by number. */
export function customerName({ contactName, phoneNumber }: InboxSession): string {
  return plainName(contactName ?? "") || plainName(phoneNumber);
}

/** What to call the customer of the first of these sessions with that id; empty where there is none. */
export function nameIn(sessions: readonly InboxSession[], sessionId: string): string {
  const session = sessions.find(({ id }) => id === sessionId);
  return session ? customerName(session) : "";
}

/** The agent who looks at the panel, and what the roles allow. */
export interface Viewer {
  readonly userId: string;
  /** May this user make a contact number inactive? */
  readonly mayBlock: boolean;
  /** May they say whose a number is? A part that does not ask leaves it out. */
  readonly mayLink?: boolean;
  /** May they make a contact, and say that a number is theirs? Likewise. */
  readonly mayCreateContact?: boolean;
  /** May they give away what is not theirs, as administrators may? Likewise. */
  readonly mayGiveAny?: boolean;
}

/** What a notification can offer, in the order in which it is shown. */
export type Action = "accept" | "dismiss" | "block" | "view" | "assign";
