/** What the open panel needs from the server besides the inbox. Types only. Instants are ms since 1970 UTC, by the server's clock. */
import type { NumberBlock } from "../domain/numberBlock";
import type { InboxSession } from "../domain/session";
import type { ActionGateway } from "./ports";

/** As many of a list as one answer holds. */
export interface Part<Item> {
  readonly items: readonly Item[];
  /** There are more of them. */
  readonly hasMore: boolean;
}

/** One unread message of a conversation. */
export interface UnreadText {
  readonly id: string;
  /** When it arrived. */
  readonly at: number;
  /** As data: never markup. */
  readonly text: string;
  /** The mark of the picture or file that came with it (shared/domain/mediaMark.ts); empty: none. */
  readonly file: string;
}

/** What became of a conversation that has left the list. `owned`: a person has it; `blocked`: its number was blocked; `by`: who that is, empty where it is not known. */
export interface Fate {
  readonly kind: "owned" | "blocked" | "other";
  readonly by: string;
}

/** A number that is blocked. */
export interface BlockedNumber {
  readonly id: string;
  readonly etag: string;
  readonly phoneNumber: string;
  /** The contact's or account's; empty where the number belongs to nobody known. */
  readonly customerName: string;
  readonly block: NumberBlock;
  /** Empty where the server did not give it. */
  readonly blockedByName: string;
}

/** The server, as the open panel knows it. Of every method: @throws RequestFailed (shared/domain/failure.ts) where the server or the network fails. */
export interface PanelGateway extends Pick<ActionGateway, "readContactNumber" | "setBlocked"> {
  /** A conversation's unread messages, the oldest first; where there are more than one answer holds, the oldest of them. Marks nothing as read. One request. */
  readUnreadTexts(sessionId: string): Promise<Part<UnreadText>>;
  /** What became of these sessions, by their ids; those that this user may not read are left out. One request for every fifty. */
  readFates(sessionIds: readonly string[]): Promise<ReadonlyMap<string, Fate>>;
  /**
   * The newest unread message's text for each of these sessions, by session id, as far as one answer goes: those that were written to last. One request
   * however many.
   */
  readNewestTexts(sessions: readonly InboxSession[]): Promise<ReadonlyMap<string, string>>;
  /**
   * The numbers that are blocked at this moment, the one that was blocked last first.
   * @param words what the agent looks for: in the number, or in the customer's name; empty: everything
   * @param page from 1
   */
  readBlockedNumbers(words: string, page: number): Promise<Part<BlockedNumber>>;
  /** Removes the viewer's dismissal of a session: it is on their list again. */
  restore(sessionId: string): Promise<void>;
}
