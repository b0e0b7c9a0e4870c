import type { PaneBadge } from "./sidePanes";

/** What the badge shows: a number up to 99, an empty text for a dot, undefined for none. */
export function badgeText(badge: PaneBadge): string | undefined {
  if (typeof badge === "number") return badge <= 0 ? undefined : badge > 99 ? "99+" : String(badge);
  return badge ? "" : undefined;
}
