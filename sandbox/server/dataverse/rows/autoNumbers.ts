import { randomInt } from "node:crypto";
import type { Column } from "../../../model";
import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import { notSupported } from "../errors";
import type { Stored } from "../storage/database";

const PLACE = /\{([^}]*)\}/g;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** The longest that Dataverse allows for a placeholder of random characters. */
const MOST_RANDOM = 6;

/**
 * What the platform writes by itself into the autonumber columns of a new row, where its maker has written nothing.
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/create-auto-number-attributes
 * @throws DataverseError 501 for a pattern that the sandbox does not know
 */
export function autoNumbers(context: Context, table: TableInfo, values: ReadonlyMap<string, Stored>): ReadonlyMap<string, string> {
  const made = new Map<string, string>();
  for (const column of table.columns.values()) {
    const { autoNumberFormat, logicalName } = column;
    if (autoNumberFormat && (values.get(logicalName) ?? null) === null) {
      made.set(logicalName, filled(context, table, column, autoNumberFormat));
    }
  }
  return made;
}

function filled(context: Context, table: TableInfo, { logicalName }: Column, format: string): string {
  return format.replace(PLACE, (place, content: string) => {
    const [kind = "", size = ""] = content.split(":");
    const digits = Number(size);
    if (kind === "SEQNUM" && digits >= 1) {
      return String(context.engine.store.nextInSequence(`${table.name}.${logicalName}`)).padStart(digits, "0");
    }
    if (kind === "RANDSTRING" && digits >= 1 && digits <= MOST_RANDOM) {
      return Array.from({ length: digits }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");
    }
    throw notSupported(`the autonumber pattern ${place} of the column '${logicalName}'`);
  });
}
