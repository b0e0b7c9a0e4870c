import type { InboxSnapshot } from "../shared/inbox/snapshot";

/** The number of unread messages as it is shown: "3"; "99+" above 99, and where the server stopped counting; empty where none is known to be right. */
export function countText({ unread, isLowerBound }: Pick<InboxSnapshot, "unread" | "isLowerBound">): string {
  return isLowerBound || (unread ?? 0) > 99 ? "99+" : String(unread ?? "");
}
