import type { Column, Table } from "../../model";
import { bracedId, plainId } from "../navigation/address";
import { labelIn, languageTag } from "../session/labels";
import type { Row } from "../webapi/webApiClient";

/** A lookup's value in the client API. */
export interface LookupValue {
  readonly id: string;
  readonly name: string;
  readonly entityType: string;
}

/** A column's value in the client API: lookups are lists of one. */
export type AttributeValue = string | number | boolean | Date | readonly LookupValue[] | null;

const formattedSuffix = "@OData.Community.Display.V1.FormattedValue";
const tableSuffix = "@Microsoft.Dynamics.CRM.lookuplogicalname";

/** True for the kinds of column that point to a row. */
export function isLookup(column: Column): boolean {
  return column.type === "lookup" || column.type === "customer" || column.type === "owner";
}

/** The property that carries the column in the Web API's rows. */
export function propertyOf(column: Column): string {
  return isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;
}

/**
 * The column's value in a row of the Web API.
 * @throws Error when the row has a value of another type than the column
 */
export function valueIn(row: Row, column: Column): AttributeValue {
  const raw = row[propertyOf(column)];
  if (raw === undefined || raw === null) return null;
  if (isLookup(column)) {
    const table = row[propertyOf(column) + tableSuffix] ?? (column.targets?.length === 1 ? column.targets[0] : undefined);
    if (typeof table !== "string") throw new Error(`The server did not say which table ${column.logicalName} points to.`);
    return [{ id: bracedId(plainText(raw)), name: plainText(row[propertyOf(column) + formattedSuffix]), entityType: table }];
  }
  if (column.type === "datetime") return new Date(plainText(raw));
  if (typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean") return raw;
  throw new Error(`The server sent a ${typeof raw} for the column ${column.logicalName}.`);
}

/** What the platform shows for a value in a row: the formatted value of the server, else the raw one. */
export function textIn(row: Row, property: string): string {
  return plainText(row[property + formattedSuffix] ?? row[property]);
}

/** A value of the Web API as text; empty for none. */
export function plainText(raw: unknown): string {
  return typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean" ? String(raw) : "";
}

/** What people read for a value: the option's label, the row's name, the date in their language and time zone; undefined for none. */
export function displayText(column: Column, value: AttributeValue, languageId: number): string | undefined {
  if (value === null) return undefined;
  if (value instanceof Date) return value.toLocaleString(languageTag(languageId), { dateStyle: "short", timeStyle: "short" });
  if (typeof value === "object") return value[0]?.name;
  const option = column.options?.find((candidate) => candidate.value === Number(value));
  return option === undefined ? String(value) : labelIn(option.labels, languageId, String(value));
}

/** True when both are the same value: dates by their instant, lookups by table and id. */
export function sameValue(left: AttributeValue, right: AttributeValue): boolean {
  if (left instanceof Date || right instanceof Date) {
    return left instanceof Date && right instanceof Date && left.getTime() === right.getTime();
  }
  if (typeof left === "object" && typeof right === "object" && left !== null && right !== null) {
    return (
      left.length === right.length &&
      left.every((item, index) => {
        const other = right[index];
        return other !== undefined && plainId(item.id) === plainId(other.id) && item.entityType === other.entityType;
      })
    );
  }
  return left === right;
}

/** Finds what a write of a lookup needs to know. */
export interface BindingSource {
  table(logicalName: string): Table;
  relationship(referencingTable: string, column: string, referencedTable: string): { readonly navigationProperty: string };
}

/**
 * The properties that write the value in a create or update request. Dates are sent in whole seconds, UTC.
 * @throws Error for a lookup without a target table
 */
export function bodyOf(table: string, column: Column, value: AttributeValue, source: BindingSource): Record<string, unknown> {
  if (!isLookup(column)) {
    if (value instanceof Date) return { [column.logicalName]: value.toISOString().replace(/\.\d{3}Z$/, "Z") };
    return { [column.logicalName]: value };
  }
  const lookup = Array.isArray(value) ? (value as readonly LookupValue[])[0] : undefined;
  if (lookup === undefined) {
    const anyTarget = column.targets?.[0];
    if (anyTarget === undefined) throw new Error(`The lookup ${column.logicalName} has no target table.`);
    return { [`${navigationProperty(table, column, anyTarget, source)}@odata.bind`]: null };
  }
  const target = source.table(lookup.entityType);
  const property = navigationProperty(table, column, lookup.entityType, source);
  return { [`${property}@odata.bind`]: `/${target.entitySetName}(${plainId(lookup.id)})` };
}

function navigationProperty(table: string, column: Column, target: string, source: BindingSource): string {
  return column.type === "owner" ? column.logicalName : source.relationship(table, column.logicalName, target).navigationProperty;
}
