/** What a conversation's box has to show: plain, immutable data. */
import { RequestFailed } from "../domain/failure";
import type { FailureKind } from "../domain/failure";
import type { ThreadMessage } from "../domain/message";
import type { Browser } from "../inbox/ports";

/**
 * Why something was not done. `offline`: the browser has no network; `unreachable`: it has, and no answer came; the rest as `FailureKind` says. It is also the
 * `error` of a text that is not written.
 */
export type NotDone = Exclude<FailureKind, "stale"> | "unreachable";

/** A text that the agent has sent, from the press until the server's list has it. */
export interface Pending {
  /** `etag` is empty; `queued` until it is known that it could not be written, then `failed`, with a {@link NotDone}. */
  readonly message: ThreadMessage;
  /** `writing`: it waits for the server; `written`: the server has it. */
  readonly phase: "writing" | "written" | "notWritten";
  /** A try got no answer, or one that leaves it open: it may have been written, and must not be written under another id. */
  readonly mayBeWritten: boolean;
}

/** What came of something that was asked about a text that the server has. */
export interface AnswerProblem {
  /** `kept`: nothing was sent, the text is still in the box; `notSentAgain`, `notChecked`: what the agent asked for was not done. */
  readonly about: "kept" | "notSentAgain" | "notChecked";
  readonly why: NotDone;
}

/** Everything that a conversation's answers remember. */
export interface AnswerState {
  /** What is in the box. */
  readonly draft: string;
  readonly pending: readonly Pending[];
  /** The texts about which something is being asked just now: their ids. */
  readonly busy: ReadonlySet<string>;
  readonly problem: AnswerProblem | null;
}

/** What there is before anything was written. */
export const NO_ANSWERS: AnswerState = { draft: "", pending: [], busy: new Set(), problem: null };

/** What a failure means for the agent. A request without an answer can have two causes, which only the browser can tell apart. */
export function notDoneBecause({ kind }: RequestFailed, browser: Pick<Browser, "isOnline">): NotDone {
  if (kind === "offline") return browser.isOnline() ? "unreachable" : "offline";
  return kind === "stale" ? "failed" : kind;
}

/** What an error means for the agent. What is no failed request is a bug: it is reported, and something went wrong. */
export function whyNotDone(error: unknown, browser: Pick<Browser, "isOnline" | "report">): NotDone {
  if (error instanceof RequestFailed) return notDoneBecause(error, browser);
  browser.report(error);
  return "failed";
}
