import { isAutoNumber } from "../../model";
import type { Column, ColumnType, Option } from "../../model";
import { attribute, child, children, textOf } from "../xml";
import type { XmlNode } from "../xml";
import { labelsIn } from "./labels";
import { SolutionImportError } from "./solutionImportError";
import { integer, needAttribute, needText } from "./partXml";

/** customizations.xml's names of column types → the model's. What is missing here is kept as `unsupported`: money without currencies and exchange rates would be half of it. */
const TYPES: Readonly<Record<string, ColumnType>> = {
  primarykey: "primarykey",
  nvarchar: "string",
  ntext: "memo",
  int: "integer",
  bit: "boolean",
  datetime: "datetime",
  picklist: "picklist",
  state: "state",
  status: "status",
  lookup: "lookup",
  customer: "customer",
  owner: "owner",
  decimal: "decimal",
  float: "decimal",
};

/** Global option sets by name. */
export type OptionSets = ReadonlyMap<string, readonly Option[]>;

function optionsIn(set: XmlNode): readonly Option[] {
  const items = [
    ...children(child(set, "options"), "option"),
    ...children(child(set, "states"), "state"),
    ...children(child(set, "statuses"), "status"),
  ];
  const seen = new Set<number>();
  return items.map((item) => {
    const value = integer(needAttribute(item, "value"), item) ?? 0;
    if (seen.has(value)) {
      throw new SolutionImportError(`A choice has the value ${value} twice`, item.place, "Give each option its own value.");
    }
    seen.add(value);
    const state = item.name === "status" ? integer(attribute(item, "state"), item) : undefined;
    const defaultStatus = item.name === "state" ? integer(attribute(item, "defaultstatus"), item) : undefined;
    return {
      value,
      labels: labelsIn(item, "labels", "label"),
      ...(state === undefined ? {} : { state }),
      ...(defaultStatus === undefined ? {} : { defaultStatus }),
    };
  });
}

/**
 * The global option sets of customizations.xml.
 * @throws SolutionImportError
 */
export function readOptionSets(root: XmlNode): OptionSets {
  const sets = new Map<string, readonly Option[]>();
  for (const set of children(child(root, "optionsets"), "optionset")) {
    const name = needAttribute(set, "Name").toLowerCase();
    if (sets.has(name)) throw new SolutionImportError(`The global choice ${name} is there twice`, set.place, "Keep one of them.");
    sets.set(name, optionsIn(set));
  }
  return sets;
}

/** What the reader of columns needs to know of its surroundings. */
export interface ColumnContext {
  /** Global choices of this zip and of earlier ones. */
  readonly optionSets: OptionSets;
  /** Whether the platform has a global choice of this name, or solution.xml says that another solution does. */
  readonly isChoiceElsewhere: (name: string) => boolean;
}

/** The options of a choice; undefined where its global choice is one that the sandbox does without. */
function optionsOf(node: XmlNode, { optionSets, isChoiceElsewhere }: ColumnContext, column: string): readonly Option[] | undefined {
  const local = child(node, "optionset");
  if (local) return optionsIn(local);
  const name = textOf(node, "OptionSetName");
  const found = name === undefined ? undefined : optionSets.get(name.toLowerCase());
  if (found) return found;
  if (name !== undefined && isChoiceElsewhere(name.toLowerCase())) return undefined;
  const problem =
    name === undefined ? `The choice column ${column} has no options` : `The column ${column} names an unknown global choice: ${name}`;
  throw new SolutionImportError(problem, node.place, "Add the choice to the solution, or correct its name.");
}

/** A yes/no column has both of its texts, or none: then they are Yes and No. */
function booleanOptions(node: XmlNode, global: OptionSets): readonly Option[] {
  const local = child(node, "optionset");
  const name = textOf(node, "OptionSetName");
  const given = local ? optionsIn(local) : name === undefined ? [] : (global.get(name.toLowerCase()) ?? []);
  const text = (value: number, label: string): Option => given.find((one) => one.value === value) ?? { value, labels: { "1033": label } };
  return [text(0, "No"), text(1, "Yes")];
}

function requirement(node: XmlNode): Column["required"] {
  switch ((textOf(node, "RequiredLevel") ?? "none").toLowerCase()) {
    case "required":
    case "applicationrequired":
      return "required";
    case "systemrequired":
      return "systemrequired";
    case "recommended":
      return "recommended";
    default:
      return "none";
  }
}

function defaultOf(node: XmlNode, type: ColumnType): Partial<Pick<Column, "defaultValue">> {
  const raw = textOf(node, "AppDefaultValue") ?? textOf(node, "DefaultValue");
  if (raw === undefined) return {};
  if (type === "boolean") return { defaultValue: raw === "1" || raw.toLowerCase() === "true" };
  const value = Number(raw);
  // -1 is the packager's word for "no default" of a choice.
  if (!Number.isFinite(value) || (type === "picklist" && value === -1)) return {};
  return { defaultValue: value };
}

function number(node: XmlNode, name: string): number | undefined {
  const raw = textOf(node, name);
  if (raw === undefined) return undefined;
  const value = Number(raw);
  if (Number.isFinite(value)) return value;
  throw new SolutionImportError(`<${name}> is not a number: ${raw}`, node.place, "Correct it and pack the solution again.");
}

function details(node: XmlNode, type: ColumnType, context: ColumnContext, logicalName: string): Partial<Column> {
  switch (type) {
    case "string":
    case "memo": {
      const format = textOf(node, "Format");
      const declared = number(node, "MaxLength") ?? number(node, "Length");
      const autoNumberFormat = textOf(node, "AutoNumberFormat");
      return {
        maxLength: declared ?? (type === "memo" ? 2000 : 100),
        ...(format === undefined ? {} : { format }),
        ...(autoNumberFormat !== undefined && isAutoNumber(autoNumberFormat) ? { autoNumberFormat } : {}),
      };
    }
    case "integer":
    case "decimal": {
      const minValue = number(node, "MinValue") ?? (type === "integer" ? -2147483648 : undefined);
      const maxValue = number(node, "MaxValue") ?? (type === "integer" ? 2147483647 : undefined);
      return { ...(minValue === undefined ? {} : { minValue }), ...(maxValue === undefined ? {} : { maxValue }) };
    }
    case "datetime": {
      const format = textOf(node, "Format");
      return format === undefined ? {} : { format };
    }
    case "boolean":
      return { options: booleanOptions(node, context.optionSets) };
    case "picklist":
    case "state":
    case "status": {
      const options = optionsOf(node, context, logicalName);
      return options ? { options } : { type: "unsupported" };
    }
    case "customer":
      return { targets: ["account", "contact"] };
    case "owner":
      return { targets: ["systemuser", "team"] };
    default:
      return {};
  }
}

/** A column with the spelling that its navigation property takes. */
export interface ReadColumn {
  readonly column: Column;
  /** As written in PhysicalName; platform columns use their lower-case name. */
  readonly schemaName: string;
  /** False: the platform's. */
  readonly custom: boolean;
  /** What of it the sandbox does not play, in words. */
  readonly notPlayed: readonly string[];
}

/** Exports of version 8 and older have these elements only where they are 1. */
function isReadOnly(node: XmlNode): boolean {
  const written = [textOf(node, "ValidForUpdateApi"), textOf(node, "ValidForCreateApi")];
  if (textOf(node, "ValidForReadApi") === undefined) return written.every((one) => one === "0");
  return written.every((one) => one !== "1");
}

function notPlayed(node: XmlNode, column: Column, isComputed: boolean): readonly string[] {
  return [
    ...(column.type === "unsupported" ? [`column of a kind that is not stored (${needText(node, "Type").toLowerCase()})`] : []),
    ...(isComputed ? ["calculation of a column"] : []),
    ...(isAutoNumber(textOf(node, "AutoNumberFormat") ?? "") ? [] : ["numbering of a column (autonumber)"]),
  ];
}

/** Reads one `<attribute>`. */
export function readColumn(node: XmlNode, context: ColumnContext): ReadColumn {
  const logicalName = (textOf(node, "LogicalName") ?? textOf(node, "Name") ?? needAttribute(node, "PhysicalName")).toLowerCase();
  const type = TYPES[needText(node, "Type").toLowerCase()] ?? "unsupported";
  const custom = textOf(node, "IsCustomField") === "1";
  // SourceType 1: calculated, 2: rollup, 3: formula. Nobody writes these.
  const isComputed = (textOf(node, "SourceType") ?? "0") !== "0";
  const readOnly = isComputed || isReadOnly(node);
  const column: Column = {
    logicalName,
    type,
    labels: labelsIn(node, "displaynames", "displayname"),
    descriptions: labelsIn(node, "Descriptions", "Description"),
    // Nobody can be asked for a value that only the platform writes.
    required: readOnly ? "none" : requirement(node),
    readOnly,
    ...defaultOf(node, type),
    ...details(node, type, context, logicalName),
  };
  const schemaName = custom ? needAttribute(node, "PhysicalName") : logicalName;
  return { column, schemaName, custom, notPlayed: notPlayed(node, column, isComputed) };
}
