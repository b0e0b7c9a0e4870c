/** From what is known of a conversation to what is shown: pure. */
import { DEFAULT_CONFIGURATION } from "../domain/configuration";
import { closedBecause } from "../domain/closedBecause";
import { offers } from "../domain/offers";
import type { SessionEvent } from "../domain/sessionEvent";
import { freshFor } from "../inbox/freshness";
import { pendingAction, withoutHidden } from "../inbox/overlay";
import { share } from "../domain/sharing";
import type { Problem } from "../inbox/snapshot";
import type { ThreadHead } from "./threadPorts";
import type { ThreadAction, ThreadSnapshot } from "./threadSnapshot";
import type { ThreadState } from "./threadState";

/**
 * What the agent sees of a state.
 * @param last the snapshot before: what did not change since is taken over from it, object by object
 */
export function projectThread(state: ThreadState, last: ThreadSnapshot | null): ThreadSnapshot {
  const { head, profile, reading, messages } = state;
  const isMine = head !== null && isOwnersOf(head, profile?.viewer.userId);
  const overlaid = head && pendingAction(head.session.id, state.overlays);
  // The messages are shared already, by id: they are not to be compared place by place again.
  const before = last && { ...last, messages };
  const snapshot = share<ThreadSnapshot>(before, {
    phase: phaseOf(state),
    head,
    isMine,
    mayLink: profile?.viewer.mayLink === true,
    mayCreateContact: profile?.viewer.mayCreateContact === true,
    actions: actionsOf(state, isMine),
    pending: state.doing ?? (overlaid === "view" ? null : overlaid),
    closedBecause: head && closedBecause({ ...head, ...head.session, isMine }),
    messages,
    events: eventsOf(state),
    older: state.older ? state.olderState : "none",
    unreadFrom: state.unreadFrom,
    now: reading ? reading.now + Math.max(0, state.lookedAt - reading.sentAt) : 0,
    problem: problemOf(state),
    notices: state.notices,
  });
  return last?.messages === messages && snapshot === before ? last : snapshot;
}

/** Whether a conversation is that user's to answer. */
export function isOwnersOf({ session }: ThreadHead, userId: string | undefined): boolean {
  return session.status === "accepted" && session.owner.kind === "user" && session.owner.id === userId;
}

function phaseOf({ refusal, head, problem, isLoading }: ThreadState): ThreadSnapshot["phase"] {
  if (refusal) return refusal;
  if (head) return "ready";
  return problem && !isLoading ? "failed" : "loading";
}

/** What the rules offer, as on a card; to the owner to give it away, or close it; to those who may block to unblock. */
function actionsOf({ head, profile, overlays, reading }: ThreadState, isMine: boolean): readonly ThreadAction[] {
  if (!head || !profile || !reading) return [];
  const { viewer, configuration } = profile;
  if (head.isBlocked) return [...(viewer.mayBlock ? (["unblock"] as const) : []), ...closing(head, isMine)];
  // What is closed and read is nobody's to do anything about, until the customer writes again.
  const isAtRest = !head.isActive && head.session.unread === 0;
  const [session] = isAtRest ? [] : withoutHidden([head.session], overlays);
  const offered = session ? offers(session, { viewer, now: reading.now, idleTimeout: configuration.idleTimeout }) : [];
  const mayGive = head.isActive && (isMine || (viewer.mayGiveAny === true && head.session.status !== "unknown"));
  return [...offered.filter((action) => action !== "view"), ...(mayGive ? (["give"] as const) : []), ...closing(head, isMine)];
}

const closing = ({ isActive }: ThreadHead, isMine: boolean) => (isMine && isActive ? (["close"] as const) : []);

/** The oldest first; none that is older than the texts that are loaded, unless these are all. That the customer has opted out stands in their number's row. */
function eventsOf({ events, head, messages, older }: ThreadState): readonly SessionEvent[] {
  const from = older ? (messages[0]?.at ?? 0) : Number.NEGATIVE_INFINITY;
  const optOut: readonly SessionEvent[] = head?.optedOutOn
    ? [{ id: "optedOut", kind: "optedOut", at: head.optedOutOn, byName: "", fromName: "", toName: "", note: "", waitedMinutes: null }]
    : [];
  return [...events, ...optOut].filter(({ at }) => at >= from).sort((one, other) => one.at - other.at);
}

/** What the network says comes first, then what the server said, then the clock. */
function problemOf({ network, problem, profile, reading, lookedAt }: ThreadState): Problem | null {
  const asOf = reading?.now ?? null;
  if (network.state !== "on") return { kind: network.state === "off" ? "offline" : "reconnecting", asOf };
  if (problem || !reading) return problem;
  return lookedAt - reading.sentAt > freshFor(profile?.configuration ?? DEFAULT_CONFIGURATION) ? { kind: "stale", asOf } : null;
}
