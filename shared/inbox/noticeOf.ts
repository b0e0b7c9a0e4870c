import { RequestFailed } from "../domain/failure";
import type { Browser } from "./ports";
import type { NoticeKind } from "./snapshot";

/** What the agent is told of an action that failed, whatever the reason; a bug is reported as well. */
export function noticeOf(error: unknown, browser: Pick<Browser, "report" | "isOnline">): NoticeKind {
  if (!(error instanceof RequestFailed)) browser.report(error);
  else if (error.kind === "denied" || error.kind === "gone") return error.kind;
  else if (error.kind === "stale") return "changed";
  else if (error.kind === "signin") return "signin";
  else if (error.kind === "offline") return error.mayBeDone ? "unanswered" : browser.isOnline() ? "unreachable" : "notSent";
  return "failed";
}
