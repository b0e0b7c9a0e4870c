/** Values as Dataverse takes them. */

/** Lower case without braces. @throws Error for anything that is not a GUID: it would become part of an address. */
export function guid(value: string): string {
  const bare = value.replace(/[{}]/g, "").toLowerCase();
  if (!isGuid(bare)) throw new Error(`Not an id: ${value.slice(0, 60)}`);
  return bare;
}

/** Whether it is an id as the server writes them: without braces. */
export function isGuid(value: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);
}

/** As Dataverse keeps it: UTC, whole seconds. */
export function dateTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** As {@link dateTime}; null stays null: no instant. */
export function dateTimeOrNull(ms: number | null): string | null {
  return ms === null ? null : dateTime(ms);
}

/** What fits into a column of so many characters, by default a table's primary column: never half of one, which no server can keep. */
export function fitting(text: string, most = 100): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}
