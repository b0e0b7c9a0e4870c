import type { DataverseRequest, DataverseResponse } from "../api";
import type { TableInfo } from "../catalog";
import type { Context } from "../context";
import { badBody, DataverseError, noSuchRow, notSupported } from "../errors";
import { checkJson, checkNoBody, empty } from "../http";
import { namedGuid } from "../identifiers";
import { parseJsonObject } from "../odata/jsonObject";
import { parseKey } from "../odata/path";
import type { Segment } from "../odata/path";
import { resolveReference } from "../rows/body";
import type { References } from "../rows/body";
import { readKey, rowById } from "../rows/find";
import { demandPrivilege } from "../security";
import { quoted } from "../storage/database";
import type { StoredRow } from "../storage/database";
import { putRow } from "./putRow";
import { refreshPeople } from "./refreshPeople";

/** The relationships of many to many that administrators work with: the table of pairs of each, and who is put into what. */
const RELATIONS: Readonly<Record<string, { readonly pairs: string; readonly who: string; readonly what: string }>> = {
  systemuserroles_association: { pairs: "systemuserroles", who: "systemuser", what: "role" },
  teamroles_association: { pairs: "teamroles", who: "team", what: "role" },
  appmoduleroles_association: { pairs: "appmoduleroles", who: "appmodule", what: "role" },
  teammembership_association: { pairs: "teammembership", who: "systemuser", what: "team" },
};

/** Whether a step of an address is a relationship that `associate` knows, and the table is one of its sides. */
export function isAssociation(table: TableInfo, { name }: Segment): boolean {
  const relation = RELATIONS[name];
  return relation !== undefined && [relation.who, relation.what].includes(table.name);
}

/**
 * Gives a user or a team a role, shares an app with a role, puts a user into a team, or takes that back:
 * `POST teams(…)/teammembership_association/$ref {"@odata.id": "…/systemusers(…)"}`, `DELETE teams(…)/teammembership_association(…)/$ref`
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/associate-disassociate-entities-using-web-api).
 * @throws DataverseError where Dataverse answers with an error, 501 for what nobody could undo
 */
export function associate(
  context: Context,
  request: DataverseRequest,
  table: TableInfo,
  first: Segment,
  second: Segment,
  references: References,
): DataverseResponse {
  const relation = RELATIONS[second.name];
  if (!relation) throw notSupported(`the relationship '${second.name}'`);
  const { catalog, store, written } = context.engine;
  const info = (name: string): TableInfo => catalog.tables.get(name) ?? table;
  const otherTable = info(relation.who === table.name ? relation.what : relation.who);
  const here = rowOf(context, table, first.argument);
  const there =
    request.method === "POST" ? rowInBody(context, request, otherTable, references) : rowOf(context, otherTable, second.argument);
  const [who, what] = relation.who === table.name ? [here, there] : [there, here];

  demandPrivilege(context.access, "Write", info(relation.what === "role" ? relation.who : relation.what));
  if (relation.what === "role" && relation.who !== "appmodule") demandPrivilege(context.access, "Assign", info("role"));
  const ids = [idOf(info(relation.who), who), idOf(info(relation.what), what)] as const;
  if (relation.who !== "appmodule") demandPossible(context, relation.what, who, what, ids[0]);

  const [whoColumn, whatColumn] = [`${relation.who}id`, `${relation.what}id`];
  const where = `${quoted(whoColumn)} = ? AND ${quoted(whatColumn)} = ?`;
  const isThere = store.database.get(`SELECT 1 AS found FROM ${quoted(relation.pairs)} WHERE ${where}`, ids) !== undefined;
  written.add(relation.pairs);
  if (request.method === "POST") {
    const pair = { [`${relation.pairs}id`]: namedGuid(`${relation.pairs} ${ids.join(" ")}`), [whoColumn]: ids[0], [whatColumn]: ids[1] };
    if (!isThere) putRow(context.engine, relation.pairs, pair);
  } else {
    checkNoBody(request);
    if (!isThere) throw noSuchRow(relation.pairs, ids.join(", "));
    store.database.run(`DELETE FROM ${quoted(relation.pairs)} WHERE ${where}`, [...ids]);
  }
  refreshPeople(context.engine);
  return empty(context.engine, 204);
}

/** @throws DataverseError 400 or 501 */
function demandPossible({ access }: Context, kind: string, who: StoredRow, what: StoredRow, whoId: string): void {
  if (kind === "team" && what["isdefault"] === 1)
    throw new DataverseError(
      400,
      "0x80040203",
      "The members of a business unit's default team follow from the unit, and cannot be changed.",
    );
  // Without "record ownership across business units", which is off by default.
  if (kind === "role" && who["businessunitid"] !== what["businessunitid"])
    throw new DataverseError(400, "0x80040203", "The role must be the one of the business unit in which the user or the team lies.");
  if (kind === "role" && whoId === access.userId) throw notSupported("changing one's own roles: nobody might be left to undo it");
}

function idOf(table: TableInfo, row: StoredRow): string {
  return String(row[table.definition.primaryId]);
}

function rowOf(context: Context, table: TableInfo, argument: string | undefined): StoredRow {
  if (argument === undefined) throw badBody(`Say which row of '${table.name}' is meant, by its id in parentheses.`);
  const { id } = readKey(
    table,
    parseKey(argument, () => ""),
  );
  const row = id === undefined ? undefined : rowById(context, table, id);
  if (!row) throw noSuchRow(table.name, id ?? argument);
  return row;
}

function rowInBody(context: Context, request: DataverseRequest, table: TableInfo, references: References): StoredRow {
  checkJson(request);
  const address = parseJsonObject(request.body)["@odata.id"];
  if (typeof address !== "string") throw badBody('The body must name a row: {"@odata.id": "…"}.');
  const [named, id] = resolveReference(context, address, references);
  const row = named === table ? rowById(context, table, id) : undefined;
  if (!row) throw badBody(`'${address}' is no row of '${table.name}'.`);
  return row;
}
