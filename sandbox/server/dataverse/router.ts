import type { DataverseRequest, DataverseResponse } from "./api";
import type { TableInfo } from "./catalog";
import type { Context } from "./context";
import { badQuery, DataverseError, noHttpResource, notSupported, unknownSegment } from "./errors";
import { fetchRows } from "./fetchxml/list";
import { boundFunction, whoAmI } from "./functions";
import { checkHeaders } from "./http";
import { checkAccept } from "./negotiation";
import { parseAddress } from "./odata/options";
import type { Address } from "./odata/options";
import { parseKey, parseSegments } from "./odata/path";
import type { Segment } from "./odata/path";
import { associate, isAssociation } from "./people/associate";
import { isSetElsewhere } from "./platform/elsewhere";
import { operationKind } from "./platform/operations";
import type { References } from "./rows/body";
import { readKey } from "./rows/find";
import { countRows, listRows } from "./rows/list";
import { aliasesOf, retrieveRow } from "./rows/read";
import { patchRow, postRow, removeRow } from "./rows/requests";

/** Parts of the Web API that exist in Dataverse and not here. */
const METADATA = /^(\$metadata|EntityDefinitions|RelationshipDefinitions|GlobalOptionSetDefinitions|ManagedPropertyDefinitions)$/;

function wrongMethod(method: string, what: string): DataverseError {
  return new DataverseError(405, "0x80060888", `The method '${method}' is not allowed on ${what}.`);
}

/**
 * Answers one request that is not a batch. Writes happen at once: the caller holds the transaction.
 * @throws DataverseError where Dataverse answers with an error
 */
export function route(context: Context, request: DataverseRequest, references: References): DataverseResponse {
  checkHeaders(request.headers);
  const address = parseAddress(request.path);
  const segments = parseSegments(address.path);
  const [first, second, ...rest] = segments;
  checkAccept(request.headers, second?.name === "$count" ? ["text/plain"] : []);
  if (!first || first.name === "") throw notSupported("the service document");
  if (METADATA.test(first.name)) throw notSupported(`reading metadata ('${first.name}')`);
  const table = context.engine.catalog.sets.get(first.name);
  if (!table) return unbound(context, request, first, segments.length);
  const [third] = rest;
  if (second && third?.name === "$ref" && rest.length === 1 && isAssociation(table, second)) {
    if (request.method !== "POST" && request.method !== "DELETE") throw notSupported(`${request.method} on '$ref'`);
    return associate(context, request, table, first, second, references);
  }
  if (rest.length > 0) throw notSupported(`the path '${address.path}'`);
  if (second) return belowRow(context, request, table, first, second, address);
  return first.argument === undefined
    ? onSet(context, request, table, address, references)
    : onRow(context, request, table, first.argument, address, references);
}

function unbound(context: Context, request: DataverseRequest, segment: Segment, steps: number): DataverseResponse {
  demandOperation(context, request, segment.name);
  if (segment.name === "WhoAmI" && (segment.argument ?? "") === "" && steps === 1) return whoAmI(context);
  if (isSetElsewhere(segment.name)) throw notSupported(`the platform's table behind '${segment.name}': it brings few of them`);
  if (operationKind(segment.name)) throw notSupported(`the ${operationKind(segment.name) ?? ""} '${segment.name}'`);
  throw unknownSegment(segment.name);
}

/**
 * Functions are read and actions are posted; the other method finds nothing.
 * @throws DataverseError 404
 */
function demandOperation(context: Context, request: DataverseRequest, name: string): void {
  const kind = operationKind(name);
  const method = kind === "function" ? "GET" : "POST";
  if (kind && request.method !== method) throw noHttpResource(`${context.root}/${(request.path.split("?")[0] ?? "").replace(/^\/+/, "")}`);
}

function onSet(context: Context, request: DataverseRequest, table: TableInfo, address: Address, references: References): DataverseResponse {
  switch (request.method) {
    case "GET": {
      const fetch = address.options.get("fetchxml");
      if (fetch === undefined) return listRows(context, table, address, request);
      const mixed = ["$select", "$filter", "$orderby", "$top", "$expand", "$skiptoken"].find((option) => address.options.has(option));
      if (mixed !== undefined) throw notSupported(`'${mixed}' together with fetchXml`);
      return fetchRows(context, table, fetch, address, request);
    }
    case "POST":
      return postRow(context, table, address, request, references);
    default:
      throw wrongMethod(request.method, `the entity set '${table.definition.entitySetName}'`);
  }
}

function onRow(
  context: Context,
  request: DataverseRequest,
  table: TableInfo,
  argument: string,
  address: Address,
  references: References,
): DataverseResponse {
  const key = parseKey(argument, aliasesOf(address));
  switch (request.method) {
    case "GET":
      return retrieveRow(context, table, key, address, request);
    case "PATCH":
      return patchRow(context, table, key, address, request, references);
    case "DELETE":
      return removeRow(context, table, key, request);
    case "PUT":
      throw notSupported("PUT");
    default:
      throw wrongMethod(request.method, "a row");
  }
}

function belowRow(
  context: Context,
  request: DataverseRequest,
  table: TableInfo,
  first: Segment,
  second: Segment,
  address: Address,
): DataverseResponse {
  const qualified = /^Microsoft\.Dynamics\.CRM\.(.+)$/.exec(second.name)?.[1];
  if (qualified !== undefined) {
    const kind = operationKind(qualified);
    if (!kind) throw unknownSegment(second.name);
    demandOperation(context, request, qualified);
    if (kind === "action" || first.argument === undefined) throw notSupported(`the ${kind} '${qualified}' here`);
    const key = readKey(table, parseKey(first.argument, aliasesOf(address)));
    return boundFunction(context, table.name, key.id, second, address);
  }
  if (second.name === "$count" && first.argument === undefined) {
    if (request.method !== "GET") throw wrongMethod(request.method, "$count");
    return countRows(context, table, address);
  }
  if (second.name === "$count" || second.name === "$ref" || second.name === "$value") throw notSupported(`'${second.name}' here in a path`);
  if (first.argument === undefined) throw badQuery(`'${second.name}' cannot follow the entity set '${first.name}'.`);
  const known =
    table.columns.has(second.name) || table.navigation.has(second.name) || table.referencedBy.some((one) => one.name === second.name);
  if (known) throw notSupported(`reading or writing a single property by its address ('${second.name}')`);
  throw unknownSegment(second.name);
}
