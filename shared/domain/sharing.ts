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
  // Most lists are in the order of the one before: who stands where they stood needs no index of all.
  let byId: ReadonlyMap<unknown, T> | null = null;
  const items = next.map((item, at) => {
    const id = idOf(item);
    let before = known[at];
    if (before === undefined || idOf(before) !== id) before = (byId ??= new Map(known.map((one) => [idOf(one), one]))).get(id);
    return before !== undefined && isEqual(before, item) ? before : item;
  });
  return shareList(known, items);
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
