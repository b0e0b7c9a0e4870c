import type { Form } from "./forms";
import type { Labels } from "./labels";

/** A dashboard of the organization: charts, lists and web resources in the cells of its sections. */
export interface Dashboard {
  readonly id: string;
  readonly labels: Labels;
  readonly tabs: Form["tabs"];
  /** Ids of the security roles that are shown it; absent: everyone is. */
  readonly roles?: readonly string[];
}

/** A join of FetchXML from a table to another one: rows without a partner stay. */
export interface OneJoin {
  /** The other table. */
  readonly table: string;
  /** Its column, and that of the first table, which have the same value. */
  readonly from: string;
  readonly to: string;
}

/** How the sandbox draws a chart. */
export interface ChartDrawing {
  readonly shape: "bar" | "column" | "pie";
  /** The alias by which the rows of the chart's query are grouped, and that of their figure. */
  readonly category: string;
  readonly measure: string;
  /** The column that it groups by; absent where a list cannot be filtered by it: a part of a date, or a column further away than one join. */
  readonly column?: string;
  /** The join to the table that has that column; absent where it is the chart's own. */
  readonly via?: OneJoin;
  /** Colours of a series, or of a pie's pieces, one after the other; CSS. Empty: the shell's own. */
  readonly colors: readonly string[];
}

/** A chart of a table: what the platform calls a saved query visualization. */
export interface Chart {
  readonly id: string;
  readonly table: string;
  readonly labels: Labels;
  /** An aggregate; where a view is shown with the chart, its filters are added. */
  readonly fetchXml: string;
  /** How it is drawn; or why the sandbox cannot draw it, in words. */
  readonly drawing: ChartDrawing | string;
}
