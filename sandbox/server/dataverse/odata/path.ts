import { badQuery } from "../errors";
import { parseGuid } from "../identifiers";
import { decode } from "./options";
import { TokenReader } from "./lexer";
import type { Token } from "./lexer";

/** The key of a row in an address: its id, or values of an alternate key. */
export type RowKey =
  | { readonly kind: "id"; readonly id: string }
  /** Property name (`_x_value` for lookups) → value as written. */
  | { readonly kind: "values"; readonly values: ReadonlyMap<string, Token> };

/** A step of a path: `sample_tickets`, `sample_tickets(…)`, `WhoAmI()`. */
export interface Segment {
  readonly name: string;
  /** What stands in parentheses, decoded; undefined without parentheses. */
  readonly argument: string | undefined;
}

/**
 * Cuts a path into its steps at the slashes that are not in parentheses or quotes, then decodes each.
 * @throws DataverseError 400
 */
export function parseSegments(path: string): readonly Segment[] {
  const raw: string[] = [];
  let current = "";
  let depth = 0;
  let quotedText = false;
  for (const character of path) {
    if (character === "'") quotedText = !quotedText;
    else if (character === "(" && !quotedText) depth += 1;
    else if (character === ")" && !quotedText) depth -= 1;
    if (character === "/" && depth === 0 && !quotedText) {
      raw.push(current);
      current = "";
    } else current += character;
  }
  raw.push(current);
  return raw.map((segment) => {
    const text = decode(segment);
    const open = text.indexOf("(");
    if (open < 0) return { name: text, argument: undefined };
    if (!text.endsWith(")")) throw badQuery(`Error in query syntax: '${text}'.`);
    return { name: text.slice(0, open), argument: text.slice(open + 1, -1) };
  });
}

/**
 * Reads `a='x',b=5` (values may be parameters: `@p`).
 * @throws DataverseError 400
 */
export function parseArguments(text: string, aliases: (name: string) => string): ReadonlyMap<string, Token> {
  const reader = new TokenReader(text);
  const values = new Map<string, Token>();
  if (reader.next.kind === "end") return values;
  do {
    const name = reader.word();
    reader.need("=");
    const value = reader.operand();
    if (values.has(name.text)) throw badQuery(`'${name.text}' is given twice in '${text}'.`);
    if (value.kind === "alias") {
      const inner = new TokenReader(aliases(value.text));
      values.set(name.text, inner.operand());
      inner.end();
    } else values.set(name.text, value);
  } while (reader.takeIf("sign", ","));
  reader.end();
  return values;
}

/**
 * Reads what stands in the parentheses after an entity set.
 * @throws DataverseError 400
 */
export function parseKey(argument: string, aliases: (name: string) => string): RowKey {
  const id = parseGuid(argument.trim());
  if (id !== undefined) return { kind: "id", id };
  if (!argument.includes("=")) throw badQuery(`Error in query syntax: '${argument}' is no key of a row.`);
  return { kind: "values", values: parseArguments(argument, aliases) };
}
