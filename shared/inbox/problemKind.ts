import type { FailureKind } from "../domain/failure";
import type { Browser } from "./ports";
import type { ProblemKind } from "./snapshot";

/** What a failed request means for the agent. A request without an answer can have two causes, which only the browser can tell apart. */
export function problemKind(kind: FailureKind, browser: Pick<Browser, "isOnline">): ProblemKind {
  if (kind === "offline") return browser.isOnline() ? "unreachable" : "offline";
  return kind === "signin" || kind === "throttled" ? kind : "failed";
}
