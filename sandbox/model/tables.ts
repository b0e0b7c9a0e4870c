import type { Labels } from "./labels";

/** What a column holds, in Dataverse's kinds. */
export type ColumnType =
  | "primarykey"
  | "string"
  | "memo"
  | "integer"
  | "boolean"
  | "datetime"
  | "picklist"
  | "state"
  | "status"
  | "lookup"
  | "customer"
  | "owner"
  /** Decimal and floating point numbers. */
  | "decimal"
  /** versionnumber. */
  | "bigint"
  /** A kind of column that the sandbox does not store: the column is known, and every use of it is refused. */
  | "unsupported";

/** One value of a choice, a state or a status. */
export interface Option {
  readonly value: number;
  readonly labels: Labels;
  /** Options of a status: the state that they belong to. */
  readonly state?: number;
  readonly defaultStatus?: number;
}

/** A column of a table. */
export interface Column {
  /** Lower case. */
  readonly logicalName: string;
  readonly type: ColumnType;
  readonly labels: Labels;
  readonly descriptions: Labels;
  readonly required: "none" | "recommended" | "required" | "systemrequired";
  /** The platform writes it, nobody else (createdon, versionnumber …). */
  readonly readOnly: boolean;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly format?: string;
  /** Text columns that the platform fills by itself in a new row: the pattern, as `WID-{SEQNUM:5}`. */
  readonly autoNumberFormat?: string;
  readonly options?: readonly Option[];
  readonly defaultValue?: number | boolean;
  /** Lookups: the tables that they may point to. */
  readonly targets?: readonly string[];
}

/** A lookup between two tables, seen from both sides. */
export interface Relationship {
  readonly name: string;
  /** The "one" side. */
  readonly referencedTable: string;
  /** The "many" side, which has the lookup. */
  readonly referencingTable: string;
  readonly column: string;
  /** For `@odata.bind`: the lookup's name; with the target's name appended where there are several (customer). */
  readonly navigationProperty: string;
  readonly onDelete: "cascade" | "removelink" | "restrict" | "none";
}

/** Columns that together name one row besides its id. */
export interface AlternateKey {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A table with its columns and names. */
export interface Table {
  readonly logicalName: string;
  /** As in privilege names: prvRead + schemaName. */
  readonly schemaName: string;
  readonly entitySetName: string;
  readonly primaryId: string;
  readonly primaryName: string;
  readonly ownership: "user" | "organization";
  readonly labels: Labels;
  readonly pluralLabels: Labels;
  readonly columns: readonly Column[];
  readonly keys: readonly AlternateKey[];
  /** Web resource name of its icon. */
  readonly icon?: string;
  /** Not from the zip: one of the platform's own tables that the sandbox brings (systemuser, contact …). */
  readonly platform: boolean;
  /** Notes, and files with them, can be kept at its rows. */
  readonly hasNotes?: boolean;
  /** Present where the solution does not bring the table but adds these columns to one that is there already. */
  readonly added?: readonly string[];
}
