/** Texts that agents use again, with places for names: `{customer}`. */

/** A template. */
export interface Template {
  readonly id: string;
  readonly name: string;
  /** With its places. */
  readonly body: string;
  /** A language tag, such as `en`; empty: it is of no language, or of any. */
  readonly languageCode: string;
}

/** The places that the product knows something to put into. */
export type KnownPlace = "customer" | "agent" | "businessnumber";

const KNOWN: readonly string[] = ["customer", "agent", "businessnumber"] satisfies readonly KnownPlace[];

/** What there is to put into them; empty: it is not known. */
export type PlaceValues = Readonly<Record<KnownPlace, string>>;

/** A place is a name in braces, on one line. */
const PLACE = /\{[^{}\n]+\}/g;

/** The name of a place, however an administrator has written it. */
const nameOf = (place: string) => place.slice(1, -1).trim().toLowerCase();

/** The places of a text as they are written there, in their order. */
const writtenIn = (text: string): readonly string[] => text.match(PLACE) ?? [];

/** The names of a text's places, each once, in their order; also of those that nobody knows. */
export function placesIn(text: string): readonly string[] {
  return [...new Set(writtenIn(text).map(nameOf).filter(Boolean))];
}

/** The text with its places filled; a place that nothing is given for stays. What is put in is not looked into again. */
export function fillPlaces(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACE, (place) => {
    const name = nameOf(place);
    return (Object.hasOwn(values, name) && values[name]) || place;
  });
}

/** The first place of the product's that is still in a text, as it is written there; null: none is. Nobody is to be sent one. */
export function openPlace(text: string): string | null {
  return writtenIn(text).find((place) => KNOWN.includes(nameOf(place))) ?? null;
}
