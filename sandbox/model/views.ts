import type { Labels } from "./labels";

/** A saved view: a query and the columns that it shows. */
export interface View {
  readonly id: string;
  readonly table: string;
  readonly labels: Labels;
  readonly isDefault: boolean;
  /** The platform's query type: 0 public view, 2 associated, 4 quick find, 64 lookup, 1 advanced find. */
  readonly queryType: number;
  readonly fetchXml: string;
  readonly columns: readonly { readonly name: string; readonly width: number }[];
}
