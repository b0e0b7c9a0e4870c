/**
 * Structural sharing: what did not change stays the same object, so that whoever compares by identity (React.memo, useStore) sees at once
 * that there is nothing to do.
 */

/** `next`, in which every part that equals the part of `known` at the same place is that very object; `known` itself where all is equal. For JSON-like data. */
export function share<T>(known: unknown, next: T): T {
  if (isEqual(known, next)) return known as T;
  if (Array.isArray(known) && Array.isArray(next)) return next.map((item: unknown, at) => share(known[at], item)) as T;
  if (!isObject(known) || !isObject(next)) return next;
  return Object.fromEntries(Object.entries(next).map(([key, value]) => [key, share(known[key], value)])) as T;
}

/**
 * As {@link share}, for lists whose items move: an item is compared with the one of the same id, wherever that stood. An item that changed is
 * taken as it comes.
 */
export function shareById<T>(known: readonly T[], next: readonly T[], idOf: (item: T) => unknown): readonly T[] {
  if (known.length === 0 && next.length > 0) return next;
  // Most lists are in the order of the one before: who stands where they stood needs no index of all.
  let byId: ReadonlyMap<unknown, T> | null = null;
  let isSame = known.length === next.length;
  const items = next.map((item, at) => {
    let before = known[at];
    if (before === item) return item;
    const id = idOf(item);
    if (before === undefined || idOf(before) !== id) before = (byId ??= new Map(known.map((one) => [idOf(one), one]))).get(id);
    const shared = before !== undefined && isEqual(before, item) ? before : item;
    isSame &&= shared === known[at];
    return shared;
  });
  return isSame ? known : items;
}

/** The objects of `next` that are not in `known`, in which no two have the same id. */
export function itemsBeyond<T extends { readonly id: string }>(known: readonly T[], next: readonly T[]): readonly T[] {
  let all: ReadonlySet<T> | null = null;
  return next.filter((item, at) => item !== known[at] && (item.id === known[at]?.id || !(all ??= new Set(known)).has(item)));
}

/** What a list was made into, place by place. */
export interface Mapped<From, To> {
  readonly from: readonly From[];
  readonly to: readonly To[];
}

/** What `next` is made into. What was made of the very same object before is taken over, where `fits` does not say that something else has changed. */
export function mapAnew<From, To>(
  known: Mapped<From, To>,
  next: readonly From[],
  make: (item: From) => To,
  fits: (made: To, item: From) => boolean = () => true,
): Mapped<From, To> {
  // Who stands where they stood needs no index of all.
  let places: ReadonlyMap<From, number> | null = null;
  const placeOf = (item: From, at: number) =>
    known.from[at] === item ? at : (places ??= new Map(known.from.map((one, place) => [one, place]))).get(item);
  const to = next.map((item, at) => {
    const place = placeOf(item, at);
    const made = place === undefined ? undefined : known.to[place];
    return made !== undefined && fits(made, item) ? made : make(item);
  });
  return { from: next, to };
}

/** `known` itself where `next` holds the very same objects in that order, else `next`. */
export function shareList<T>(known: readonly T[], next: readonly T[]): readonly T[] {
  return known.length === next.length && known.every((item, at) => Object.is(item, next[at])) ? known : next;
}

/** Whether two values hold the same; what is no plain data is the same only where it is the same object. It makes nothing, and calls little: it runs over whole lists. */
function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, at) => isEqual(item, other[at]));
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  for (const key of keys) {
    if (!(key in other && isEqual(one[key], other[key]))) return false;
  }
  return true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
