/** Who wants to know that rows of a table have changed. */
export interface Changes {
  /** @returns stops listening */
  readonly listen: (table: string, listener: () => void) => () => void;
  /** Tells the listeners of these tables, a moment later: nobody's work is part of the request that changed the rows. */
  readonly tell: (tables: ReadonlySet<string>) => void;
}

/** Nobody listens at first. */
export function createChanges(): Changes {
  const listeners = new Set<{ readonly table: string; readonly listener: () => void }>();
  return {
    listen(table, listener) {
      const entry = { table, listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    tell(tables) {
      for (const entry of listeners) {
        if (!tables.has(entry.table)) continue;
        setImmediate(() => {
          if (listeners.has(entry)) entry.listener();
        });
      }
    },
  };
}
