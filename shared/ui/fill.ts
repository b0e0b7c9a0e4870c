/** Texts with places `{0}`, `{1}` for values. */

const PLACE = /\{(\d)\}/;
/** By language: making one takes as long as all else that a card says. */
const pluralRules = new Map<string, Intl.PluralRules>();

/** Fills the places of a text with plain text, for accessible names and titles. A place without a value stays empty. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return splitAtPlaces(template)
    .map((part, at) => (at % 2 === 0 ? part : String(values[Number(part)] ?? "")))
    .join("");
}

/**
 * The text for a count, its place filled with what is shown of it: `Unread_one`, `Unread_other` and so on, as the language of `strings.Culture` needs.
 * @param shown what goes into its places: mostly the count, or what stands for it ("99+")
 */
export function counted<Key extends string>(
  strings: Readonly<Record<"Culture" | `${Key}_${Intl.LDMLPluralRule}`, string>>,
  key: Key,
  count: number,
  ...shown: readonly string[]
): string {
  const { Culture } = strings;
  const rules = pluralRules.get(Culture) ?? new Intl.PluralRules(Culture);
  pluralRules.set(Culture, rules);
  return fill(strings[`${key}_${rules.select(count)}`], ...shown);
}

/** Texts and numbers of places in turn, texts first: `"a {1} b"` gives `["a ", "1", " b"]`. */
export function splitAtPlaces(template: string): string[] {
  return template.split(PLACE);
}
