/**
 * Structural sharing: what did not change stays the same object, so that whoever compares by identity (React.memo, useStore) sees at once
 * that there is nothing to do.
 */

/** `next`, in which every part that equals the part of `known` at the same place is that very object; `known` itself where all is equal. For JSON-like data. */
export function share<T>(known: unknown, next: T): T {
  if (Object.is(known, next)) return next;
  if (Array.isArray(known) && Array.isArray(next)) {
    const items = next.map((item: unknown, at) => share(known[at], item));
    return (isSameList(known, items) ? known : items) as T;
  }
  if (!isObject(known) || !isObject(next)) return next;
  const shared = Object.fromEntries(Object.entries(next).map(([key, value]) => [key, share(known[key], value)]));
  const keys = Object.keys(shared);
  const isSame = keys.length === Object.keys(known).length && keys.every((key) => key in known && Object.is(known[key], shared[key]));
  return (isSame ? known : shared) as T;
}

/**
 * As {@link share}, for lists whose items move: an item is compared with the one of the same id, wherever that stood. An item that changed is
 * taken as it comes.
 */
export function shareById<T>(known: readonly T[], next: readonly T[], idOf: (item: T) => string): readonly T[] {
  const byId = new Map(known.map((item) => [idOf(item), item]));
  const items = next.map((item) => {
    const before = byId.get(idOf(item));
    return before !== undefined && share(before, item) === before ? before : item;
  });
  return isSameList(known, items) ? known : items;
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, at) => Object.is(item, other[at]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
