import type { AlternateKey, Column, Relationship, Role, SolutionModel, Table } from "../../model";
import { platformRoles } from "./platform/roles";
import { noteTable } from "./platform/noteTable";
import { PLATFORM_TABLES, systemRelationships } from "./platform/tables";

/** A lookup as the Web API names it. */
export interface Navigation {
  readonly name: string;
  readonly column: Column;
  readonly target: TableInfo;
}

/** A table with what requests need to look up quickly. */
export interface TableInfo {
  readonly definition: Table;
  readonly name: string;
  readonly columns: ReadonlyMap<string, Column>;
  readonly keys: readonly AlternateKey[];
  /** By navigation property. */
  readonly navigation: ReadonlyMap<string, Navigation>;
  /** Relationships in which this table is the "one" side. */
  readonly referencedBy: readonly Relationship[];
}

/** Everything that the Web API knows: the solution's tables and the platform's. */
export interface Catalog {
  readonly model: SolutionModel;
  readonly tables: ReadonlyMap<string, TableInfo>;
  /** By entity set name. */
  readonly sets: ReadonlyMap<string, TableInfo>;
  /** The solution's and the platform's, by name. */
  readonly roles: ReadonlyMap<string, Role>;
}

/** Whether a column holds a reference to a row. */
export function isLookup(column: Column): boolean {
  return column.type === "lookup" || column.type === "customer" || column.type === "owner";
}

/** Whether the row that a lookup points to may be of more than one table. */
export function isPolymorphic(column: Column): boolean {
  return isLookup(column) && (column.targets?.length ?? 0) > 1;
}

/** `_sample_ticketid_value` for a lookup, else the column's name: how OData spells a column that is read. */
export function propertyName(column: Column): string {
  return isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;
}

/** The column that an OData property name stands for. */
export function columnOfProperty(table: TableInfo, property: string): Column | undefined {
  const lookup = /^_(.+)_value$/.exec(property)?.[1];
  const column = table.columns.get(lookup ?? property);
  return column && isLookup(column) === (lookup !== undefined) ? column : undefined;
}

function allRelationships(model: SolutionModel, tables: readonly Table[]): readonly Relationship[] {
  const covered = new Set(model.relationships.map((one) => `${one.referencingTable}.${one.column}.${one.referencedTable}`));
  const implied = tables
    .flatMap(systemRelationships)
    .filter((one) => !covered.has(`${one.referencingTable}.${one.column}.${one.referencedTable}`));
  return [...model.relationships, ...implied];
}

/** Joins a solution and the platform's own tables and roles. */
export function createCatalog(solution: SolutionModel): Catalog {
  const own = new Set(solution.tables.map((table) => table.logicalName));
  const before = [...solution.tables, ...PLATFORM_TABLES.filter((table) => !own.has(table.logicalName))];
  const definitions = [...before, noteTable(before)];
  const relationships = allRelationships(solution, definitions);
  const roles = [...platformRoles(definitions), ...solution.roles];
  const navigation = new Map<string, Map<string, Navigation>>();
  const tables = new Map<string, TableInfo>();
  for (const definition of definitions) {
    const ways = new Map<string, Navigation>();
    navigation.set(definition.logicalName, ways);
    tables.set(definition.logicalName, {
      definition,
      name: definition.logicalName,
      columns: new Map(definition.columns.map((column) => [column.logicalName, column])),
      keys: definition.keys,
      navigation: ways,
      referencedBy: relationships.filter((one) => one.referencedTable === definition.logicalName),
    });
  }
  for (const one of relationships) {
    const column = tables.get(one.referencingTable)?.columns.get(one.column);
    const target = tables.get(one.referencedTable);
    if (column && target)
      navigation.get(one.referencingTable)?.set(one.navigationProperty, { name: one.navigationProperty, column, target });
  }
  return {
    model: { ...solution, tables: definitions, relationships, roles },
    tables,
    sets: new Map([...tables.values()].map((table) => [table.definition.entitySetName, table])),
    roles: new Map(roles.map((role) => [role.name, role])),
  };
}
