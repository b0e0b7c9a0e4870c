/** Everything that the thread of a conversation remembers. */
import type { ThreadMessage } from "../domain/message";
import type { SessionEvent } from "../domain/sessionEvent";
import { INITIAL_STATE } from "../inbox/inboxState";
import type { ActsFor, InboxState } from "../inbox/inboxState";
import type { OlderFrom, ThreadHead } from "./threadPorts";

/** What a thread has in common with an inbox of one conversation: the actions, the notices and the watch over freshness work on it. */
type AsInbox = Pick<
  InboxState,
  "reading" | "overlays" | "notices" | "problem" | "network" | "lookedAt" | "isLoading" | "leadTo" | "opened"
>;

/** What an agent does to a conversation as its owner, or to its number. */
export type OwnAction = "close" | "unblock";

/** The state behind the snapshot; `projectThread` makes the one of the other. */
export interface ThreadState extends AsInbox, ActsFor {
  readonly head: ThreadHead | null;
  /** Those that are loaded, the oldest first. */
  readonly messages: readonly ThreadMessage[];
  readonly events: readonly SessionEvent[];
  /** From where older texts are read; null: there are none, or nothing is known yet. */
  readonly older: OlderFrom | null;
  readonly olderState: "idle" | "loading" | "failed";
  /** Above this text the line stands below which nobody had read when the thread was opened; empty: there is none. */
  readonly unreadFrom: string;
  /** What the server has not answered yet. */
  readonly doing: OwnAction | null;
  /** Why there is nothing to show; null: there is, or may be. */
  readonly refusal: "denied" | "gone" | null;
}

/** What there is before the first answer. */
export const INITIAL_THREAD: ThreadState = {
  profile: null,
  reading: null,
  overlays: INITIAL_STATE.overlays,
  notices: INITIAL_STATE.notices,
  problem: null,
  network: INITIAL_STATE.network,
  lookedAt: INITIAL_STATE.lookedAt,
  isLoading: false,
  leadTo: null,
  opened: null,
  head: null,
  messages: [],
  events: [],
  older: null,
  olderState: "idle",
  unreadFrom: "",
  doing: null,
  refusal: null,
};
