/**
 * The rows that the program has made. Each is written down before it is made, in a file: what a run cannot remove (a power cut, a lost
 * network), the next one does.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { randomUUID } from "node:crypto";
import type { Row, WebApi } from "./webApi";

/** A row of the program's own. */
export interface MadeRow {
  readonly set: string;
  readonly id: string;
  /** What it is, for people. */
  readonly title: string;
}

/** A row that could not be removed, and why. */
export interface LeftRow extends MadeRow {
  readonly why: string;
}

/** Makes rows, and removes them again. */
export interface MadeRows {
  /**
   * Makes a row with an id of its own, and answers the id.
   * @param idColumn the column of the table's primary key
   * @throws Refused
   */
  make(set: string, idColumn: string, row: Row, title: string): Promise<string>;
  /** Removes every row, the newest first, those of an earlier run too. Answers what is left. Never rejects. */
  removeAll(): Promise<readonly LeftRow[]>;
  /** How many rows there are to remove. */
  count(): number;
}

/** @param file where the rows are written down; it is there only while there are some */
export function createMadeRows(api: WebApi, file: string): MadeRows {
  let rows = read(file);
  const beingMade = new Set<Promise<void>>();

  function keep(now: readonly MadeRow[]): void {
    rows = now;
    if (rows.length === 0) {
      rmSync(file, { force: true });
      return;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(rows, null, 2));
  }

  return {
    async make(set, idColumn, row, title) {
      const id = randomUUID();
      keep([...rows, { set, id, title }]);
      const making = api.create(set, { [idColumn]: id, ...row });
      beingMade.add(making);
      await making.finally(() => beingMade.delete(making));
      return id;
    },
    async removeAll() {
      const left: LeftRow[] = [];
      // A row that is removed before it has come would come afterwards.
      await Promise.allSettled(beingMade);
      for (const row of [...rows].reverse()) {
        try {
          await api.remove(row.set, row.id);
          keep(rows.filter(({ id }) => id !== row.id));
        } catch (error) {
          left.push({ ...row, why: error instanceof Error ? error.message : String(error) });
        }
      }
      return left;
    },
    count: () => rows.length,
  };
}

function read(file: string): readonly MadeRow[] {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as readonly MadeRow[];
  } catch {
    return [];
  }
}
