/** Reads every reference in a solution's XML: who names what, where. */
import type { XmlElement } from "../../Solutions/build/xml";

/** A value at a place: `control@classid` for an attribute, `RelationshipName` for an element's text. */
export interface Value {
  /** `parent/element@attribute` */
  readonly place: string;
  readonly value: string;
}

/** Every attribute and text of a document, with its place. */
export function valuesIn(root: XmlElement, parent = ""): Value[] {
  const attributes = Object.entries(root.attributes).map(([name, value]) => ({ place: `${parent}/${root.name}@${name}`, value }));
  const text = root.text.trim() === "" ? [] : [{ place: `${parent}/${root.name}`, value: root.text.trim() }];
  return [...attributes, ...text, ...root.children.flatMap((child) => valuesIn(child, root.name))];
}

/** What a reference may point to. */
export type Kind =
  | "table"
  | "column"
  | "web resource"
  | "control"
  | "view"
  | "chart"
  | "relationship"
  | "choice"
  | "role"
  | "privilege"
  | "ribbon"
  | "form control";

/** Where references stand, by the end of their place. */
const REFERENCES: readonly (readonly [Kind, RegExp])[] = [
  ["table", /\/(ReferencingEntityName|ReferencedEntityName|TargetEntityType)$/],
  ["table", /\/(link-entity|entity)@name$/],
  ["table", /\/SubArea@Entity$|SubArea\/Privilege@Entity$/],
  ["column", /\/(control@datafieldname|datafieldname|order@attribute|condition@attribute|link-entity@from|link-entity@to)$/],
  ["column", /^row\/cell@name$|^(entity|link-entity)\/attribute@name$/],
  ["column", /\/(AttributeName|ReferencingAttributeName)$/],
  [
    "web resource",
    /\/(IconVectorName|Handler@libraryName|Library@name|\w+@Library|\w+@ModernImage|\w+@Image16by16|\w+@Image32by32|SubArea@Icon)$/,
  ],
  // A page in a dashboard.
  ["web resource", /^parameters\/Url$/],
  ["control", /\/customControl@name$/],
  ["view", /\/(ViewId|ViewIds|DefaultViewId)$/],
  ["chart", /\/VisualizationId$/],
  ["relationship", /\/RelationshipName$/],
  ["choice", /\/OptionSetName$/],
  ["role", /^AppModuleRoleMaps\/Role@id$|^DisplayConditions\/Role@Id$/],
  ["privilege", /\/RolePrivilege@name$/],
  ["ribbon", /\/(CustomAction@Location|RibbonTemplates@Id|\w+@Command|\w+@TemplateAlias)$/],
  ["form control", /\/control@classid$|\/customControl@id$/],
];

/** A reference, in one spelling: lower case, no braces, no `$webresource:`. */
export interface Reference {
  readonly kind: Kind;
  readonly name: string;
  readonly place: string;
}

/** A name as it is compared. */
export function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\{|\}$/g, "")
    .replace(/^\$webresource:|^\/?webresources\//, "");
}

/** The references of a document. */
export function referencesIn(root: XmlElement): readonly Reference[] {
  return valuesIn(root).flatMap(({ place, value }) => {
    const kind = REFERENCES.find(([, pattern]) => pattern.test(place))?.[0];
    // A list shows a linked table's column as `alias.column`.
    const name = kind === "column" ? plain(value).replace(/^\w+\./, "") : plain(value);
    return kind === undefined ? [] : [{ kind, name, place }];
  });
}
