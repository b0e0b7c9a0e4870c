/** Where the next number of an autonumber column is kept, among what the engine notes for itself. */
export function sequenceKey(table: string, column: string): string {
  return `sequence ${table}.${column}`;
}
