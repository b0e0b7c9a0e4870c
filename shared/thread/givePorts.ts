/** What giving a conversation away needs from the server. Types only. Instants are ms since 1970 UTC, by the server's clock. */
import type { Owner } from "../domain/session";
import type { ActionGateway, ClaimableSession } from "../inbox/ports";
import type { Part } from "../inbox/panelPorts";

/** Who can be given a conversation: a colleague, or a team. */
export type Receiver = Pick<Owner, "id" | "name" | "kind">;

/** Who was found. */
export interface FoundReceivers extends Part<Receiver> {
  /** The viewer's roles do not let them read teams: there may be some. */
  readonly isWithoutTeams: boolean;
}

/** The newest text of the customer's. */
export interface NewestText {
  readonly id: string;
  /** When it was read; null: it is unread. */
  readonly readOn: number | null;
}

/** What is written when a conversation is given away. */
export interface Gift {
  /** The session as it was read. */
  readonly before: ClaimableSession;
  readonly to: Receiver;
  readonly note: string;
  /** A text that is made unread, so that the receiver is notified; null: there is something unread. */
  readonly unreadAgain: NewestText | null;
}

/** The server, as giving knows it. Of every method: @throws RequestFailed (shared/domain/failure.ts) where the server or the network fails. */
export interface GiveGateway extends Pick<ActionGateway, "readSession"> {
  /** Enabled colleagues and teams that can own a conversation, whose names have these words; without words first those who share a team with the viewer. */
  findReceivers(words: string): Promise<FoundReceivers>;
  /** Null: the customer has written nothing. */
  readNewestText(sessionId: string): Promise<NewestText | null>;
  /** Whether an answer waits for the gateway: it goes out only while its writer owns the conversation. */
  hasUnsentAnswer(sessionId: string): Promise<boolean>;
  /** Gives the session away and notes it, all of it or nothing, if it is still as it was read (else `stale`). `denied`: the receiver may not read it, or the giver not assign it. */
  give(sessionId: string, gift: Gift): Promise<void>;
  /** After `denied`: whether the viewer's own roles allow it. Then it is the receiver's that do not. */
  mayGive(gift: Gift): Promise<boolean>;
  /** Takes it back: owner, status, and what was noted of giving are as they were before, if the session is still what `etag` says (else `stale`). */
  takeBack(sessionId: string, gift: Gift, etag: string): Promise<void>;
}
