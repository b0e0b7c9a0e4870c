/** Asks Dataverse whose number it is. */
import { literal, rowsOf, textOf } from "../contract";
import type { Connection, Customer } from "../contract";
import type { CustomerTable, PhoneColumns } from "./phoneColumns";

const NAMES: Readonly<Record<CustomerTable, string>> = { contact: "fullname", account: "name" };

/** Two say as well as a hundred that it is not known which. */
const ENOUGH = 2;

/**
 * The active records that hold a number in one of these columns, written in one of these ways: at most two of each table. One request for each table, of nothing
 * but `eq`, so that Dataverse can use an index.
 *
 * @param deadline when to give up, as `Date.now()` counts
 * @throws GatewayError, also where a table has no such column (400)
 */
export async function findMatches(
  connection: Connection,
  columns: PhoneColumns,
  forms: readonly string[],
  deadline: number,
): Promise<readonly Customer[]> {
  const found = await Promise.all(
    (Object.keys(columns) as CustomerTable[]).map(async (table) => {
      const id = `${table}id`;
      const name = NAMES[table];
      const terms = (columns[table] ?? []).flatMap((column) => forms.map((form) => `${column} eq ${literal(form)}`));
      const path = `${table}s?$select=${id},${name}&$filter=statecode eq 0 and (${terms.join(" or ")})&$top=${ENOUGH}`;
      const { rows } = await rowsOf(connection, path, {}, deadline);
      return rows.map((row): Customer => ({ table, id: textOf(row, id), name: typeof row[name] === "string" ? row[name] : "" }));
    }),
  );
  return found.flat();
}
