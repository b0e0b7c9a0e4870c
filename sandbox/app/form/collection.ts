import { strict } from "../strict";

/** The client API's collection of named things. */
export interface Collection<Item> {
  /** Without a choice all of them; else the one with that name or position, or those that the function picks. */
  get(choice?: string | number | ((item: Item, index: number) => boolean)): Item | Item[] | null;
  getAll(): Item[];
  getByName(name: string): Item | null;
  getLength(): number;
  forEach(action: (item: Item, index: number) => void): void;
}

/** A collection of what `items` returns at each call. */
export function collection<Item>(name: string, nameOf: (item: Item) => string, items: () => readonly Item[]): Collection<Item> {
  const byName = (wanted: string): Item | null => items().find((item) => nameOf(item) === wanted) ?? null;
  return strict(
    {
      get: (choice?: string | number | ((item: Item, index: number) => boolean)): Item | Item[] | null => {
        if (choice === undefined) return [...items()];
        if (typeof choice === "string") return byName(choice);
        if (typeof choice === "number") return items()[choice] ?? null;
        return items().filter(choice);
      },
      getAll: () => [...items()],
      getByName: byName,
      getLength: () => items().length,
      forEach: (action: (item: Item, index: number) => void) => items().forEach(action),
    },
    name,
  );
}
