import type { DataverseRequest, DataverseResponse } from "../api";
import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import { notSupported } from "../errors";
import { appliedPreferences, json, readPreferences } from "../http";
import { wantsCount } from "../odata/options";
import type { Address } from "../odata/options";
import { countAnnotations } from "../query/counts";
import type { Output } from "../query/model";
import { runQuery } from "../query/run";
import { Annotations, etagOf, Names, put } from "../query/shape";
import { parseFetch } from "./parseFetch";

function pagingCookie(page: number): string {
  const inner = encodeURIComponent(encodeURIComponent(`<cookie page="${page}"></cookie>`));
  return `<cookie pagenumber="${page + 1}" pagingcookie="${inner}" istracking="False" />`;
}

/**
 * GET of an entity set with `?fetchXml=`.
 * @throws DataverseError where Dataverse answers with an error
 */
export function fetchRows(
  context: Context,
  table: TableInfo,
  text: string,
  address: Address,
  request: DataverseRequest,
): DataverseResponse {
  const preferences = readPreferences(request.headers);
  if (preferences.pageSize !== undefined) throw notSupported("odata.maxpagesize together with fetchXml; use the count attribute");
  const asked = { userId: context.access.userId, now: context.engine.now() };
  const { query: read, page } = parseFetch(text, table, context.engine.catalog, asked, wantsCount(address));
  const annotations = new Annotations(preferences.annotations);
  const names = new Names(context);
  const [root] = read.sources;
  const version = table.columns.get("versionnumber");
  const withVersion = !read.aggregate && !read.distinct && version !== undefined;
  const query = withVersion ? { ...read, outputs: [{ key: "@version", source: root, column: version }, ...read.outputs] } : read;
  const found = runQuery(context, query);
  const value = found.rows.map((cells) => {
    const row: Record<string, unknown> = {};
    cells.forEach((cell, index) => {
      const output: Output | undefined = query.outputs[index];
      if (!output) return;
      if (output.key === "@version") row["@odata.etag"] = etagOf(cell.value);
      // Documented: FetchXML's answers, unlike OData's, have no property for a column without a value.
      else if (cell.value !== null) put(row, output.key, output, cell, annotations, names);
    });
    return row;
  });
  const body: Record<string, unknown> = { "@odata.context": `${context.root}/$metadata#${table.definition.entitySetName}` };
  Object.assign(body, countAnnotations(found, annotations));
  if (found.hasMore && !query.isTop) {
    if (annotations.includes("Microsoft.Dynamics.CRM.fetchxmlpagingcookie")) {
      body["@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"] = pagingCookie(page);
    }
    if (annotations.includes("Microsoft.Dynamics.CRM.morerecords")) body["@Microsoft.Dynamics.CRM.morerecords"] = true;
  }
  body["value"] = value;
  return json(context.engine, 200, body, appliedPreferences(preferences, {}));
}
