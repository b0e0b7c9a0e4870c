/** What the documentation says about the solution, read from the files in `Solutions/src`: nothing has to be built for that. */
import { join } from "node:path";
import { readEntities } from "../../Solutions/build/entities";
import { SourceFolder } from "../../Solutions/build/sourceFolder";
import { child, textAt } from "../../Solutions/build/xml";
import type { XmlElement } from "../../Solutions/build/xml";

/** A column that the product has added to a table. */
export interface Column {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** As in the XML: nvarchar, ntext, int, bit, picklist, datetime, lookup, customer. */
  readonly type: string;
  readonly required: boolean;
  readonly primary: boolean;
  readonly audited: boolean;
  /** What an element of the column's definition says, "" where there is none. */
  readonly detail: (element: string) => string;
}

/** A table of the solution. */
export interface Table {
  readonly name: string;
  readonly entitySet: string;
  readonly label: string;
  readonly description: string;
  readonly organizationOwned: boolean;
  readonly audited: boolean;
  readonly columns: readonly Column[];
  /** Columns of the alternate key; every table has one. */
  readonly key: readonly string[];
  /** Columns that a form, or a view, of the table names. */
  readonly onForms: ReadonlySet<string>;
  readonly inViews: ReadonlySet<string>;
}

/** A relationship of the product's own, from the table that has the lookup to the one that it points to. */
export interface Relationship {
  readonly many: string;
  readonly column: string;
  readonly one: string;
  readonly onDelete: string;
  readonly onAssign: string;
}

/** A choice with its values. */
export interface Choice {
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly description: string }[];
}

/** A role: level by privilege, as in `prvReadmsgn_session` → `Global`. */
export interface Role {
  readonly name: string;
  readonly description: string;
  readonly privileges: ReadonlyMap<string, string>;
}

/** The parts of the solution that are documented. */
export interface Solution {
  readonly tables: readonly Table[];
  readonly relationships: readonly Relationship[];
  readonly choices: readonly Choice[];
  readonly roles: readonly Role[];
}

/** @throws PackError where a file is missing or malformed */
export function readSolution(root: string): Solution {
  const source = new SourceFolder(join(root, "Solutions", "src"), { files: new Map(), folders: [] });
  const all = (folder: string, rootName: string): XmlElement[] => source.list(folder, ".xml").map((path) => source.xml(path, rootName));
  return {
    tables: readEntities(source).map(readTable),
    relationships: all("Other/Relationships/", "EntityRelationships")
      .flatMap(({ children }) => children)
      .filter(({ attributes }) => attributes["Name"]?.startsWith("msgn_"))
      .map(readRelationship),
    choices: all("OptionSets/", "optionset").map(readChoice),
    roles: all("Roles/", "Role").map((role) => ({
      name: role.attributes["name"] ?? "",
      description: textAt(role, "Description"),
      privileges: new Map(
        childrenOf(role, "RolePrivileges").map(({ attributes }) => [attributes["name"] ?? "", attributes["level"] ?? ""]),
      ),
    })),
  };
}

function readTable(xml: XmlElement): Table {
  const info = child(child(xml, "EntityInfo") ?? xml, "entity") ?? xml;
  const names = (root: string, element: string, attribute: string): ReadonlySet<string> =>
    new Set(below(child(xml, root), element).flatMap(({ attributes }) => attributes[attribute] ?? []));
  return {
    name: textAt(xml, "Name"),
    entitySet: textAt(info, "EntitySetName"),
    label: english(info, "LocalizedNames"),
    description: english(info, "Descriptions"),
    organizationOwned: textAt(info, "OwnershipTypeMask") === "OrgOwned",
    audited: textAt(info, "IsAuditEnabled") === "1",
    columns: childrenOf(info, "attributes")
      .filter((column) => textAt(column, "IsCustomField") === "1")
      .map(readColumn),
    key: childrenOf(info, "EntityKeys").flatMap((key) => childrenOf(key, "EntityKeyAttributes").map(({ text }) => text)),
    onForms: names("FormXml", "control", "datafieldname"),
    inViews: new Set([...names("SavedQueries", "cell", "name"), ...names("SavedQueries", "condition", "attribute")]),
  };
}

function readColumn(xml: XmlElement): Column {
  return {
    name: textAt(xml, "LogicalName"),
    label: english(xml, "displaynames"),
    description: english(xml, "Descriptions"),
    type: textAt(xml, "Type"),
    required: textAt(xml, "RequiredLevel") === "required",
    primary: textAt(xml, "DisplayMask").split("|").includes("PrimaryName"),
    audited: textAt(xml, "IsAuditEnabled") === "1",
    detail: (element) => textAt(xml, element),
  };
}

function readRelationship(xml: XmlElement): Relationship {
  return {
    many: textAt(xml, "ReferencingEntityName").toLowerCase(),
    column: textAt(xml, "ReferencingAttributeName").toLowerCase(),
    one: textAt(xml, "ReferencedEntityName").toLowerCase(),
    onDelete: textAt(xml, "CascadeDelete"),
    onAssign: textAt(xml, "CascadeAssign"),
  };
}

function readChoice(xml: XmlElement): Choice {
  const options = childrenOf(xml, "options").map((option) => ({
    value: option.attributes["value"] ?? "",
    label: english(option, "labels"),
    description: english(option, "Descriptions"),
  }));
  return { name: xml.attributes["Name"] ?? "", options };
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return child(element, name)?.children ?? [];
}

function below(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).flatMap((each) => [...(each.name === name ? [each] : []), ...below(each, name)]);
}

/** The English text of a list of labels. */
function english(element: XmlElement, list: string): string {
  return childrenOf(element, list).find(({ attributes }) => attributes["languagecode"] === "1033")?.attributes["description"] ?? "";
}
