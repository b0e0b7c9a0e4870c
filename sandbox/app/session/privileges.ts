import type { Table } from "../../model";

/** How far a privilege reaches: own rows, business unit, its children, the organisation. */
export type Depth = "Basic" | "Local" | "Deep" | "Global";

/** What one may do with a row of a table. */
export type Action = "Create" | "Read" | "Write" | "Delete" | "Append" | "AppendTo" | "Assign";

/** The actions that privileges exist for. Tables owned by the organisation have no Assign. */
export const actions: readonly Action[] = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign"];

const reach: Readonly<Record<Depth, number>> = { Basic: 0, Local: 1, Deep: 2, Global: 3 };

/** One privilege that the user holds. */
export interface HeldPrivilege {
  readonly id: string;
  readonly name: string;
  readonly depth: Depth;
}

/** The name of a privilege as Dataverse writes it: `prvReadsample_ticket`. */
export function privilegeName(action: Action, table: Table): string {
  return `prv${action}${table.schemaName}`;
}

/** The user's privileges. The server enforces them; the shell leaves out what the server would refuse. */
export class Privileges {
  private readonly held = new Map<string, HeldPrivilege>();

  constructor(privileges: readonly HeldPrivilege[]) {
    for (const privilege of privileges) this.held.set(privilege.name.toLowerCase(), privilege);
  }

  /** Ids of all that the user holds. */
  get ids(): string[] {
    return [...this.held.values()].map((privilege) => privilege.id);
  }

  /** How far the privilege reaches for this user: 0 own rows … 3 organisation; -1 when it is missing. */
  depthOf(action: Action, table: Table): number {
    const privilege = this.held.get(privilegeName(action, table).toLowerCase());
    return privilege === undefined ? -1 : reach[privilege.depth];
  }

  /** True when the user may do this with at least some rows of the table. */
  may(action: Action, table: Table): boolean {
    return this.depthOf(action, table) >= 0;
  }

  /** True when the user may do this with a row of that owner (undefined: a row without owner). */
  mayWithRow(action: Action, table: Table, ownerId: string | undefined, userId: string): boolean {
    const depth = this.depthOf(action, table);
    if (depth !== 0) return depth > 0;
    return ownerId === undefined || ownerId === userId;
  }
}
