import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import { badBody } from "../errors";
import type { Stored } from "../storage/database";

/** Who owns a row. */
export interface Owner {
  readonly id: string;
  readonly table: "systemuser" | "team";
}

/** The columns of a row that follow from its owner. */
export function ownerColumns(context: Context, owner: Owner): ReadonlyMap<string, Stored> {
  return new Map<string, Stored>([
    ["ownerid", owner.id],
    ["ownerid$target", owner.table],
    ["owninguser", owner.table === "systemuser" ? owner.id : null],
    ["owningteam", owner.table === "team" ? owner.id : null],
    // There is one business unit.
    ["owningbusinessunit", context.engine.businessUnitId],
  ]);
}

/**
 * The owner that a request names; undefined where it names none.
 * @throws DataverseError where Dataverse answers with an error
 */
export function readOwner(table: TableInfo, change: { readonly value: Stored; readonly target?: string } | undefined): Owner | undefined {
  if (!change) return undefined;
  if (change.value === null) throw badBody(`The owner of a row of '${table.name}' cannot be empty.`);
  return { id: String(change.value), table: change.target === "team" ? "team" : "systemuser" };
}
