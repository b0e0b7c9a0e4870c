import type { Catalog } from "../catalog";
import { quoted } from "../storage/database";
import type { Stored } from "../storage/database";
import type { Store } from "../storage/state";

/** Writes or corrects a row of the platform. Its version changes only when it does, so that etags stay over a restart. */
export function putRow(
  { catalog, store }: { readonly catalog: Catalog; readonly store: Store },
  table: string,
  values: Readonly<Record<string, Stored>>,
): void {
  const info = catalog.tables.get(table);
  if (!info) return;
  const { database, nextVersion } = store;
  const id = info.definition.primaryId;
  const present = database.get(`SELECT * FROM ${quoted(table)} WHERE ${quoted(id)} = ?`, [values[id] ?? null]);
  if (present && Object.entries(values).every(([name, value]) => present[name] === value)) return;
  const row = { ...values, versionnumber: nextVersion() };
  const names = Object.keys(row);
  if (present) database.run(`DELETE FROM ${quoted(table)} WHERE ${quoted(id)} = ?`, [values[id] ?? null]);
  database.run(
    `INSERT INTO ${quoted(table)} (${names.map(quoted).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
    Object.values(row),
  );
}
