/** Builders of what a thread shows: each gives something plausible, overrides say what a test is about. */
import type { ThreadMessage } from "../../../shared/domain/message";
import type { SessionEvent } from "../../../shared/domain/sessionEvent";
import type { ThreadHead } from "../../../shared/thread/threadPorts";
import type { ThreadSnapshot } from "../../../shared/thread/threadSnapshot";
import { MINUTE, NOON, session } from "../sessions";

/** A text of the customer's, read, a minute before noon. */
export function message(overrides: Partial<ThreadMessage> = {}): ThreadMessage {
  return {
    id: "70000000-0000-0000-0000-000000000001",
    etag: 'W/"1"',
    direction: "in",
    text: "Is my bike ready?",
    at: NOON - MINUTE,
    sequence: "1",
    isUnread: false,
    delivery: null,
    error: "",
    authorName: "",
    segments: null,
    media: "",
    ...overrides,
  };
}

/** Ana has accepted it, a minute before noon. */
export function sessionEvent(overrides: Partial<SessionEvent> = {}): SessionEvent {
  return {
    id: "e1",
    kind: "accepted",
    at: NOON - MINUTE,
    byName: "Ana Ruiz",
    fromName: "",
    toName: "",
    note: "",
    waitedMinutes: null,
    ...overrides,
  };
}

/** Jane's conversation, open and new. */
export function head(overrides: Partial<ThreadHead> = {}): ThreadHead {
  return {
    etag: 'W/"1"',
    session: session(),
    firstUnread: null,
    isActive: true,
    isBlocked: false,
    optedOutOn: null,
    customer: { table: "contact", id: "d0000000-0000-0000-0000-000000000001" },
    now: NOON,
    ...overrides,
  };
}

/** A thread that is there, with one text. */
export function threadSnapshot(overrides: Partial<ThreadSnapshot> = {}): ThreadSnapshot {
  return {
    phase: "ready",
    head: head(),
    isMine: false,
    mayLink: false,
    mayCreateContact: false,
    actions: [],
    pending: null,
    closedBecause: null,
    messages: [message()],
    events: [],
    older: "none",
    unreadFrom: "",
    now: NOON,
    problem: null,
    notices: [],
    ...overrides,
  };
}
