import { admitSolution } from "../../lifecycle/admitSolution";
import type { SolutionChange } from "../../lifecycle/admitSolution";
import type { SolutionModel } from "../../../model";
import type { Catalog } from "../catalog";
import { applySchema, COLUMN_TYPES } from "./schema";
import type { Database } from "./database";
import { sequenceKey } from "./sequenceKey";

/** An open storage with the engine's own counters. */
export interface Store {
  readonly database: Database;
  /** Nothing was stored here before. */
  readonly isNew: boolean;
  /** What this start's import of each solution did. */
  readonly imported: readonly SolutionChange[];
  /** The next row version: one counter for all tables, as in Dataverse. Kept with the transaction that uses it. */
  readonly nextVersion: () => number;
  /** The next number of a sequence, from 1000 on as in Dataverse. Kept with the transaction that uses it. */
  readonly nextInSequence: (table: string, column: string) => number;
  /** Stores the counter of row versions. Must be called once at the end of a transaction that wrote. */
  readonly keepVersion: () => void;
  /** What was remembered under a key (`engine: …`); undefined: nothing. */
  readonly remembered: (key: string) => string | undefined;
  /** Keeps a text under a key, with the transaction. */
  readonly remember: (key: string, text: string) => void;
  /** Updates the query planner's statistics once enough rows are new. Must be called outside a transaction. */
  readonly tidy: () => void;
}

/** Versions of rows begin after this one. */
const FIRST_VERSION = 1000;

/** Where a sequence begins that nobody has set. */
const FIRST_IN_SEQUENCE = 1000;

/** After so many writes the statistics are made anew. */
const ANALYZE_EVERY = 10_000;

function read(database: Database, key: string): string | undefined {
  return database.get("SELECT value FROM sandbox_state WHERE key = ?", [key])?.["value"]?.toString();
}

function write(database: Database, key: string, value: string): void {
  database.run("INSERT INTO sandbox_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", [key, value]);
}

function analyze(database: Database, version: number): void {
  // Limited: a sample per index is enough to tell a selective column from one with two values.
  database.exec("PRAGMA analysis_limit = 1000; ANALYZE;");
  write(database, "analyzed", String(version));
}

/**
 * Prepares a database for a catalog: makes its tables, or brings them up to the solutions that the catalog is made of.
 * @throws StorageError where that cannot be; then the data stay as they were
 */
export function openStore(database: Database, catalog: Catalog, solutions: readonly SolutionModel[]): Store {
  database.exec("CREATE TABLE IF NOT EXISTS sandbox_state (key TEXT PRIMARY KEY, value TEXT NOT NULL)");
  const isNew = read(database, "version") === undefined;
  let current = Number(read(database, "version") ?? FIRST_VERSION);
  const imported = database.transaction(() => {
    database.exec(COLUMN_TYPES);
    const changes = solutions.map((model) => admitSolution(database, model));
    applySchema(database, catalog);
    write(database, "version", String(current));
    return changes;
  });
  let kept = current;
  let analyzed = Number(read(database, "analyzed") ?? FIRST_VERSION);
  return {
    database,
    isNew,
    imported,
    nextVersion: () => (current += 1),
    nextInSequence: (table, column) => {
      const key = sequenceKey(table, column);
      const next = Number(read(database, key) ?? FIRST_IN_SEQUENCE);
      write(database, key, String(next + 1));
      return next;
    },
    keepVersion: () => {
      if (current === kept) return;
      write(database, "version", String(current));
      kept = current;
    },
    remembered: (key) => read(database, key),
    remember: (key, text) => write(database, key, text),
    tidy: () => {
      // Every write takes a version, so versions tell how much is new.
      if (current - analyzed < ANALYZE_EVERY) return;
      analyze(database, current);
      analyzed = current;
    },
  };
}
