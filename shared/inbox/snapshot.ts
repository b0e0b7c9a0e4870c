/** What the bubble and the panel show: plain, immutable data, a new object when something changed, in which what did not change is the same object as before. */
import type { Corner, OpenIn } from "../domain/configuration";
import type { Action, InboxSession } from "../domain/session";
import type { AgentSettings, Allowed } from "../domain/settings";

/**
 * Why the last refresh failed. `offline`: the browser has no network; `unreachable`: it has, and no answer came; `signin`: the session has
 * ended; `throttled`: 429; `failed`: anything else.
 */
export type ProblemKind = "offline" | "unreachable" | "signin" | "throttled" | "failed";

/**
 * The list on the screen is older than it should be: a refresh failed, or there was none. `reconnecting`: the network is back, and the server has
 * not been asked yet; `stale`: nothing failed, but the list is older than two intervals.
 */
export interface Problem {
  readonly kind: ProblemKind | "reconnecting" | "stale";
  /** When the list on the screen was right (server clock, ms); null if there never was one. */
  readonly asOf: number | null;
}

/** One line of the panel. */
export interface Notification {
  readonly session: InboxSession;
  /** What this viewer may do now; never empty. */
  readonly actions: readonly Action[];
  /** The newest unread message's text, as data; null while it is not loaded. */
  readonly preview: string | null;
  /** The action that the server has not answered yet, or null. */
  readonly pending: Action | null;
  /** The customer waits too long, whoever is to answer. */
  readonly isWaiting: boolean;
}

/**
 * What came of an action, to be told to the agent.
 * `dismissed`, `blocked`: done, can be undone until it disappears;
 * `dismissedSeveral`, `acceptedSeveral`: the same of several at once, `subject` says how many;
 * `accepted`, `assigned`: the viewer's now, can be given back until it disappears; `changedBy`: it was not given back, `by` has changed it since;
 * `taken`: somebody else won the session, `by` names them; `gone`: the session is no longer there to act on;
 * `changed`: it changed meanwhile, the list now shows how; `denied`: the roles do not allow it; `signin`: the session has ended;
 * `notSent`: the browser has no network, and nothing was sent; `unreachable`: no answer came, though the browser has a network, and nothing was done;
 * `unanswered`: it was sent, no answer came, and it may have been done; `failed`: it could not be done;
 * `unsaved`: a choice of the agent's own could not be saved, and stays in this window.
 */
export type NoticeKind =
  | DoneKind
  | "taken"
  | "gone"
  | "changed"
  | "changedBy"
  | "denied"
  | "signin"
  | "notSent"
  | "unreachable"
  | "unanswered"
  | "failed"
  | "unsaved";

/** The kinds of what was done, and can be taken back for a while. */
export type DoneKind = "dismissed" | "blocked" | "closed" | "accepted" | "assigned" | "dismissedSeveral" | "acceptedSeveral";

/** A message about one action. */
export interface Notice {
  readonly id: number;
  readonly kind: NoticeKind;
  /** The contact's name or number. */
  readonly subject: string;
  /** `taken`: the new owner's name; `changedBy`: the name of whoever changed it; otherwise empty. */
  readonly by: string;
  /** Whether `undo(id)` is offered. */
  readonly canUndo: boolean;
}

/** Everything that is on the screen. */
export interface InboxSnapshot {
  /** `loading`: no list yet; `ready`: there is one; `hidden`: this user has no part in it, show nothing at all. */
  readonly phase: "loading" | "ready" | "hidden";
  /** Newest message first. */
  readonly notifications: readonly Notification[];
  /** What the viewer has dismissed and may restore: new conversations without a message since. Newest message first. */
  readonly dismissed: readonly InboxSession[];
  /** May the viewer block numbers, and unblock them? */
  readonly mayBlock: boolean;
  /** Sum of the unread messages of the notifications; null while no right number is known. */
  readonly unread: number | null;
  /** The server counted past its limit: `unread` is a lower bound. */
  readonly isLowerBound: boolean;
  /** The server's clock (ms), as of the last look at it, at most a minute ago in a visible tab: what relative times are relative to. */
  readonly now: number;
  /** When the list was right (server clock, ms), where that is longer ago than two intervals of background refresh; null: it is not, or there is none. */
  readonly staleAsOf: number | null;
  /** Who wrote last, newest message first; `at` changes whenever a reading has brought new messages. Null: nobody since the first list. */
  readonly news: { readonly at: number; readonly names: readonly string[] } | null;
  /** There is no list yet, and it is being asked for. */
  readonly isLoading: boolean;
  readonly problem: Problem | null;
  readonly notices: readonly Notice[];
  readonly panelOpen: boolean;
  /** The session whose notification the agent is to be led to: they clicked on the desktop's, or took back what had removed it. Null: none. */
  readonly leadTo: string | null;
  /** Whose conversation an action of the agent's has opened last; null while another one is under way. */
  readonly opened: string | null;
  /** Where the bubble floats, and whether it does. */
  readonly bubble: { readonly floating: boolean; readonly corner: Corner };
  /** Where conversations open. */
  readonly openIn: OpenIn;
  /** What the agent has chosen, and what may be chosen; null until that is known. */
  readonly settings: { readonly chosen: AgentSettings; readonly allowed: Allowed } | null;
}
