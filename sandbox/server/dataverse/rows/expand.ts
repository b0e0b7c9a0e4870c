import type { Context } from "../context";
import type { Expansion } from "../odata/expand";
import type { Source } from "../query/model";
import type { Cell } from "../query/run";
import { etagOf, outputsFor, put, readableColumns } from "../query/shape";
import type { Annotations, Names } from "../query/shape";
import { demandPrivilege, hasRow } from "../security";
import { rowById } from "./find";

/**
 * Puts the row that a lookup points to into the answer; null where there is none, where it is of another table, or where the caller has no
 * right to that row.
 * @throws DataverseError 403 where its table may not be read at all
 */
export function expandInto(
  context: Context,
  into: Record<string, unknown>,
  expansion: Expansion,
  lookup: Cell | undefined,
  annotations: Annotations,
  names: Names,
): void {
  const { navigation, columns } = expansion;
  const { target } = navigation;
  demandPrivilege(context.access, "Read", target);
  const points = lookup !== undefined && lookup.value !== null && lookup.target === target.name;
  const row = points ? rowById(context, target, String(lookup.value)) : undefined;
  if (!row || !hasRow(context.access, "Read", target, row)) {
    into[navigation.name] = null;
    return;
  }
  const source: Source = { table: target, alias: "x", name: "" };
  const id = target.columns.get(target.definition.primaryId);
  const wanted = new Set(columns ?? readableColumns(target));
  if (id) wanted.add(id);
  const body: Record<string, unknown> = { "@odata.etag": etagOf(row["versionnumber"] ?? null) };
  for (const output of outputsFor(source, wanted)) {
    const { column } = output;
    const cell = { value: row[column.logicalName] ?? null, target: row[`${column.logicalName}$target`]?.toString() ?? column.targets?.[0] };
    put(body, output.key, output, cell, annotations, names);
  }
  into[navigation.name] = body;
}
