import type { Column, Table } from "../../../model";
import { column, withSystemColumns } from "./columns";

const english = (text: string): Readonly<Record<string, string>> => ({ "1033": text });

/** What a table of the platform is called, and its columns besides the key. */
export interface TableSketch {
  readonly name: string;
  /** As in privilege names. */
  readonly privilege: string;
  readonly set: string;
  readonly primaryName: string;
  readonly ownership: Table["ownership"];
  readonly label: string;
  readonly plural: string;
  readonly columns: readonly Column[];
}

/**
 * A table of the platform.
 * @param system whether it has the columns that Dataverse adds to a table (who made a row and when, its state) and notes
 */
export function table(sketch: TableSketch, system: boolean): Table {
  const id = column(`${sketch.name}id`, "primarykey", sketch.label, { required: "systemrequired", readOnly: false });
  const made: Table = {
    logicalName: sketch.name,
    schemaName: sketch.privilege,
    entitySetName: sketch.set,
    primaryId: id.logicalName,
    primaryName: sketch.primaryName,
    ownership: sketch.ownership,
    labels: english(sketch.label),
    pluralLabels: english(sketch.plural),
    columns: [id, ...sketch.columns],
    keys: [],
    platform: true,
  };
  if (system) return withSystemColumns({ ...made, hasNotes: true });
  return { ...made, columns: [...made.columns, column("versionnumber", "bigint", "Version Number", { readOnly: true })] };
}

/** A column with the id of another row. */
export const lookup = (name: string, label: string, ...targets: readonly string[]): Column => column(name, "lookup", label, { targets });
/** A column with a text. */
export const text = (name: string, label: string, maxLength = 100, format?: string): Column =>
  column(name, "string", label, { maxLength, ...(format === undefined ? {} : { format }) });
/** A column with a text that the platform writes. */
export const computed = (name: string, label: string): Column => column(name, "string", label, { maxLength: 200, readOnly: true });
/** A column with yes or no. */
export const flag = (name: string, label: string): Column => {
  return column(name, "boolean", label, {
    options: [0, 1].map((value) => ({ value, labels: english(value ? "Yes" : "No") })),
    defaultValue: false,
  });
};
