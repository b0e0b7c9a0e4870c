/** What an answer to the question for the list changes, be it a list or a failure: pure. */
import { RequestFailed } from "../domain/failure";
import type { InboxState } from "./inboxState";
import { NETWORK_ON, networkAfter } from "./network";
import { heardAfter, newsOf } from "./news";
import { outlasting } from "./overlay";
import type { Browser, InboxReading, Profile } from "./ports";
import { problemKind } from "./problemKind";
import { itemsBeyond, shareById } from "../domain/sharing";
import type { Notice } from "./snapshot";

const isSignedOut = ({ kind }: Notice): boolean => kind === "signin";

/** The change that a reading makes, heard at `now` (browser time, ms). An older one than is known changes the profile alone. */
export function afterReading(state: InboxState, reading: InboxReading, profile: Profile, now: number): Partial<InboxState> {
  const { reading: known, overlays, notices, leadTo, network, news } = state;
  // Answers can overtake each other, also between tabs: only a later question gives a newer truth.
  if (known && known.sentAt > reading.sentAt) return { profile };
  const listed = known?.sessions ?? [];
  const sessions = shareById(listed, reading.sessions, ({ id }) => id);
  const heard = heardAfter(state.heard, itemsBeyond(sessions, listed));
  return {
    profile,
    reading: { ...reading, sessions },
    // Whoever has left the list may come back at any time, when the agent is at work elsewhere.
    leadTo: leadTo && reading.sessions.some(({ id }) => id === leadTo) ? leadTo : null,
    overlays: outlasting(overlays, reading.sentAt),
    problem: null,
    network: networkAfter(network, reading),
    lookedAt: now,
    // The first reading of all brings no news: the agent has just come.
    news: known && newsOf(news, heard, itemsBeyond(listed, sessions), reading.sentAt),
    heard,
    // Who gets an answer is signed in again: now it can be tried again.
    notices: notices.some(isSignedOut) ? notices.map((notice) => (isSignedOut(notice) ? { ...notice, kind: "failed" } : notice)) : notices,
    isLoading: false,
    isDenied: false,
  };
}

/**
 * The change that a failure makes: the last list stays, with what is wrong; a user without a part in the product sees nothing. A bug is no problem of
 * the server's: it is the refresher's to report. Null: nothing changes.
 */
export function afterFailure(state: InboxState, error: unknown, browser: Pick<Browser, "isOnline">): Partial<InboxState> | null {
  if (!(error instanceof RequestFailed)) return state.isLoading ? { isLoading: false } : null;
  const { kind } = error;
  if (kind === "denied" || kind === "gone") return { isLoading: false, isDenied: true, problem: null };
  return {
    isLoading: false,
    problem: { kind: problemKind(kind, browser), asOf: state.reading?.now ?? null },
    // Who has a network and is refused, or not answered, is told that.
    network: browser.isOnline() ? NETWORK_ON : state.network,
  };
}
