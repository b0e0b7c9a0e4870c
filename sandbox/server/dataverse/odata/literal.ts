import type { Column } from "../../../model";
import { isLookup } from "../catalog";
import { badQuery } from "../errors";
import { parseGuid } from "../identifiers";
import type { Stored } from "../storage/database";
import { parseDate } from "../values";
import type { Token } from "./lexer";

/** A value that does not fit the type of its column. */
export function mismatch(token: Token, column: Column): Error {
  return badQuery(
    `A binary operator with incompatible types was detected: '${token.text}' does not fit the property '${column.logicalName}'.`,
  );
}

/**
 * A literal as it is stored in a column; null for `null`.
 * @throws DataverseError 400 where it is of another type
 */
export function literal(token: Token, column: Column): Stored {
  if (token.kind === "word" && token.text === "null") return null;
  const isGuid = column.type === "primarykey" || isLookup(column);
  switch (column.type) {
    case "string":
    case "memo":
      if (token.kind !== "text") throw mismatch(token, column);
      return token.text;
    case "boolean":
      if (token.kind === "word" && (token.text === "true" || token.text === "false")) return token.text === "true" ? 1 : 0;
      throw mismatch(token, column);
    case "datetime": {
      const seconds = token.kind === "date" ? parseDate(token.text) : undefined;
      if (seconds === undefined) throw mismatch(token, column);
      return seconds;
    }
    default: {
      const value = isGuid
        ? token.kind === "guid"
          ? parseGuid(token.text)
          : undefined
        : token.kind === "number"
          ? Number(token.text)
          : undefined;
      if (value === undefined) throw mismatch(token, column);
      return value;
    }
  }
}
