/** The id of the row of a kind that belongs to a conversation: the same each time, so that the row is made once. @param more of several of that kind: which */
export function rowId(kind: number, index: number, more = 0): string {
  return `a11ce000-0000-4000-8000-00000${kind}${[index, more].map((part) => String(part).padStart(3, "0")).join("")}`;
}

/** So many minutes before the start. */
export function before(start: number, minutes: number): Date {
  return new Date(start - minutes * 60_000);
}

/** As Dataverse keeps it: whole seconds. */
export function iso(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
