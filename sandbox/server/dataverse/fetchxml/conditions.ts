import type { Column } from "../../../model";
import { isLookup } from "../catalog";
import { badQuery, notSupported, unknownFetchColumn } from "../errors";
import { literalPattern } from "../odata/filter";
import type { Condition, Source, Test } from "../query/model";
import type { Stored } from "../storage/database";
import { valueFromText } from "../values";
import type { XmlNode } from "../../xml";
import { checkNode, isTrue, need } from "./xml";

/** What conditions need to know. */
export interface ConditionContext {
  readonly userId: string;
  /** The server's clock (ms). */
  readonly now: number;
  /** A joined table by its alias, for `entityname`. */
  readonly sourceNamed: (alias: string) => Source | undefined;
}

/**
 * A column of a table by its logical name.
 * @throws DataverseError 400 for an unknown one, 501 for one that is not stored
 */
export function fetchColumn(source: Source, name: string): Column {
  const column = source.table.columns.get(name.toLowerCase());
  if (!column) throw unknownFetchColumn(name, source.table.name);
  if (column.type === "unsupported") throw notSupported(`the type of the column '${name}'`);
  return column;
}

function valuesOf(node: XmlNode): readonly string[] {
  const listed = node.children.filter((one) => one.name === "value").map((one) => one.text);
  const single = node.attributes["value"];
  return single === undefined ? listed : [single, ...listed];
}

function typed(text: string, column: Column): Stored {
  const value = valueFromText(text, column);
  if (value !== undefined) return value;
  throw badQuery(`The value '${text}' of the condition on '${column.logicalName}' is not of its type.`);
}

/** FetchXML's wildcards: % and _ as in SQL; sets of characters are not supported. */
function pattern(text: string): string {
  if (text.includes("[")) throw notSupported("sets of characters ([…]) in a like condition");
  return text.replace(/\\/g, "\\\\");
}

function single(node: XmlNode, operator: string): string {
  const values = valuesOf(node);
  const [value] = values;
  if (values.length === 1 && value !== undefined) return value;
  throw badQuery(`The operator '${operator}' on '${node.attributes["attribute"] ?? ""}' needs one value.`);
}

/** So many minutes before that instant, as a value of a date column. */
function before(now: number, minutes: string): string {
  if (!/^[1-9]\d{0,8}$/.test(minutes)) throw badQuery(`'${minutes}' is no number of minutes above zero.`);
  return new Date(now - Number(minutes) * 60_000).toISOString();
}

function readTest(node: XmlNode, column: Column, context: ConditionContext): Test {
  const operator = need(node, "operator").toLowerCase();
  const isText = column.type === "string" || column.type === "memo";
  const text = (): string => {
    if (!isText) throw badQuery(`The operator '${operator}' needs a text column; '${column.logicalName}' is none.`);
    return single(node, operator);
  };
  switch (operator) {
    case "eq":
    case "ne":
    case "gt":
    case "ge":
    case "lt":
    case "le":
      return { operator, value: typed(single(node, operator), column) };
    case "neq":
      return { operator: "ne", value: typed(single(node, operator), column) };
    case "null":
    case "not-null":
      if (valuesOf(node).length > 0) throw badQuery(`The operator '${operator}' takes no value.`);
      return { operator };
    case "in":
    case "not-in": {
      const values = valuesOf(node).map((one) => typed(one, column));
      if (values.length === 0) throw badQuery(`The operator '${operator}' on '${column.logicalName}' needs values.`);
      return { operator, values };
    }
    case "like":
    case "not-like":
      return { operator, pattern: pattern(text()) };
    case "begins-with":
    case "not-begin-with":
      return { operator: operator === "begins-with" ? "like" : "not-like", pattern: `${literalPattern(text())}%` };
    case "eq-userid":
    case "ne-userid":
      if (!isLookup(column) && column.type !== "primarykey") throw badQuery(`The operator '${operator}' needs a lookup column.`);
      return { operator: operator === "eq-userid" ? "eq" : "ne", value: context.userId };
    case "olderthan-x-minutes":
      if (column.type !== "datetime") throw badQuery(`The operator '${operator}' needs a date column; '${column.logicalName}' is none.`);
      return { operator: "lt", value: typed(before(context.now, single(node, operator)), column) };
    default:
      throw notSupported(`the operator '${operator}' in FetchXML`);
  }
}

const CONDITION_ATTRIBUTES = ["attribute", "operator", "value", "entityname", "uiname", "uitype", "uihidden"];

/** In a quick find filter, a condition on a lookup compares the name of its row: Dataverse exports quick find views in this form. */
function readFindCondition(node: XmlNode, source: Source, context: ConditionContext): Condition {
  const column = fetchColumn(source, need(node, "attribute"));
  if (!isLookup(column) || need(node, "operator").toLowerCase() !== "like") return readCondition(node, source, context);
  checkNode(node, ["attribute", "operator", "value"], ["value"]);
  const targets = [...source.table.navigation.values()].flatMap((way) => (way.column === column ? [way.target] : []));
  if (targets.length === 0) throw notSupported(`'${column.logicalName}' in a quick find`);
  return { kind: "name", source, column, targets, test: { operator: "like", pattern: pattern(single(node, "like")) } };
}

const DAY = 86_400_000;

/** On the day of the server's clock. On the platform a day is the user's own; the sandbox's users are all at UTC, as their settings say. */
function today(node: XmlNode, source: Source, column: Column, now: number): Condition {
  if (column.type !== "datetime") throw badQuery(`The operator 'today' needs a date column; '${column.logicalName}' is none.`);
  if (valuesOf(node).length > 0) throw badQuery("The operator 'today' takes no value.");
  const begin = Math.floor(now / DAY) * DAY;
  const test = (operator: "ge" | "lt", at: number): Condition => ({
    kind: "test",
    source,
    column,
    test: { operator, value: typed(new Date(at).toISOString(), column) },
  });
  return { kind: "all", items: [test("ge", begin), test("lt", begin + DAY)] };
}

function readCondition(node: XmlNode, source: Source, context: ConditionContext): Condition {
  checkNode(node, CONDITION_ATTRIBUTES, ["value"]);
  const alias = node.attributes["entityname"];
  const owner = alias === undefined ? source : context.sourceNamed(alias);
  if (!owner) throw badQuery(`A condition names an unknown link-entity: '${alias ?? ""}'.`);
  const column = fetchColumn(owner, need(node, "attribute"));
  if (need(node, "operator").toLowerCase() === "today") return today(node, owner, column, context.now);
  return { kind: "test", source: owner, column, test: readTest(node, column, context) };
}

/**
 * Reads a `<filter>`.
 * @throws DataverseError 400
 */
export function readFilter(node: XmlNode, source: Source, context: ConditionContext): Condition {
  checkNode(node, ["type", "isquickfindfields", "hint"], ["condition", "filter"]);
  const type = (node.attributes["type"] ?? "and").toLowerCase();
  if (type !== "and" && type !== "or") throw badQuery(`Invalid type of a filter: '${type}'.`);
  const read = isTrue(node, "isquickfindfields") ? readFindCondition : readCondition;
  const items = node.children.map((one) => (one.name === "filter" ? readFilter(one, source, context) : read(one, source, context)));
  if (items.length === 0) return { kind: "all", items: [] };
  return { kind: type === "and" ? "all" : "any", items };
}
