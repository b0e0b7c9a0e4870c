import { badQuery } from "../errors";

/** A piece of an OData expression. */
export interface Token {
  readonly kind: "word" | "text" | "number" | "guid" | "date" | "sign" | "alias" | "end";
  /** As written; for text without its quotes. */
  readonly text: string;
  /** Where it begins, for messages. */
  readonly at: number;
}

const PATTERNS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["guid", /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z_])/iy],
  ["date", /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?(?![0-9a-z_])/y],
  ["number", /-?\d+(?:\.\d+)?(?![0-9a-z_])/iy],
  ["text", /'(?:[^']|'')*'/y],
  ["alias", /@[a-z_][a-z0-9_]*/iy],
  ["word", /[a-z_][a-z0-9_]*(?:[./][a-z_][a-z0-9_]*)*/iy],
  ["sign", /[(),=;:[\]]/y],
];

/**
 * Cuts an OData expression into tokens.
 * @throws DataverseError 400 at what is none
 */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    if (/\s/.test(source.charAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = start;
      const found = pattern.exec(source)?.[0];
      if (found === undefined) continue;
      tokens.push({ kind, text: kind === "text" ? found.slice(1, -1).replace(/''/g, "'") : found, at: start });
      at = start + found.length;
      break;
    }
    if (at > start) continue;
    if (source.charAt(start) === "'")
      throw badQuery(`There is an unterminated string literal at position ${source.length} in '${source}'.`);
    throw badQuery(`Syntax error: character '${source.charAt(start)}' is not valid at position ${start} in '${source}'.`);
  }
  tokens.push({ kind: "end", text: "", at: source.length });
  return tokens;
}

/** Reads tokens one after the other. */
export class TokenReader {
  private readonly tokens: readonly Token[];
  private index = 0;

  constructor(readonly source: string) {
    this.tokens = tokenize(source);
  }

  /** The next token, not taken. */
  get next(): Token {
    return this.tokens[this.index] ?? { kind: "end", text: "", at: this.source.length };
  }

  /** Takes the next token. */
  take(): Token {
    const token = this.next;
    this.index += 1;
    return token;
  }

  /** Takes the next token if it is this sign or word. */
  takeIf(kind: "sign" | "word", text: string): boolean {
    if (this.next.kind !== kind || this.next.text !== text) return false;
    this.index += 1;
    return true;
  }

  /**
   * Takes a sign that must be there.
   * @throws DataverseError 400
   */
  need(sign: string): void {
    if (!this.takeIf("sign", sign)) throw this.error(`'${sign}' expected`);
  }

  /**
   * Takes a word or a value: the beginning of an expression.
   * @throws DataverseError 400 at a sign, or at the end
   */
  operand(): Token {
    if (this.next.kind === "sign" || this.next.kind === "end") throw this.error("Expression expected");
    return this.take();
  }

  /**
   * Takes a name.
   * @throws DataverseError 400 at anything else
   */
  word(): Token {
    if (this.next.kind === "word") return this.take();
    throw this.next.kind === "sign" || this.next.kind === "end"
      ? this.error("Expression expected")
      : this.error("Syntax error: a name is expected");
  }

  /** A 400 that points at the next token. */
  error(problem: string): Error {
    return badQuery(`${problem} at position ${this.next.at} in '${this.source}'.`);
  }

  /**
   * Refuses what is left over.
   * @throws DataverseError 400
   */
  end(): void {
    if (this.next.kind !== "end") throw this.error("Syntax error");
  }
}
