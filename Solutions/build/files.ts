/** Files of a folder, in an order that does not depend on the system. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Absolute paths of all files below a folder, sorted by code unit, leaving out folders with one of the given names. */
export function filesBelow(folder: string, leaveOut: readonly string[] = []): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (!entry.isDirectory()) return [join(folder, entry.name)];
      return leaveOut.includes(entry.name) ? [] : filesBelow(join(folder, entry.name), leaveOut);
    })
    .sort(byCodeUnit);
}

/** Compares texts as every system and language does alike. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
