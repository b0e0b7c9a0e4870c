/** What a conversation's thread shows: plain, immutable data, a new object when something changed, in which what did not change is the same object as before. */
import type { ClosedBecause, ThreadMessage } from "../domain/message";
import type { Action } from "../domain/session";
import type { SessionEvent } from "../domain/sessionEvent";
import type { Notice, Problem } from "../inbox/snapshot";
import type { ThreadHead } from "./threadPorts";
import type { OwnAction } from "./threadState";

/** What a thread can offer, in the order in which it is shown. */
export type ThreadAction = Exclude<Action, "view"> | OwnAction | "give";

/** What is done by the thread itself. Giving is a part of its own. */
export type PerformedAction = Exclude<ThreadAction, "give">;

/** Everything that is on the screen. */
export interface ThreadSnapshot {
  /** `loading`: nothing is there yet; `ready`: it is; `failed`: it could not be read; `denied`: this user may not read it; `gone`: it was deleted. */
  readonly phase: "loading" | "ready" | "failed" | "denied" | "gone";
  /** Null while nothing is known. */
  readonly head: ThreadHead | null;
  /** The viewer is the owner, and somebody has accepted it. */
  readonly isMine: boolean;
  /** May the viewer say whose the number is; and make a contact of it? */
  readonly mayLink: boolean;
  readonly mayCreateContact: boolean;
  /** What this viewer may do now. */
  readonly actions: readonly ThreadAction[];
  /** The action that the server has not answered yet, or null. */
  readonly pending: ThreadAction | null;
  /** Why this viewer cannot answer; null: they can, or nothing is known yet. */
  readonly closedBecause: ClosedBecause | null;
  /** Those that are loaded, the oldest first. */
  readonly messages: readonly ThreadMessage[];
  /** What happened meanwhile, the oldest first. */
  readonly events: readonly SessionEvent[];
  /** `none`: the conversation begins with the first message that is there; otherwise there are older ones. */
  readonly older: "none" | "idle" | "loading" | "failed";
  /** Above this text the line stands below which nobody had read when the thread was opened; empty: there is none. */
  readonly unreadFrom: string;
  /** The server's clock (ms), as of the last look at it. */
  readonly now: number;
  readonly problem: Problem | null;
  readonly notices: readonly Notice[];
}
