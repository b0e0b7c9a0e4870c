import type { Row } from "./stillRows";

/** The contact numbers with more than one conversation on the list: each of them is with another number of ours. */
export function sharedNumbersOf(rows: readonly Row[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(rows.map(({ notification }) => notification.session.contactNumberId).filter((id) => seen.has(id) || !seen.add(id)));
}
