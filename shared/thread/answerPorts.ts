/** What answering needs from the server. Types only. Instants are ms since 1970 UTC, by the server's clock. */
import type { Template } from "../domain/templateText";

/** A text of ours that is to be written. */
export interface NewAnswer {
  /** Made before the first try: however often it is tried, there is one text. */
  readonly id: string;
  readonly sessionId: string;
  readonly text: string;
  readonly segments: number;
}

/** The server, as answering knows it. Of every method that asks it: @throws RequestFailed (shared/domain/failure.ts) where the server or the network fails. */
export interface AnswerGateway {
  /** An id that nobody has. */
  newId(): string;
  /** The id of the text that takes the place of another one: the same wherever it is asked for, so that pressing twice, or in two tabs, makes one text. */
  idAfter(id: string): string;
  /** The server's clock, as far as it is known. */
  serverNow(): number;
  /** Writes a text that waits to be sent, as of the server's clock. Where it has been written already, under this id, that is as good. */
  queue(answer: NewAnswer): Promise<void>;
  /** Lets a text that has failed wait to be sent once more, if it is still what `etag` says (else `stale`). */
  sendAgain(id: string, etag: string): Promise<void>;
  /** Has it found out what became of a text of which nobody knows, if it is still what `etag` says (else `stale`). */
  check(id: string, etag: string): Promise<void>;
  /** The templates that are in use, by name. */
  readTemplates(): Promise<readonly Template[]>;
}
