import { displayText, textIn } from "../form/value";
import type { Row } from "../webapi/webApiClient";
import type { ListColumn } from "./pageQuery";

/** What a list shows for a column of a row: choices and dates in the user's language, everything else as the server formats it. */
export function cellText(row: Row, { column, property }: ListColumn, languageId: number): string {
  const raw = row[property];
  if (column.options !== undefined && (typeof raw === "number" || typeof raw === "boolean")) {
    return displayText(column, raw, languageId) ?? "";
  }
  if (column.type === "datetime" && typeof raw === "string") return displayText(column, new Date(raw), languageId) ?? "";
  return textIn(row, property);
}
