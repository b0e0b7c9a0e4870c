import type { Column } from "../../../model";
import type { TableInfo } from "../catalog";
import type { Stored } from "../storage/database";

/** The link type that joins any one of the rows that match. */
export const FIRST_ROW = "matchfirstrowusingcrossapply";

/** A table taking part in a query. The first of a query is its root. */
export interface Source {
  readonly table: TableInfo;
  /** Alias in SQL. */
  readonly alias: string;
  /** Prefix of its columns in the answer (FetchXML's alias); the root has none. */
  readonly name: string;
  readonly join?: {
    readonly parent: Source;
    readonly kind: "inner" | "outer" | typeof FIRST_ROW;
    /** Column of this source. */
    readonly from: Column;
    /** Column of the parent. */
    readonly to: Column;
    readonly filter?: Condition;
  };
}

/** How a column is compared. Negations are true where there is no value, as in Dataverse. */
export type Test =
  | { readonly operator: "eq" | "ne" | "gt" | "ge" | "lt" | "le"; readonly value: Stored }
  | { readonly operator: "null" | "not-null" }
  | { readonly operator: "in" | "not-in"; readonly values: readonly Stored[] }
  /** `pattern` in SQL's LIKE, with `\` before a literal % or _. */
  | { readonly operator: "like" | "not-like"; readonly pattern: string };

/** A condition on rows. */
export type Condition =
  | { readonly kind: "all" | "any"; readonly items: readonly Condition[] }
  | { readonly kind: "test"; readonly source: Source; readonly column: Column; readonly test: Test }
  /** A condition on the name of the row that a lookup points to; the row is of one of these tables. */
  | { readonly kind: "name"; readonly source: Source; readonly column: Column; readonly targets: readonly TableInfo[]; readonly test: Test }
  | { readonly kind: "never" };

/** FetchXML's aggregates. */
export type AggregateFunction = "count" | "countcolumn" | "min" | "max" | "sum" | "avg";

/** A column of the answer. */
export interface Output {
  /** Its name in the answer. */
  readonly key: string;
  readonly source: Source;
  readonly column: Column;
  readonly aggregate?: { readonly function: AggregateFunction; readonly distinct: boolean };
}

/** What the answer is sorted by: a column, or a column of the answer (aggregates). */
export interface Order {
  readonly by: { readonly source: Source; readonly column: Column } | { readonly output: string };
  readonly descending: boolean;
}

/** A query that both OData and FetchXML are read into. */
export interface Query {
  readonly sources: readonly [Source, ...Source[]];
  readonly outputs: readonly Output[];
  readonly filter?: Condition;
  readonly orders: readonly Order[];
  /** How choices are sorted: FetchXML by their texts, OData by their numbers. */
  readonly choicesBy: "text" | "value";
  readonly aggregate: boolean;
  readonly distinct: boolean;
  readonly limit: number;
  readonly offset: number;
  /** FetchXML's `top`: the whole answer, no pages. */
  readonly isTop: boolean;
  /** The most rows that may go into an aggregate. */
  readonly aggregateLimit: number;
  readonly countAll: boolean;
}

/** Rows that an aggregate may read at most in Dataverse. */
export const AGGREGATE_LIMIT = 50_000;

/** Rows on a page at most. */
export const PAGE_SIZE = 5000;
