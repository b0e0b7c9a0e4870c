/** What answering in a card needs from the server besides answering. Types only. Instants are ms since 1970 UTC, by the server's clock. */
import type { ClosedBecause } from "../domain/message";

/** The server, as a card's box knows it. Of every method: @throws RequestFailed (shared/domain/failure.ts) where the server or the network fails. */
export interface CardAnswerGateway {
  /**
   * Marks these texts read, as of the server's clock. @throws RequestFailed also (`denied`) where the session is that user's no more: then nothing is written, for
   * its new owner may have read them.
   */
  markRead(sessionId: string, userId: string, ids: readonly string[]): Promise<void>;
  /** Why that user cannot answer a conversation that has left the list; null: they can. One request. */
  readClosedBecause(sessionId: string, userId: string): Promise<ClosedBecause | null>;
}
