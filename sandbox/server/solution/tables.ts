import type { AlternateKey, Column, LeftOut, Table } from "../../model";
import { withSystemColumns } from "../dataverse/platform/columns";
import { child, children, ownText, path, textOf } from "../xml";
import type { XmlNode } from "../xml";
import { SolutionImportError } from "./solutionImportError";
import { labelsIn } from "./labels";
import { readColumn } from "./columns";
import type { ColumnContext } from "./columns";
import { entitySetNameOf } from "./entitySetName";
import { needAttribute, needText } from "./partXml";

/** A table of the zip, with what other parts need to read theirs. */
export interface ReadTable {
  readonly table: Table;
  readonly node: XmlNode;
  /** Column logical name → spelling of its navigation property. */
  readonly schemaNames: ReadonlyMap<string, string>;
  /** Columns (logical names) that the platform brings to every table of this kind. */
  readonly platformColumns: ReadonlySet<string>;
}

/** What the reader needs to know of its surroundings. */
export interface TableContext extends ColumnContext {
  /** The tables of the platform and of earlier solutions. */
  readonly before: ReadonlyMap<string, Table>;
  /** Whether the table is one that the sandbox does without. */
  readonly isElsewhere: (name: string) => boolean;
  readonly skip: (what: LeftOut) => void;
}

const KEY_TYPES: readonly Column["type"][] = ["string", "integer", "decimal", "datetime", "lookup", "customer", "picklist"];

function readKeys(entity: XmlNode, table: string, columns: ReadonlyMap<string, Column>): readonly AlternateKey[] {
  return children(child(entity, "EntityKeys"), "EntityKey").map((node) => {
    const name = needText(node, "LogicalName").toLowerCase();
    const named = children(child(node, "EntityKeyAttributes"), "AttributeName").map((one) => ownText(one).toLowerCase());
    if (named.length === 0)
      throw new SolutionImportError(`The key ${name} names no column`, node.place, "Add <EntityKeyAttributes> to it.");
    for (const column of named) {
      const found = columns.get(column);
      if (!found) {
        throw new SolutionImportError(
          `The key ${name} names a column that the table ${table} does not have: ${column}`,
          node.place,
          "Correct the key, or add the column.",
        );
      }
      if (!KEY_TYPES.includes(found.type)) {
        throw new SolutionImportError(
          `The key ${name} names ${column}, whose type (${found.type}) cannot be part of a key`,
          node.place,
          "Use text, number, date, choice or lookup columns.",
        );
      }
    }
    return { name, columns: named };
  });
}

function primaryNameOf(columns: readonly XmlNode[], table: string, place: string): string {
  const primary = columns.find((node) => (textOf(node, "DisplayMask") ?? "").split("|").includes("PrimaryName"));
  if (primary) return (textOf(primary, "LogicalName") ?? textOf(primary, "Name") ?? "").toLowerCase();
  throw new SolutionImportError(
    `The table ${table} has no primary name column`,
    place,
    "Mark one text column with PrimaryName in its DisplayMask.",
  );
}

interface ReadColumns {
  readonly columns: ReadonlyMap<string, Column>;
  readonly schemaNames: ReadonlyMap<string, string>;
  readonly platformColumns: ReadonlySet<string>;
}

function readColumns(attributes: readonly XmlNode[], logicalName: string, context: TableContext): ReadColumns {
  const columns = new Map<string, Column>();
  const schemaNames = new Map<string, string>();
  const platformColumns = new Set<string>();
  for (const one of attributes) {
    const { column, schemaName, custom, notPlayed } = readColumn(one, context);
    if (columns.has(column.logicalName)) {
      throw new SolutionImportError(`The table ${logicalName} has the column ${column.logicalName} twice`, one.place, "Keep one of them.");
    }
    columns.set(column.logicalName, column);
    schemaNames.set(column.logicalName, schemaName);
    if (!custom) platformColumns.add(column.logicalName);
    for (const kind of notPlayed) context.skip({ kind, name: `${logicalName}.${column.logicalName}` });
  }
  return { columns, schemaNames, platformColumns };
}

/**
 * Reads one `<Entity>` that defines a table.
 * @throws SolutionImportError
 */
function readTable(node: XmlNode, entity: XmlNode, attributes: readonly XmlNode[], context: TableContext): ReadTable {
  const schemaName = needAttribute(entity, "Name");
  const logicalName = schemaName.toLowerCase();
  const read = readColumns(attributes, logicalName, context);
  const columns = [...read.columns.values()];
  const primaryId = columns.find((column) => column.type === "primarykey")?.logicalName;
  if (primaryId === undefined) {
    throw new SolutionImportError(`The table ${logicalName} has no primary key column`, entity.place, `Add the column ${logicalName}id.`);
  }
  const mask = needText(entity, "OwnershipTypeMask");
  if (mask !== "UserOwned" && mask !== "OrgOwned") {
    throw new SolutionImportError(
      `The table ${logicalName} has an ownership that is not UserOwned or OrgOwned: ${mask}`,
      entity.place,
      "Correct OwnershipTypeMask (OrganizationOwned is refused by Dataverse with 0x80044150).",
    );
  }
  if (textOf(entity, "DataProviderId") !== undefined) {
    context.skip({ kind: "data provider of a virtual table (its rows are kept here)", name: logicalName });
  }
  const icon = textOf(entity, "IconVectorName");
  const table: Table = {
    logicalName,
    schemaName,
    entitySetName: textOf(entity, "EntitySetName") ?? entitySetNameOf(logicalName),
    primaryId,
    primaryName: primaryNameOf(attributes, logicalName, entity.place),
    ownership: mask === "UserOwned" ? "user" : "organization",
    labels: labelsIn(entity, "LocalizedNames", "LocalizedName"),
    pluralLabels: labelsIn(entity, "LocalizedCollectionNames", "LocalizedCollectionName"),
    columns,
    keys: readKeys(entity, logicalName, read.columns),
    ...(icon === undefined ? {} : { icon }),
    ...(textOf(entity, "HasRelatedNotes")?.toLowerCase() === "true" ? { hasNotes: true } : {}),
    platform: false,
  };
  return { ...read, table: withSystemColumns(table), node };
}

/** A table that is there already, with the columns that the zip adds to it; undefined where it adds none. */
function readAddition(node: XmlNode, attributes: readonly XmlNode[], table: Table, context: TableContext): ReadTable | undefined {
  const there = new Set(table.columns.map((column) => column.logicalName));
  const news = attributes.filter((one) => !there.has((textOf(one, "LogicalName") ?? textOf(one, "Name") ?? "").toLowerCase()));
  if (news.length === 0) return undefined;
  const read = readColumns(news, table.logicalName, context);
  const columns = [...table.columns, ...read.columns.values()];
  return { ...read, node, table: { ...table, columns, added: [...read.columns.keys()] } };
}

/**
 * The columns without those that older exports list beside a lookup: the name of its row, the same for Japanese sorting, and its table. They hold
 * nothing of their own, and the Web API has them as annotations of the lookup.
 */
function withoutCompanions(attributes: readonly XmlNode[]): readonly XmlNode[] {
  const nameOf = (node: XmlNode): string => (textOf(node, "LogicalName") ?? textOf(node, "Name") ?? "").toLowerCase();
  const lookups = attributes.filter((one) => ["lookup", "customer", "owner"].includes(textOf(one, "Type")?.toLowerCase() ?? ""));
  const companions = new Set(lookups.flatMap((one) => ["name", "yominame", "type"].map((end) => `${nameOf(one)}${end}`)));
  return attributes.filter((one) => textOf(one, "IsCustomField") === "1" || !companions.has(nameOf(one)));
}

/** Whether these are some columns of a table, and not the table: its key is missing. */
function isPart(attributes: readonly XmlNode[]): boolean {
  return !attributes.some((one) => textOf(one, "Type")?.toLowerCase() === "primarykey");
}

/**
 * Reads all tables of customizations.xml: its own, and those of the platform or of an earlier solution that it adds columns to.
 * @throws SolutionImportError
 */
export function readTables(root: XmlNode, context: TableContext): readonly ReadTable[] {
  const tables = new Map<string, ReadTable>();
  const seen = new Set<string>();
  for (const node of children(child(root, "Entities"), "Entity")) {
    const entity = path(node, "EntityInfo", "entity");
    const attributes = withoutCompanions(children(child(entity, "attributes"), "attribute"));
    const name = (textOf(node, "Name") ?? (entity ? needAttribute(entity, "Name") : "?")).toLowerCase();
    if (seen.has(name)) throw new SolutionImportError(`The table ${name} is there twice`, node.place, "Keep one of them.");
    seen.add(name);
    const before = context.before.get(name);
    if (before) {
      const addition = readAddition(node, attributes, before, context);
      if (addition) tables.set(name, addition);
    } else if (entity && attributes.length > 0 && !(isPart(attributes) && context.isElsewhere(name))) {
      tables.set(name, readTable(node, entity, attributes, context));
    }
  }
  return [...tables.values()];
}
