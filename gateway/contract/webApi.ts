/** Reads and writes the Web API's addresses, rows and errors. */
import { GatewayError, send } from "./transport";
import type { Answer, Connection } from "./transport";

/** A row as the Web API writes it. */
export type Row = Readonly<Record<string, unknown>>;

/** A text value within an OData address: quotes doubled, then percent-encoded (a `+` too: it must not be read as a space). */
export function literal(text: string): string {
  return `'${encodeURIComponent(text.replaceAll("'", "''"))}'`;
}

/** A column of a row that must be a text. @throws Error that names the column when it is not */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new Error(`The Web API's answer has no text in ${column}.`);
  return value;
}

/**
 * One row by its address, or undefined when there is none (404).
 *
 * @param deadline when to give up, as `Date.now()` counts
 * @throws GatewayError
 */
export async function retrieve(connection: Connection, path: string, deadline = Infinity): Promise<Row | undefined> {
  const answer = await send(connection, { method: "GET", path }, deadline);
  if (answer.status === 404) return undefined;
  return JSON.parse(expectSuccess(answer, path).text) as Row;
}

/** The first row that a query finds. */
export interface Found {
  /** Undefined: there is none. */
  readonly row: Row | undefined;
  /** The server's clock when it answered, in milliseconds since 1970, UTC, to the second; this machine's where the answer has no date. */
  readonly readAt: number;
}

/** Looks for the first row of a query's answer. @throws GatewayError */
export async function firstRow(
  connection: Connection,
  path: string,
  headers: Readonly<Record<string, string>>,
  deadline: number,
): Promise<Found> {
  const { rows, readAt } = await rowsOf(connection, path, headers, deadline);
  return { row: rows[0], readAt };
}

/** The rows of a query's answer, and the server's clock as in `Found`. @throws GatewayError */
export async function rowsOf(
  connection: Connection,
  path: string,
  headers: Readonly<Record<string, string>>,
  deadline: number,
): Promise<{ readonly rows: readonly Row[]; readonly readAt: number }> {
  const answer = expectSuccess(await send(connection, { method: "GET", path, headers }, deadline), path);
  const { value } = JSON.parse(answer.text) as { readonly value?: readonly Row[] };
  if (!Array.isArray(value)) throw new GatewayError(answer.status, `${path.replace(/\?.*$/, "")}: the answer is no list of rows.`);
  const date = Date.parse(answer.headers.get("date") ?? "");
  return { rows: value, readAt: Number.isNaN(date) ? Date.now() : date };
}

/** A value within the XML of a FetchXML query. */
export function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/**
 * The answer, when it is a success.
 *
 * @param what the path; its query, which may contain numbers, is left out of the error
 * @throws GatewayError with Dataverse's own words otherwise
 */
export function expectSuccess(answer: Answer, what: string): Answer {
  if (answer.status < 300) return answer;
  throw new GatewayError(answer.status, `${what.replace(/\?.*$/, "")}: ${answer.status} ${errorText(answer.text)}`);
}

/** Code and message of Dataverse's error body; the text itself when it is none. */
export function errorText(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: string; message?: string } };
    return error ? `${error.code ?? ""} ${error.message ?? ""}`.trim() : text.slice(0, 300);
  } catch {
    return text.slice(0, 300);
  }
}
