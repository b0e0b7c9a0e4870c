import { isLookup, propertyName } from "../catalog";
import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import type { Stored } from "../storage/database";
import { quoted } from "../storage/database";
import { formatted, toJson } from "../values";
import type { Output } from "./model";
import type { Cell } from "./run";

const FORMATTED = "OData.Community.Display.V1.FormattedValue";
const TARGET = "Microsoft.Dynamics.CRM.lookuplogicalname";
const NAVIGATION = "Microsoft.Dynamics.CRM.associatednavigationproperty";

/** Which annotations the caller wants: the value of `Prefer: odata.include-annotations`, a list of names and patterns. */
export class Annotations {
  private readonly rules: readonly { readonly pattern: RegExp; readonly wanted: boolean }[];

  constructor(preference: string | undefined) {
    this.rules = (preference ?? "")
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "")
      .map((one) => {
        const wanted = !one.startsWith("-");
        const escaped = (wanted ? one : one.slice(1)).replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*");
        return { pattern: new RegExp(`^${escaped}$`, "i"), wanted };
      });
  }

  /** Whether an annotation is wanted. */
  includes(name: string): boolean {
    return (
      this.rules.some((rule) => rule.wanted && rule.pattern.test(name)) &&
      !this.rules.some((rule) => !rule.wanted && rule.pattern.test(name))
    );
  }

  /** Whether any is wanted. */
  get any(): boolean {
    return this.rules.some((rule) => rule.wanted);
  }
}

/** Names of rows by table and id, kept for one request. A lookup shows the name also to a caller who may not read its row. */
export class Names {
  private readonly known = new Map<string, string | undefined>();

  constructor(private readonly context: Context) {}

  /** The primary name of a row, or undefined where it is not there or has none. */
  of(tableName: string, id: Stored): string | undefined {
    const key = `${tableName} ${String(id)}`;
    if (!this.known.has(key)) {
      const table = this.context.engine.catalog.tables.get(tableName)?.definition;
      const row =
        table &&
        this.context.engine.store.database.get(
          `SELECT ${quoted(table.primaryName)} AS name FROM ${quoted(tableName)} WHERE ${quoted(table.primaryId)} = ?`,
          [id],
        );
      this.known.set(key, row?.["name"]?.toString());
    }
    return this.known.get(key);
  }
}

/** Writes one value with its annotations into a JSON row. */
export function put(row: Record<string, unknown>, key: string, output: Output, cell: Cell, annotations: Annotations, names: Names): void {
  const { column } = output;
  const counts = output.aggregate?.function === "count" || output.aggregate?.function === "countcolumn";
  const plain = { ...column, type: "integer" as const };
  const shown = counts ? plain : column;
  if (cell.value !== null && annotations.any) {
    const text = isLookup(shown)
      ? cell.target === undefined
        ? undefined
        : names.of(cell.target, cell.value)
      : formatted(cell.value, shown);
    if (text !== undefined && annotations.includes(FORMATTED)) row[`${key}@${FORMATTED}`] = text;
    if (isLookup(shown) && cell.target !== undefined) {
      const navigation = navigationOf(output, cell.target);
      if (navigation !== undefined && annotations.includes(NAVIGATION)) row[`${key}@${NAVIGATION}`] = navigation;
      if (annotations.includes(TARGET)) row[`${key}@${TARGET}`] = cell.target;
    }
  }
  row[key] = toJson(cell.value, shown);
}

/** Whether an output gets its navigation property as an annotation: columns of the row itself do; joined ones and aggregates do not. */
function navigationOf(output: Output, target: string): string | undefined {
  if (output.source.join || output.key !== propertyName(output.column)) return undefined;
  if (output.column.type === "owner") return output.column.logicalName;
  for (const one of output.source.table.navigation.values()) {
    if (one.column === output.column && one.target.name === target) return one.name;
  }
  return undefined;
}

/** `W/"1234"` */
export function etagOf(version: Stored): string {
  return `W/"${String(version)}"`;
}

/** The outputs for some columns of a table by the names that OData gives them. */
export function outputsFor(source: Output["source"], columns: Iterable<Output["column"]>): readonly Output[] {
  return [...columns].map((column) => ({ key: propertyName(column), source, column }));
}

/** All columns of a table that can be read. */
export function readableColumns(table: TableInfo): readonly Output["column"][] {
  return [...table.columns.values()].filter((column) => column.type !== "unsupported");
}
