/** What the server's answers change in a thread, be they texts or failures: pure. */
import { RequestFailed } from "../domain/failure";
import { NETWORK_ON, networkAfter } from "../inbox/network";
import { outlasting } from "../inbox/overlay";
import type { Browser } from "../inbox/ports";
import { problemKind } from "../inbox/problemKind";
import { share } from "../domain/sharing";
import { mergeMessages } from "./mergeMessages";
import type { Texts } from "./threadPorts";
import type { ThreadReading } from "./threadReader";
import type { ThreadState } from "./threadState";

/** The change that an answer makes, heard at `now` (browser time, ms). */
export function afterThreadReading(state: ThreadState, answer: ThreadReading, now: number): Partial<ThreadState> {
  const { head, texts, isWhole, sentAt } = answer;
  const ids = new Set(texts.items.map(({ id }) => id));
  const known = isWhole ? state.messages.filter(({ id }) => ids.has(id)) : state.messages;
  return {
    profile: share(state.profile, answer.profile),
    head: share(state.head, head),
    reading: { sessions: head.isBlocked ? [] : [head.session], now: head.now, isLowerBound: false, sentAt },
    messages: mergeMessages(known, texts.items),
    older: isWhole ? texts.older : state.older,
    events: share(state.events, answer.events ?? state.events),
    unreadFrom: unreadFrom(state, answer),
    overlays: outlasting(state.overlays, sentAt),
    problem: null,
    network: networkAfter(state.network, { sentAt }),
    lookedAt: now,
    isLoading: false,
    refusal: null,
  };
}

/**
 * The line that says what is new stands where it stood when the thread was opened; where all above it has been read meanwhile and something new has come, it stands above
 * that.
 */
function unreadFrom({ unreadFrom: before, messages, head: known }: ThreadState, { head }: ThreadReading): string {
  if (!known) return head.firstUnread?.id ?? "";
  const wasRead = known.firstUnread === null && !messages.some(({ isUnread }) => isUnread);
  return wasRead && head.firstUnread ? head.firstUnread.id : before;
}

/** The change that older texts make. */
export function afterOlder(state: ThreadState, texts: Texts): Partial<ThreadState> {
  return { messages: mergeMessages(state.messages, texts.items), older: texts.older, olderState: "idle" };
}

/** The change that marking texts read makes: the server is believed before it has been asked again. */
export function afterMarked({ head, messages }: ThreadState, ids: readonly string[]): Partial<ThreadState> {
  const marked = new Set(ids);
  const next = messages.map((message) => (marked.has(message.id) ? { ...message, isUnread: false } : message));
  const first = next.find(({ isUnread }) => isUnread);
  return {
    messages: next,
    head: head && {
      ...head,
      session: { ...head.session, unread: Math.max(first ? 1 : 0, head.session.unread - ids.length) },
      firstUnread: first ? { id: first.id, at: first.at } : null,
    },
  };
}

/**
 * The change that a failure makes: what was there stays, with what is wrong; who may not read the conversation sees nothing of it, nor does who comes after it was deleted. A
 * bug is no problem of the server's: it is the refresher's to report.
 */
export function afterRefusal(state: ThreadState, error: unknown, browser: Pick<Browser, "isOnline">): Partial<ThreadState> {
  if (!(error instanceof RequestFailed)) return { isLoading: false };
  const { kind } = error;
  if (kind === "denied" || kind === "gone") return { isLoading: false, refusal: kind, problem: null };
  return {
    isLoading: false,
    problem: { kind: problemKind(kind, browser), asOf: state.reading?.now ?? null },
    // Who has a network and is refused, or not answered, is told that.
    network: browser.isOnline() ? NETWORK_ON : state.network,
  };
}
