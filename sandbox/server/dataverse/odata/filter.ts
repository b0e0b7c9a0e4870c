import type { Column } from "../../../model";
import { columnOfProperty } from "../catalog";
import { badQuery, notSupported, unknownProperty } from "../errors";
import type { Condition, Source, Test } from "../query/model";
import { valueFromText } from "../values";
import { TokenReader } from "./lexer";
import type { Token } from "./lexer";
import { literal, mismatch } from "./literal";

const COMPARISONS = ["eq", "ne", "gt", "ge", "lt", "le"] as const;
type Comparison = (typeof COMPARISONS)[number];
const OPPOSITE: Readonly<Record<Comparison, Comparison>> = { eq: "ne", ne: "eq", gt: "le", ge: "lt", lt: "ge", le: "gt" };
const MIRROR: Readonly<Record<Comparison, Comparison>> = { eq: "eq", ne: "ne", gt: "lt", ge: "le", lt: "gt", le: "ge" };
const DEEPEST = 100;

/** Writes text so that LIKE takes it literally. */
export function literalPattern(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/**
 * The column that a property name of an expression stands for.
 * @throws DataverseError 400 or 501
 */
export function needColumn(source: Source, property: string): Column {
  const column = columnOfProperty(source.table, property);
  if (column) {
    if (column.type === "unsupported") throw notSupported(`the type of the column '${column.logicalName}'`);
    return column;
  }
  if (property.includes("/")) throw notSupported(`a path in a query ('${property}')`);
  if (source.table.columns.has(property) || source.table.navigation.has(property)) {
    throw notSupported(`the navigation property '${property}' here; use '_${property}_value'`);
  }
  throw unknownProperty(property, source.table.name);
}

class FilterParser {
  private depth = 0;

  constructor(
    private readonly reader: TokenReader,
    private readonly source: Source,
    private readonly aliases: (name: string) => string,
  ) {}

  parse(): Condition {
    const condition = this.or(false);
    this.reader.end();
    return condition;
  }

  /** `negated`: reads the opposite. So "not" is applied to each comparison, and a row without a value counts as "not equal". */
  private or(negated: boolean): Condition {
    return this.chain("or", negated, () => this.and(negated));
  }

  private and(negated: boolean): Condition {
    return this.chain("and", negated, () => this.unary(negated));
  }

  private chain(word: "and" | "or", negated: boolean, read: () => Condition): Condition {
    const items = [read()];
    while (this.reader.takeIf("word", word)) items.push(read());
    const [only] = items;
    if (items.length === 1 && only) return only;
    return { kind: (word === "and") !== negated ? "all" : "any", items };
  }

  private unary(negated: boolean): Condition {
    this.depth += 1;
    if (this.depth > DEEPEST) throw badQuery("The filter is nested too deeply.");
    try {
      if (this.reader.takeIf("word", "not")) return this.unary(!negated);
      if (this.reader.takeIf("sign", "(")) {
        const inner = this.or(negated);
        this.reader.need(")");
        return inner;
      }
      return this.comparison(negated);
    } finally {
      this.depth -= 1;
    }
  }

  private value(): Token {
    const token = this.reader.operand();
    if (token.kind !== "alias") return token;
    const inner = new TokenReader(this.aliases(token.text));
    const value = inner.operand();
    inner.end();
    return value;
  }

  private comparison(negated: boolean): Condition {
    const first = this.value();
    const followedByParenthesis = this.reader.next.kind === "sign" && this.reader.next.text === "(";
    if (first.kind === "word" && followedByParenthesis) return this.call(first.text, negated);
    if (this.endsHere()) throw this.alone(first);
    const operator = this.operator();
    const second = this.value();
    if (isProperty(first) && isProperty(second)) throw this.twoColumns(first, second);
    if (!isProperty(first) && !isProperty(second)) throw notSupported("comparing two constants in $filter");
    const [property, value, used] = isProperty(first) ? [first, second, operator] : [second, first, MIRROR[operator]];
    return this.test(property.text, value, negated ? OPPOSITE[used] : used);
  }

  /** Whether an expression ends before the next token: at the end, at a closing parenthesis, at `and` or `or`. */
  private endsHere(): boolean {
    const { kind, text } = this.reader.next;
    return kind === "end" || (kind === "sign" && text === ")") || (kind === "word" && (text === "and" || text === "or"));
  }

  /** What is wrong with an operand that is not compared: a yes-or-no column may stand alone in Dataverse, nothing else may. */
  private alone(token: Token): Error {
    if (isProperty(token) && needColumn(this.source, token.text).type === "boolean") {
      return notSupported(`a column alone in $filter; write '${token.text} eq true'`);
    }
    return badQuery("The $filter expression must evaluate to a single boolean value.");
  }

  private twoColumns(...tokens: readonly Token[]): Error {
    for (const { text } of tokens) needColumn(this.source, text);
    return notSupported("comparing two columns in $filter");
  }

  private operator(): Comparison {
    const { next } = this.reader;
    const found = next.kind === "word" ? COMPARISONS.find((one) => one === next.text) : undefined;
    if (!found) throw this.reader.error("Syntax error");
    this.reader.take();
    return found;
  }

  private test(property: string, token: Token, operator: Comparison): Condition {
    const column = needColumn(this.source, property);
    const value = literal(token, column);
    const make = (test: Test): Condition => ({ kind: "test", source: this.source, column, test });
    if (value !== null) return make({ operator, value });
    if (operator === "eq") return make({ operator: "null" });
    if (operator === "ne") return make({ operator: "not-null" });
    throw badQuery(`The operator '${operator}' cannot be used with null.`);
  }

  private call(name: string, negated: boolean): Condition {
    this.reader.need("(");
    if (name === "contains" || name === "startswith" || name === "endswith") return this.textFunction(name, negated);
    if (name === "Microsoft.Dynamics.CRM.In" || name === "Microsoft.Dynamics.CRM.NotIn") {
      return this.inFunction((name === "Microsoft.Dynamics.CRM.In") !== negated);
    }
    throw notSupported(`the function '${name}' in $filter`);
  }

  private textFunction(name: "contains" | "startswith" | "endswith", negated: boolean): Condition {
    const column = needColumn(this.source, this.reader.word().text);
    this.reader.need(",");
    const value = this.value();
    this.reader.need(")");
    if (value.kind !== "text" || (column.type !== "string" && column.type !== "memo")) throw mismatch(value, column);
    const text = literalPattern(value.text);
    const pattern = `${name === "startswith" ? "" : "%"}${text}${name === "endswith" ? "" : "%"}`;
    return { kind: "test", source: this.source, column, test: { operator: negated ? "not-like" : "like", pattern } };
  }

  /**
   * `In(PropertyName='x',PropertyValues=['a','b'])`: values are written as text whatever the column's type.
   * @throws DataverseError 400
   */
  private inFunction(isIn: boolean): Condition {
    const read: Record<string, Token[]> = {};
    do {
      const parameter = this.reader.word().text;
      this.reader.need("=");
      read[parameter] = this.list();
    } while (this.reader.takeIf("sign", ","));
    this.reader.need(")");
    const [property] = read["PropertyName"] ?? [];
    const tokens = read["PropertyValues"];
    if (!property || property.kind !== "text" || !tokens?.length) throw badQuery("In needs PropertyName='…' and PropertyValues=['…'].");
    const column = this.columnByAnyName(property.text);
    const values = tokens.map((token) => {
      const value = token.kind === "text" ? valueFromText(token.text, column) : undefined;
      if (value === undefined) throw mismatch(token, column);
      return value;
    });
    return { kind: "test", source: this.source, column, test: { operator: isIn ? "in" : "not-in", values } };
  }

  /** PropertyName takes a column's logical name too, lookups included. */
  private columnByAnyName(name: string): Column {
    return this.source.table.columns.get(name) ?? needColumn(this.source, name);
  }

  private list(): Token[] {
    if (!this.reader.takeIf("sign", "[")) {
      const value = this.value();
      return [value];
    }
    const values: Token[] = [];
    if (this.reader.takeIf("sign", "]")) return values;
    do values.push(this.reader.operand());
    while (this.reader.takeIf("sign", ","));
    this.reader.need("]");
    return values;
  }
}

/** Whether a token names a property: a word that is no value. */
function isProperty(token: Token): boolean {
  return token.kind === "word" && !["null", "true", "false"].includes(token.text);
}

/** Reads a `$filter`. `aliases` gives the text of a parameter (`@p`). */
export function parseFilter(text: string, source: Source, aliases: (name: string) => string): Condition {
  return new FilterParser(new TokenReader(text), source, aliases).parse();
}
