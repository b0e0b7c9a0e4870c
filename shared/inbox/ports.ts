/**
 * What the inbox needs from outside: a server, a browser, the other tabs. Types only; each entry builds the
 * adapters. Instants are ms since 1970 UTC: by the server's clock where the name says nothing else.
 */
import type { Configuration } from "../domain/configuration";
import type { NumberBlock } from "../domain/numberBlock";
import type { Action, Given, InboxSession, Mark, Owner, SessionStatus, Viewer } from "../domain/session";
import type { AgentSettings, Allowed } from "../domain/settings";

/** What the server said of all unread conversations that this user may read. */
export interface InboxReading {
  readonly sessions: readonly InboxSession[];
  /** The server's clock when it answered. */
  readonly now: number;
  /** The server could not count all: counts are lower bounds. */
  readonly isLowerBound: boolean;
  /** When the request was sent, by {@link Browser.now} of the tab that sent it. */
  readonly sentAt: number;
}

/** Who looks, and by which rules: all that a conversation needs to know of it. */
export interface ViewerProfile {
  readonly viewer: Viewer;
  /** Whether the roles give this user a part in the product at all. */
  readonly mayUse: boolean;
  readonly configuration: Pick<Configuration, "idleTimeout" | "refreshInterval">;
}

/** What changes seldom: read at launch, and again now and then in the background. */
export interface Profile extends ViewerProfile {
  readonly configuration: Configuration;
  /** The agent's own. */
  readonly settings: AgentSettings;
  readonly allowed: Allowed;
}

/** One session as a claim must see it: fresh, with the etag that the claim is bound to. */
export interface ClaimableSession {
  readonly etag: string;
  readonly status: SessionStatus;
  readonly owner: Owner;
  /** The contact number is blocked at this moment. */
  readonly blocked: boolean;
  /** When the oldest unread message arrived; now where everything is read: nobody waits. */
  readonly oldestUnreadAt: number;
  readonly now: number;
  /** False: somebody has closed it. */
  readonly isActive: boolean;
  /** When it was accepted, and the id of the user who did; null and empty where nobody has. */
  readonly acceptedOn: number | null;
  readonly acceptedBy: string;
  /** Null: nobody has given it to its owner. */
  readonly given: Given | null;
  /** The user who changed the row last; empty where it is not known. */
  readonly changedBy: { readonly id: string; readonly name: string };
}

/** A claim as the server has written it. */
export interface Claim {
  /** The session's, as the claim left it. */
  readonly etag: string;
  /** By then it was in effect: the viewer's form marks the messages read after it. */
  readonly at: number;
}

/** A contact number as a block must see it. */
export interface ContactNumberState {
  readonly etag: string;
  /** Null where it is not blocked. One that has ended by itself stays in the row until the next one. */
  readonly block: NumberBlock | null;
  /** The server's clock when it answered. */
  readonly now: number;
}

/** The server, as the inbox knows it: what there is. Of every method: @throws RequestFailed (shared/domain/failure.ts) where the server or the network fails. */
export interface InboxGateway {
  readProfile(): Promise<Profile>;
  /** Writes into the viewer's own row how their lists could be read; a viewer without a row is left without one. */
  noteList(line: string): Promise<void>;
  /** Every session, also where one answer cannot hold them all. */
  readInbox(): Promise<InboxReading>;
}

/** The server, as the actions know it. Of every method: @throws RequestFailed (shared/domain/failure.ts) where the server or the network fails. */
export interface ActionGateway {
  readSession(sessionId: string): Promise<ClaimableSession>;
  /** Makes the viewer the owner and the session accepted, and notes that, all of it or nothing, if the session is still as it was read (else `stale`). */
  claim(sessionId: string, before: ClaimableSession): Promise<Claim>;
  /**
   * Takes a claim back, all of it or nothing: owner, status, state, when and by whom it was accepted are as they were before, and what the viewer has read since
   * the claim is unread. If the session is still as the claim left it (else `stale`).
   * @param as what it is noted as: `reopened` where what is taken back is that the session was closed
   */
  giveBack(sessionId: string, before: ClaimableSession, claim: Claim, as?: "givenBack" | "reopened"): Promise<void>;
  /** Writes the viewer's dismissal; null removes it. `subject`: the contact's name or number, for people who read the row. */
  writeDismissal(sessionId: string, mark: Mark | null, subject: string): Promise<void>;
  readContactNumber(contactNumberId: string): Promise<ContactNumberState>;
  /** Blocks the number in this way, or (null) unblocks it, if it is still what `etag` says; returns the new etag. */
  setBlocked(contactNumberId: string, block: NumberBlock | null, etag: string): Promise<string>;
}

/** The server, as what an agent does in the open panel knows it. Of every method: @throws RequestFailed (shared/domain/failure.ts) where the server or the network fails. */
export interface AgentGateway extends ActionGateway {
  /** The newest unread message's text for each of the sessions, by session id; one request however many. */
  readPreviews(sessions: readonly InboxSession[]): Promise<ReadonlyMap<string, string>>;
  /** Writes these of the viewer's own settings; the others stay as they are, whoever has changed them. */
  writeSettings(changes: Partial<AgentSettings>): Promise<void>;
}

/** The browser: clock, timers, visibility, and what tabs of one browser share. */
export interface Browser {
  /**
   * Monotonic, in ms, and about the same in all tabs of one browser (a tab's clock may stand still while the computer sleeps).
   * Not the server's clock.
   */
  readonly now: () => number;
  /** Runs once after `ms`; returns the way to cancel. */
  after(ms: number, run: () => void): () => void;
  /** From 0 up to, not including, 1. */
  random(): number;
  isVisible(): boolean;
  isOnline(): boolean;
  /** Calls `changed` whenever visibility or the network changed; returns the way to stop. */
  watch(changed: () => void): () => void;
  /**
   * Runs `task` unless another tab is running one; resolves to whether it ran, when it ended. `isOtherStuck`: another tab's task is waited
   * for no more; from then on this tab is the one that is running one.
   */
  exclusively(task: () => Promise<void>, isOtherStuck?: boolean): Promise<boolean>;
  /** Hands a bug on as if nobody had caught it, so that consoles, tests and monitoring hear of it. Never throws. */
  report(bug: unknown): void;
}

/** Whether the browser shows desktop notifications: the agent allows them, forbids them, has not said, or the browser has none. */
export type Permission = "granted" | "denied" | "default" | "none";

/** Ways to tell the agent of news besides the count. None of them throws. */
export interface Alerter {
  /** A short sound, where the browser allows one. */
  ring(): void;
  /**
   * A desktop notification with the number of unread messages and who wrote, while the window has not the focus and the agent has allowed it. A click
   * on it brings the window to the front, then calls `onClick`.
   */
  notify(unread: number, names: readonly string[], onClick: () => void): void;
  /**
   * Resolves to whether the browser shows desktop notifications; asks the agent where they have not said yet. To be called from a press only. Never
   * rejects.
   */
  askPermission(): Promise<boolean>;
  /** What the browser would answer now, without asking the agent. */
  permission(): Permission;
}

/** An action that an agent has begun, as all tabs of theirs need to know it. */
export interface BegunAction {
  readonly action: Action;
  readonly sessionId: string;
  readonly contactNumberId: string;
  /** The session as it was when the agent acted: messages beyond the mark are news, and shown. */
  readonly mark: Mark;
}

/** What tabs and scripts of one user in one browser tell each other. */
export type ChannelMessage =
  | { readonly type: "reading"; readonly reading: InboxReading }
  /** An agent acted in another tab: it shows here, too. The server may not have heard of it yet. */
  | ({ readonly type: "begun" } & BegunAction)
  /** The server has done it. */
  | { readonly type: "done"; readonly sessionId: string }
  /** It was refused or undone: it shows no more, and the server is asked. */
  | { readonly type: "takenBack"; readonly sessionId: string }
  /** The server asks this user to be left alone for so long (ms): no tab asks it of its own accord meanwhile. Not an instant: a tab's clock may have stood still. */
  | { readonly type: "busy"; readonly ms: number }
  /** The agent has saved these of their settings; the others are as they were. */
  | { readonly type: "settings"; readonly settings: Partial<AgentSettings> }
  /** A session's messages were marked read, by the session's form. */
  | { readonly type: "read"; readonly sessionId: string }
  /** The server has something new of what we write to this session's customer. */
  | { readonly type: "answered"; readonly sessionId: string }
  /** In a window of this user's something begins, or ends, that would be lost with the conversation's box: a draft, or a text that is not written. */
  | { readonly type: "draft"; readonly sessionId: string; readonly hasDraft: boolean };

/**
 * How a change of page is noticed: by the browser's history (`rewrite`: its present entry has another address, which may be another page or
 * none), or by the host form's script, which looks now and then.
 */
export type PageSignal = "history" | "rewrite" | "form";

/** The other tabs of this user. */
export interface Channel {
  post(message: ChannelMessage): void;
  /** Returns the way to stop listening. */
  listen(listener: (message: ChannelMessage) => void): () => void;
}
