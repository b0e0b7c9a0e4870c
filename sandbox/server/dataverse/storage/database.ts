import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Database as Sqlite } from "node-sqlite3-wasm";
import type { Statement } from "node-sqlite3-wasm";
import { takeLock } from "./lock";
import { StorageError } from "./storageError";
import { fileTrouble, storageTrouble } from "./storageTrouble";

/** What a column of a row holds in the database. Dates are whole seconds since 1970, yes/no is 1/0. */
export type Stored = string | number | null;

/** A row by column name. */
export type StoredRow = Readonly<Record<string, Stored>>;

const MOST_STATEMENTS = 300;

/** Case and accents do not count in Dataverse's comparisons of text. */
function fold(value: unknown): string | null {
  return typeof value === "string" ? value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase() : null;
}

/** An open database: prepared statements are kept, transactions nest. */
export class Database {
  private readonly statements = new Map<string, Statement>();
  private depth = 0;
  private closed = false;

  private constructor(
    private readonly sqlite: Sqlite,
    private readonly file: string,
    private readonly unlock: () => void,
  ) {}

  /**
   * Opens `:memory:` or a file, whose folder is made.
   * @throws StorageError when it is in use, damaged, not a database, or cannot be written
   */
  static open(storage: string): Database {
    if (storage === ":memory:") {
      return Database.prepared(new Sqlite(), storage, () => undefined);
    }
    const file = resolve(storage);
    try {
      mkdirSync(dirname(file), { recursive: true });
    } catch (error) {
      throw fileTrouble(`The data cannot be kept in ${dirname(file)}`, error);
    }
    const unlock = takeLock(file);
    try {
      return Database.prepared(new Sqlite(file), file, unlock);
    } catch (error) {
      unlock();
      if (error instanceof StorageError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new StorageError(
        `The sandbox's data in ${file} cannot be opened (${reason}). Start with --reset to begin anew, or use SANDBOX_DATA.`,
      );
    }
  }

  private static prepared(sqlite: Sqlite, file: string, unlock: () => void): Database {
    const database = new Database(sqlite, file, unlock);
    try {
      if (file !== ":memory:") {
        // One process at a time has the file, so the write-ahead log needs no shared memory; FULL: on disk before it is acknowledged.
        database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
      }
      database.exec("PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;");
      sqlite.function("fold", fold, { deterministic: true });
      database.all("SELECT name FROM sqlite_schema LIMIT 1");
      if (file !== ":memory:") database.checkPages();
      return database;
    } catch (error) {
      database.forget();
      sqlite.close();
      throw error;
    }
  }

  /** A damaged page shows when it is read, which may be weeks later; so each start looks at all of them (6 ms a megabyte). */
  private checkPages(): void {
    const found = String(this.all("PRAGMA quick_check(1)")[0]?.["quick_check"]);
    if (found !== "ok")
      throw storageTrouble(Object.assign(new Error(`malformed: ${found.replace(/\s+/g, " ")}`), { name: "SQLite3Error" }), this.file);
  }

  /** Runs work of SQLite; an error about the file comes out in words. */
  private inWords<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storageTrouble(error, this.file);
    }
  }

  /** Runs a prepared statement. One that failed is not kept: this build of SQLite fails once more where it is used again. */
  private use<T>(sql: string, work: (statement: Statement) => T): T {
    return this.inWords(() => {
      const statement = this.statement(sql);
      try {
        return work(statement);
      } catch (error) {
        this.statements.delete(sql);
        letGo(statement);
        throw error;
      }
    });
  }

  private statement(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) {
      // The statement used last goes to the end of the map; the first one is dropped when there are too many.
      this.statements.delete(sql);
      this.statements.set(sql, known);
      return known;
    }
    const made = this.sqlite.prepare(sql);
    this.statements.set(sql, made);
    if (this.statements.size > MOST_STATEMENTS) {
      const [oldest] = this.statements;
      if (oldest) {
        letGo(oldest[1]);
        this.statements.delete(oldest[0]);
      }
    }
    return made;
  }

  /** All rows of a query. */
  all(sql: string, values: readonly Stored[] = []): readonly StoredRow[] {
    return this.use(sql, (statement) => statement.all([...values]) as StoredRow[]);
  }

  /** The first row of a query. */
  get(sql: string, values: readonly Stored[] = []): StoredRow | undefined {
    return this.use(sql, (statement) => (statement.get([...values]) as StoredRow | null) ?? undefined);
  }

  /** Runs a statement; gives back how many rows it changed. */
  run(sql: string, values: readonly Stored[] = []): number {
    return this.use(sql, (statement) => statement.run([...values]).changes);
  }

  /** Runs statements without values (definitions). Prepared statements are let go first. */
  exec(sql: string): void {
    this.forget();
    this.inWords(() => this.sqlite.exec(sql));
  }

  /** Runs `work` in a transaction; all of it is undone when it throws. An inner call is a part of the outer transaction that can be undone alone. */
  transaction<T>(work: () => T): T {
    const inner = this.depth > 0;
    const name = `level${this.depth}`;
    this.inWords(() => this.sqlite.exec(inner ? `SAVEPOINT ${name}` : "BEGIN IMMEDIATE"));
    this.depth += 1;
    let result: T;
    try {
      result = work();
      this.inWords(() => this.sqlite.exec(inner ? `RELEASE ${name}` : "COMMIT"));
    } catch (error) {
      // Some failures of the disk have undone everything already.
      if (this.sqlite.inTransaction) this.sqlite.exec(inner ? `ROLLBACK TO ${name}; RELEASE ${name}` : "ROLLBACK");
      throw error;
    } finally {
      this.depth -= 1;
    }
    return result;
  }

  private forget(): void {
    for (const statement of this.statements.values()) letGo(statement);
    this.statements.clear();
  }

  /** Closes the file and gives the lock back. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.forget();
    this.sqlite.close();
    this.unlock();
  }
}

/** Finalizes a statement. SQLite tells its last failure again when it does so. */
function letGo(statement: Statement): void {
  try {
    statement.finalize();
  } catch {
    // It was told when it happened.
  }
}

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replace(/"/g, '""')}"`;
}
