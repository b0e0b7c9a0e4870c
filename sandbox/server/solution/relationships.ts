import type { LeftOut, Relationship } from "../../model";
import { child, children, textOf } from "../xml";
import type { XmlNode } from "../xml";
import { NOTE_OF, NOTE_TABLE } from "../dataverse/platform/noteTable";
import { SolutionImportError } from "./solutionImportError";
import { needAttribute, needText } from "./partXml";
import type { ReadTable } from "./tables";

const ON_DELETE: Readonly<Record<string, Relationship["onDelete"]>> = {
  cascade: "cascade",
  active: "cascade",
  userowned: "cascade",
  removelink: "removelink",
  restrict: "restrict",
  nocascade: "none",
};

/** The spelling of the navigation property: as the relationship says, else the column's schema name (with the target for customers). */
function navigationProperty(node: XmlNode, spelled: string, several: boolean, referenced: string): string {
  const roles = children(child(node, "EntityRelationshipRoles"), "EntityRelationshipRole");
  const named = roles.map((role) => textOf(role, "NavigationPropertyName") ?? "");
  const own = named.find((name) => name.toLowerCase().startsWith(spelled.toLowerCase()));
  if (own) return own;
  return several ? `${spelled}_${referenced}` : spelled;
}

/** What the reader needs to know of its surroundings. */
export interface RelationshipContext {
  /** The tables that the zip brings or adds columns to. */
  readonly tables: ReadonlyMap<string, ReadTable>;
  /** Whether the platform or an earlier solution has the table. */
  readonly isThere: (name: string) => boolean;
  /** Whether the table is one that the sandbox does without. */
  readonly isElsewhere: (name: string) => boolean;
  readonly skip: (what: LeftOut) => void;
}

/** The relationships of a zip. */
export interface ReadRelationships {
  readonly relationships: readonly Relationship[];
  /** Lookups (`table.column`) that lead to a table which the sandbox does without. */
  readonly foreign: ReadonlySet<string>;
}

/**
 * Reads the one-to-many relationships of customizations.xml.
 * @throws SolutionImportError
 */
export function readRelationships(root: XmlNode, context: RelationshipContext): ReadRelationships {
  const found = new Map<string, Relationship>();
  const foreign = new Set<string>();
  for (const node of children(child(root, "EntityRelationships"), "EntityRelationship")) {
    const name = needAttribute(node, "Name");
    const kind = needText(node, "EntityRelationshipType");
    if (kind !== "OneToMany") {
      context.skip({ kind: kind === "ManyToMany" ? "many-to-many relationship" : `relationship (${kind})`, name });
      continue;
    }
    const relationship = readOne(node, name, context, foreign);
    if (!relationship) continue;
    if (found.has(name.toLowerCase())) {
      throw new SolutionImportError(`The relationship ${name} is there twice`, node.place, "Keep one of them.");
    }
    found.set(name.toLowerCase(), relationship);
  }
  return { relationships: [...found.values()], foreign };
}

function readOne(node: XmlNode, name: string, context: RelationshipContext, foreign: Set<string>): Relationship | undefined {
  const referencing = needText(node, "ReferencingEntityName").toLowerCase();
  const referenced = needText(node, "ReferencedEntityName").toLowerCase();
  const column = needText(node, "ReferencingAttributeName").toLowerCase();
  // The platform makes it wherever a table has notes.
  if (referencing === NOTE_TABLE && column === NOTE_OF && context.tables.get(referenced)?.table.hasNotes) return undefined;
  for (const table of [referencing, referenced]) {
    if (context.tables.has(table) || context.isThere(table) || table === "owner") continue;
    if (context.isElsewhere(table)) {
      foreign.add(`${referencing}.${column}`);
      context.skip({ kind: "relationship", name: `${name} (table ${table})` });
      return undefined;
    }
    throw new SolutionImportError(
      `The relationship ${name} names an unknown table: ${table}`,
      node.place,
      "Correct its name, or add the table to the solution.",
    );
  }
  const read = context.tables.get(referencing);
  if (!read) {
    context.skip({ kind: "relationship", name: `${name} (its lookup is on the table ${referencing}, which the zip does not bring)` });
    return undefined;
  }
  // What was there before has its relationships already.
  if (read.table.added && read.table.columns.some((one) => one.logicalName === column) && !read.table.added.includes(column))
    return undefined;
  const definition = read.table.columns.find((one) => one.logicalName === column);
  if (!definition || !["lookup", "customer", "owner"].includes(definition.type)) {
    throw new SolutionImportError(
      `The relationship ${name} names ${column}, which is no lookup column of the table ${referencing}`,
      node.place,
      "Correct its name, or add the lookup column to the table.",
    );
  }
  const cascade = textOf(node, "CascadeDelete") ?? "NoCascade";
  const onDelete = ON_DELETE[cascade.toLowerCase()];
  if (!onDelete) {
    throw new SolutionImportError(
      `The relationship ${name} has an unknown CascadeDelete: ${cascade}`,
      node.place,
      "Use Cascade, RemoveLink, Restrict or NoCascade.",
    );
  }
  const spelled = read.schemaNames.get(column) ?? column;
  return {
    name,
    referencedTable: referenced,
    referencingTable: referencing,
    column,
    navigationProperty: navigationProperty(node, spelled, definition.type === "customer", referenced),
    onDelete,
  };
}
