import type { Column } from "../../../model";
import type { Navigation, TableInfo } from "../catalog";
import { badQuery, notSupported, unknownProperty } from "../errors";
import { needColumn } from "./filter";

/** A single-valued navigation property to be answered with its row. */
export interface Expansion {
  readonly navigation: Navigation;
  /** Undefined: all. */
  readonly columns: readonly Column[] | undefined;
}

/** Splits at commas outside parentheses. */
function splitItems(text: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let current = "";
  for (const character of text) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (character === "," && depth === 0) {
      items.push(current);
      current = "";
    } else current += character;
  }
  if (depth !== 0) throw badQuery(`The parentheses of $expand do not match: '${text}'.`);
  return [...items, current].map((item) => item.trim());
}

function readOne(table: TableInfo, item: string): Expansion {
  const match = /^([A-Za-z_][A-Za-z0-9_]*)(?:\((.*)\))?$/s.exec(item);
  if (!match?.[1]) {
    if (item.includes("/")) throw notSupported(`a path in $expand ('${item}')`);
    throw badQuery(`Term '${item}' is not valid in a $expand expression.`);
  }
  const navigation = table.navigation.get(match[1]);
  if (!navigation) {
    if (match[1] === "ownerid" && table.columns.has("ownerid")) {
      throw notSupported("$expand of ownerid; expand owninguser or owningteam");
    }
    const collection = table.referencedBy.some((one) => one.name === match[1]);
    throw collection ? notSupported(`$expand of a collection ('${match[1]}')`) : unknownProperty(match[1], table.name);
  }
  const options = match[2]?.trim();
  if (options === undefined || options === "") return { navigation, columns: undefined };
  const select = /^\$select\s*=(.*)$/s.exec(options)?.[1];
  if (select === undefined || select.includes(";")) throw notSupported(`these options in $expand: '${options}'`);
  const source = { table: navigation.target, alias: "x", name: "" };
  return { navigation, columns: select.split(",").map((one) => needColumn(source, one.trim())) };
}

/**
 * Reads `$expand`: single-valued navigation properties, each with `$select`.
 * @throws DataverseError 400
 */
export function parseExpand(table: TableInfo, text: string | undefined): readonly Expansion[] {
  if (text === undefined) return [];
  const expansions = splitItems(text).map((item) => readOne(table, item));
  const seen = new Set<Navigation>();
  for (const { navigation } of expansions) {
    if (seen.has(navigation)) throw badQuery(`'${navigation.name}' is expanded twice.`);
    seen.add(navigation);
  }
  return expansions;
}
