import type { Column, Relationship } from "../../../model";
import { isPolymorphic } from "../catalog";
import type { TableInfo } from "../catalog";
import { nowInSeconds } from "../context";
import type { Context } from "../context";
import { DataverseError } from "../errors";
import { demandDeletable } from "../people/administration";
import { demandRow } from "../security";
import { quoted } from "../storage/database";
import type { StoredRow } from "../storage/database";
import { targetColumn } from "../storage/schema";
import { rowById } from "./find";

/**
 * Deletes a row, and what its relationships say to delete with it. Must run in a transaction.
 * @throws DataverseError 405 where a relationship forbids it
 */
export function deleteRow(context: Context, table: TableInfo, row: StoredRow): void {
  demandDeletable(table);
  const { database } = context.engine.store;
  const { primaryId } = table.definition;
  const id = String(row[primaryId]);
  demandRow(context.access, "Delete", table, row);
  const related = relatedRows(context, table, id);
  if (related.some(({ onDelete, rows }) => onDelete === "restrict" && rows.length > 0)) {
    // Documented: CannotDeleteDueToAssociation, answered with 405.
    throw new DataverseError(405, "0x80040227", "The object you tried to delete is associated with another object and cannot be deleted.");
  }
  // The row is deleted first, so that a circle of related rows comes to an end.
  context.engine.written.add(table.name);
  database.run(`DELETE FROM ${quoted(table.name)} WHERE ${quoted(primaryId)} = ?`, [id]);
  for (const { onDelete, rows, other, column } of related) {
    for (const one of rows) {
      if (onDelete === "cascade") cascade(context, other, one);
      else unlink(context, other, column, one);
    }
  }
}

interface Related {
  readonly onDelete: Relationship["onDelete"];
  readonly other: TableInfo;
  readonly column: Column;
  readonly rows: readonly StoredRow[];
}

function relatedRows(context: Context, table: TableInfo, id: string): readonly Related[] {
  return table.referencedBy.flatMap(({ referencingTable, column: name, onDelete }) => {
    const other = context.engine.catalog.tables.get(referencingTable);
    const column = other?.columns.get(name);
    if (!other || !column || onDelete === "none") return [];
    const polymorphic = isPolymorphic(column);
    const where = `${quoted(name)} = ?${polymorphic ? ` AND ${quoted(targetColumn(column))} = ?` : ""}`;
    const rows = context.engine.store.database.all(
      `SELECT * FROM ${quoted(other.name)} WHERE ${where}`,
      polymorphic ? [id, table.name] : [id],
    );
    return [{ onDelete, other, column, rows }];
  });
}

/** Deletes a related row, unless another relationship has deleted it already. */
function cascade(context: Context, table: TableInfo, row: StoredRow): void {
  if (rowById(context, table, String(row[table.definition.primaryId]))) deleteRow(context, table, row);
}

function unlink(context: Context, table: TableInfo, column: Column, row: StoredRow): void {
  const { database, nextVersion } = context.engine.store;
  const cleared = isPolymorphic(column) ? [column.logicalName, targetColumn(column)] : [column.logicalName];
  const sets = [...cleared.map((name) => `${quoted(name)} = NULL`), "versionnumber = ?", "modifiedon = ?", "modifiedby = ?"];
  context.engine.written.add(table.name);
  database.run(`UPDATE ${quoted(table.name)} SET ${sets.join(", ")} WHERE ${quoted(table.definition.primaryId)} = ?`, [
    nextVersion(),
    nowInSeconds(context.engine),
    context.access.userId,
    row[table.definition.primaryId] ?? null,
  ]);
}
