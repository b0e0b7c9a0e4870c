/** What the open panel needs from the server besides the inbox. Types only. Instants are ms since 1970 UTC, by the server's clock. */
import type { InboxSession } from "../domain/session";

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
}

/** What became of a conversation that has left the list. `owned`: a person has it; `blocked`: its number was blocked; `by`: who that is, empty where it is not known. */
export interface Fate {
  readonly kind: "owned" | "blocked" | "other";
  readonly by: string;
}

/** The server, as the open panel knows it. Of every method: @throws RequestFailed (shared/domain/failure.ts) where the server or the network fails. */
export interface PanelGateway {
  /** A conversation's unread messages, the oldest first; where there are more than one answer holds, the oldest of them. Marks nothing as read. One request. */
  readUnreadTexts(sessionId: string): Promise<Part<UnreadText>>;
  /** What became of these sessions, by their ids; those that this user may not read are left out. One request. */
  readFates(sessionIds: readonly string[]): Promise<ReadonlyMap<string, Fate>>;
  /**
   * The newest unread message's text for each of these sessions, by session id, as far as one answer goes: those that were written to last. One request
   * however many.
   */
  readNewestTexts(sessions: readonly InboxSession[]): Promise<ReadonlyMap<string, string>>;
}
