/** Reads source maps (version 3), as far as needed to say where a text comes from. */

/** What of a source map is read here. */
export interface SourceMap {
  readonly sources: readonly string[];
  readonly mappings: string;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** How many bytes of the text (UTF-8) come from which source. What no mapping covers is left out. */
export function bytesBySource(text: string, { sources, mappings }: SourceMap): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const lines = text.split("\n");
  let source = 0;
  mappings.split(";").forEach((mapping, at) => {
    const line = lines[at] ?? "";
    let column = 0;
    const starts: { readonly column: number; readonly source: string | undefined }[] = [];
    for (const segment of mapping.split(",").filter(Boolean)) {
      const [columns = 0, sourcesOn] = numbersIn(segment);
      column += columns;
      source += sourcesOn ?? 0;
      // A segment with nothing but a column: from here on the text comes from nowhere.
      starts.push({ column, source: sourcesOn === undefined ? undefined : sources[source] });
    }
    starts.forEach((start, index) => {
      if (start.source === undefined) return;
      const bytes = Buffer.byteLength(line.slice(start.column, starts[index + 1]?.column));
      found.set(start.source, (found.get(start.source) ?? 0) + bytes);
    });
  });
  return found;
}

/** The numbers of one segment: base 64, five bits a digit, the lowest first; the sixth bit says that more follow, the number's lowest is its sign. */
function numbersIn(segment: string): readonly number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = DIGITS.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits >= 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
