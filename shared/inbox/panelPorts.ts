/** What the open panel needs from the server besides the inbox. Types only. Instants are ms since 1970 UTC, by the server's clock. */

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

/** The server, as the open panel knows it. Of every method: @throws RequestFailed (shared/domain/failure.ts) where the server or the network fails. */
export interface PanelGateway {
  /** A conversation's unread messages, the oldest first; where there are more than one answer holds, the oldest of them. Marks nothing as read. One request. */
  readUnreadTexts(sessionId: string): Promise<Part<UnreadText>>;
}
