/** The parts that FetchXML texts are made of. Values are escaped by whoever puts them in. */

/** A column under the name that the answer gives it. @param how further attributes, with a space before them */
export const column = (name: string, alias: string, how = "") => `<attribute name="${name}" alias="${alias}"${how}/>`;

/** @param rest operator and value */
export const condition = (name: string, rest: string) => `<condition attribute="${name}" ${rest}/>`;

/** Rows of another table whose `from` is this table's `to`. */
export const link = (table: string, from: string, to: string, rest: string, inner: string) =>
  `<link-entity name="${table}" from="${from}" to="${to}" ${rest}>${inner}</link-entity>`;

/** The whole query, as an address below the Web API's root. @param how attributes of the query */
export function fetchPath(set: string, table: string, how: string, inner: string): string {
  return `${set}?fetchXml=${encodeURIComponent(`<fetch ${how}><entity name="${table}">${inner}</entity></fetch>`)}`;
}
