import type { AlternateKey, Column, Table } from "../../model";
import { child, children, ownText, path, textOf } from "../xml";
import type { XmlNode } from "../xml";
import { SolutionImportError } from "./solutionImportError";
import { labelsIn } from "./labels";
import { readColumn } from "./columns";
import type { OptionSets } from "./columns";
import { needAttribute, needText } from "./partXml";

/** A table of the zip, with what other parts need to read theirs. */
export interface ReadTable {
  readonly table: Table;
  readonly node: XmlNode;
  /** Column logical name → spelling of its navigation property. */
  readonly schemaNames: ReadonlyMap<string, string>;
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

/**
 * Reads one `<Entity>`; undefined where it brings no definition of its own (forms or a ribbon for a table of the platform).
 * @throws SolutionImportError
 */
export function readTable(node: XmlNode, global: OptionSets): ReadTable | undefined {
  const entity = path(node, "EntityInfo", "entity");
  const attributes = children(child(entity, "attributes"), "attribute");
  if (!entity || attributes.length === 0) return undefined;
  const schemaName = needAttribute(entity, "Name");
  const logicalName = schemaName.toLowerCase();
  const columns = new Map<string, Column>();
  const schemaNames = new Map<string, string>();
  for (const one of attributes) {
    const { column, schemaName: spelled } = readColumn(one, global);
    if (columns.has(column.logicalName)) {
      throw new SolutionImportError(`The table ${logicalName} has the column ${column.logicalName} twice`, one.place, "Keep one of them.");
    }
    columns.set(column.logicalName, column);
    schemaNames.set(column.logicalName, spelled);
  }
  const primaryId = [...columns.values()].find((column) => column.type === "primarykey")?.logicalName;
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
  const icon = textOf(entity, "IconVectorName");
  const table: Table = {
    logicalName,
    schemaName,
    entitySetName: needText(entity, "EntitySetName"),
    primaryId,
    primaryName: primaryNameOf(attributes, logicalName, entity.place),
    ownership: mask === "UserOwned" ? "user" : "organization",
    labels: labelsIn(entity, "LocalizedNames", "LocalizedName"),
    pluralLabels: labelsIn(entity, "LocalizedCollectionNames", "LocalizedCollectionName"),
    columns: [...columns.values()],
    keys: readKeys(entity, logicalName, columns),
    ...(icon === undefined ? {} : { icon }),
    platform: false,
  };
  return { table, node, schemaNames };
}

/**
 * Reads all tables of customizations.xml. `skip` is called for those that have no definition of their own.
 * @throws SolutionImportError
 */
export function readTables(root: XmlNode, global: OptionSets, skip: (what: string) => void): readonly ReadTable[] {
  const tables = new Map<string, ReadTable>();
  for (const node of children(child(root, "Entities"), "Entity")) {
    const read = readTable(node, global);
    if (!read) {
      skip(`customization of the platform's table ${textOf(node, "Name") ?? "?"}`);
      continue;
    }
    const name = read.table.logicalName;
    if (tables.has(name)) throw new SolutionImportError(`The table ${name} is there twice`, node.place, "Keep one of them.");
    tables.set(name, read);
  }
  return [...tables.values()];
}
