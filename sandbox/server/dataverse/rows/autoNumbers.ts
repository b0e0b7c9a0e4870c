import { randomInt } from "node:crypto";
import { autoNumberParts } from "../../../model";
import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import type { Stored } from "../storage/database";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** What the platform writes by itself into the autonumber columns of a new row, where its maker has written nothing. */
export function autoNumbers(context: Context, table: TableInfo, values: ReadonlyMap<string, Stored>): ReadonlyMap<string, string> {
  const made = new Map<string, string>();
  for (const { autoNumberFormat, logicalName } of table.columns.values()) {
    if (!autoNumberFormat || (values.get(logicalName) ?? null) !== null) continue;
    const parts = (autoNumberParts(autoNumberFormat) ?? []).map(({ kind, size, text }) => {
      if (kind === "SEQNUM") return String(context.engine.store.nextInSequence(table.name, logicalName)).padStart(size, "0");
      return kind === null ? text : Array.from({ length: size }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");
    });
    made.set(logicalName, parts.join(""));
  }
  return made;
}
