/** What the thread of a conversation needs from the server. Types only. Instants are ms since 1970 UTC, by the server's clock. */
import type { ThreadMessage } from "../domain/message";
import type { InboxSession } from "../domain/session";
import type { SessionEvent } from "../domain/sessionEvent";
import type { Part } from "../inbox/panelPorts";
import type { ClosingGateway } from "../inbox/close";
import type { ActionGateway, InboxGateway } from "../inbox/ports";

/** The record of a customer. */
export interface CustomerRecord {
  readonly table: "contact" | "account";
  readonly id: string;
}

/** A conversation without its texts. */
export interface ThreadHead {
  /** Of the session's row: another one when owner, status or state have changed. */
  readonly etag: string;
  /** Its figures may be those of a conversation in which nothing is unread: then `unread` is 0, and its times are the server's now. */
  readonly session: InboxSession;
  /** The oldest unread text; null where everything is read. */
  readonly firstUnread: { readonly id: string; readonly at: number } | null;
  /** False: somebody has closed it. */
  readonly isActive: boolean;
  readonly isBlocked: boolean;
  /** When the customer said that they want no more texts; null where they may be written to. */
  readonly optedOutOn: number | null;
  /** Null where the number belongs to nobody known. */
  readonly customer: CustomerRecord | null;
  /** The server's clock when it answered. */
  readonly now: number;
}

/** From where older texts are read. */
export interface OlderFrom {
  /** When the oldest text that is known was received, as its row says. */
  readonly receivedOn: number;
  /** The ids of the texts that are known of that moment. */
  readonly known: readonly string[];
}

/** Some texts, in any order. */
export interface Texts extends Part<ThreadMessage> {
  /** Null where there are no older ones. */
  readonly older: OlderFrom | null;
  /** The server's clock when it answered. */
  readonly now: number;
}

/** What a conversation's actions write to. */
export type ThreadActionGateway = ActionGateway & ClosingGateway;

/** The server, as the thread knows it. Of every method: @throws RequestFailed (shared/domain/failure.ts) where the server or the network fails. */
export interface ThreadGateway extends Pick<InboxGateway, "readProfile"> {
  /** @param mayBeNew nobody may have accepted it: then it may be dismissed, which is asked for at the same time */
  readHead(sessionId: string, mayBeNew: boolean): Promise<ThreadHead>;
  /** The newest texts, or the next older ones; at most so many. One request. */
  readTexts(sessionId: string, from: OlderFrom | null, most: number): Promise<Texts>;
  /** The texts that are new or have changed since an instant, at most so many, the newest of them. One request. */
  readChanged(sessionId: string, since: number, most: number): Promise<Texts>;
  /** What happened to the conversation: the newest 500, the oldest of them first. */
  readEvents(sessionId: string): Promise<readonly SessionEvent[]>;
  /** Marks these texts read, as of the server's clock. Where the session is the viewer's no more, they are unread again: others are to answer them. */
  markRead(sessionId: string, ids: readonly string[]): Promise<void>;
}
