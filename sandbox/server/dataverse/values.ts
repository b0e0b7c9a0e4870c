import type { Column } from "../../model";
import { isLookup } from "./catalog";
import type { TableInfo } from "./catalog";
import { isoDate } from "./context";
import { badBody, notSupported, outOfRange, tooLong } from "./errors";
import { parseGuid } from "./identifiers";
import type { Stored } from "./storage/database";

const EDM: Partial<Record<Column["type"], string>> = {
  primarykey: "Edm.Guid",
  string: "Edm.String",
  memo: "Edm.String",
  integer: "Edm.Int32",
  picklist: "Edm.Int32",
  state: "Edm.Int32",
  status: "Edm.Int32",
  boolean: "Edm.Boolean",
  datetime: "Edm.DateTimeOffset",
  decimal: "Edm.Decimal",
  bigint: "Edm.Int64",
};

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?)?$/;
/** The first day that Dataverse stores: 1753-01-01, as SQL Server's datetime. */
const EARLIEST = -6847804800;

/** Seconds since 1970 of an ISO date and time; undefined for what is none. Without an offset it is UTC. Fractions of a second are cut. */
export function parseDate(text: string): number | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const zoned = match[1] === undefined ? `${text}T00:00:00Z` : match[4] === undefined ? `${text}Z` : text;
  const milliseconds = Date.parse(zoned);
  if (Number.isNaN(milliseconds)) return undefined;
  const seconds = Math.floor(milliseconds / 1000);
  return seconds < EARLIEST ? undefined : seconds;
}

function wrongType(value: unknown, column: Column): Error {
  return badBody(
    `Cannot convert the literal '${String(value)}' to the expected type '${EDM[column.type] ?? "Edm.Guid"}' ('${column.logicalName}').`,
  );
}

function numberFor(value: unknown, column: Column, table: TableInfo, whole: boolean): number {
  if (typeof value !== "number" || !Number.isFinite(value) || (whole && !Number.isInteger(value))) throw wrongType(value, column);
  const { minValue = -Infinity, maxValue = Infinity } = column;
  if (value < minValue || value > maxValue) throw outOfRange(value, column.logicalName, table.name, `${minValue} to ${maxValue}`);
  return value;
}

/**
 * Checks a value of a request body and gives it back as it is stored. Lookups do not come this way.
 * @throws DataverseError 400 or 501
 */
export function valueFromBody(value: unknown, column: Column, table: TableInfo): Stored {
  if (column.type === "unsupported") throw notSupported(`the type of the column '${column.logicalName}'`);
  if (value === null) return null;
  switch (column.type) {
    case "string":
    case "memo": {
      if (typeof value !== "string") throw wrongType(value, column);
      if (value.length > (column.maxLength ?? 100)) throw tooLong(column.logicalName, table.name, column.maxLength ?? 100);
      if (value.includes("\0")) throw badBody(`The value of '${column.logicalName}' contains a character that is not allowed (U+0000).`);
      // In Dataverse an empty text is the same as none.
      return value === "" ? null : value;
    }
    case "integer":
    case "bigint":
      return numberFor(value, column, table, true);
    case "decimal":
      return numberFor(value, column, table, false);
    case "boolean":
      if (typeof value !== "boolean") throw wrongType(value, column);
      return value ? 1 : 0;
    case "picklist":
    case "state":
    case "status": {
      const number = numberFor(value, column, table, true);
      const options = column.options ?? [];
      if (options.some((one) => one.value === number)) return number;
      throw outOfRange(number, column.logicalName, table.name, options.map((one) => one.value).join(","));
    }
    case "datetime": {
      const seconds = typeof value === "string" ? parseDate(value) : undefined;
      if (seconds === undefined) throw wrongType(value, column);
      return seconds;
    }
    default: {
      const id = typeof value === "string" ? parseGuid(value) : undefined;
      if (id === undefined) throw wrongType(value, column);
      return id;
    }
  }
}

/**
 * Reads a value that is written as text (in a key, in FetchXML) for a column; undefined where it does not fit.
 * @throws DataverseError 501
 */
export function valueFromText(text: string, column: Column): Stored | undefined {
  switch (column.type) {
    case "string":
    case "memo":
      return text;
    case "boolean": {
      const lower = text.toLowerCase();
      return lower === "true" || lower === "1" ? 1 : lower === "false" || lower === "0" ? 0 : undefined;
    }
    case "datetime":
      return parseDate(text);
    case "decimal":
      return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
    case "unsupported":
      throw notSupported(`the type of the column '${column.logicalName}'`);
    case "primarykey":
    case "lookup":
    case "customer":
    case "owner":
      return parseGuid(text.replace(/^\{(.*)\}$/, "$1"));
    default:
      return /^[+-]?\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
  }
}

/** A stored value as JSON has it. */
export function toJson(value: Stored, column: Column): string | number | boolean | null {
  if (value === null) return null;
  if (column.type === "boolean") return value === 1;
  if (column.type === "datetime") return isoDate(Number(value));
  return value;
}

const WHEN = new Intl.DateTimeFormat("en-US", {
  timeZone: "UTC",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
});
const NUMBER = new Intl.NumberFormat("en-US");

/** What Dataverse shows people for a value (English, UTC); undefined where it adds none. Lookups are named elsewhere. */
export function formatted(value: Stored, column: Column): string | undefined {
  if (value === null || isLookup(column)) return undefined;
  switch (column.type) {
    case "boolean":
    case "picklist":
    case "state":
    case "status":
      return column.options?.find((one) => one.value === value)?.labels["1033"];
    case "datetime":
      // Some builds of Intl put a narrow no-break space before AM and PM.
      return WHEN.format(new Date(Number(value) * 1000))
        .replace(/\u202f/g, " ")
        .replace(",", "");
    case "integer":
    case "decimal":
    case "bigint":
      return NUMBER.format(Number(value));
    default:
      return undefined;
  }
}
