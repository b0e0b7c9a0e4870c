/** Texts with places `{0}`, `{1}` for values. */

const PLACE = /\{(\d)\}/;

/** Fills the places of a text with plain text, for accessible names and titles. A place without a value stays empty. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return splitAtPlaces(template)
    .map((part, at) => (at % 2 === 0 ? part : String(values[Number(part)] ?? "")))
    .join("");
}

/** Texts and numbers of places in turn, texts first: `"a {1} b"` gives `["a ", "1", " b"]`. */
export function splitAtPlaces(template: string): string[] {
  return template.split(PLACE);
}
