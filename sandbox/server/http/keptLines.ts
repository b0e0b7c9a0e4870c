import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync } from "node:fs";
import path from "node:path";
import { fileTrouble } from "../dataverse/storage/storageTrouble";

/** What a configuration remembers besides rows, from start to start: lines of text, in the order in which they came. */
export interface KeptLines {
  /** All lines. @throws StorageError where they cannot be read */
  read(): readonly string[];
  /** Adds a line; it is on the disk when this returns. @param line without line breaks @throws StorageError where it cannot be written */
  append(line: string): void;
}

/** The lines of a name: lower-case letters. */
export type Keep = (name: string) => KeptLines;

const pattern = /^kept-[a-z]+\.txt$/;

/** Lines that are kept in the data folder. @param folder undefined: nothing is kept */
export function createKeep(folder: string | undefined): Keep {
  return (name) => {
    if (folder === undefined) return { read: () => [], append: () => undefined };
    const file = path.join(folder, `kept-${name}.txt`);
    let isWhole = false;
    return {
      read() {
        try {
          // A line that was not written to its end has no break behind it.
          return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
        } catch (error) {
          throw fileTrouble(`${file} cannot be read`, error);
        }
      },
      append(line) {
        try {
          mkdirSync(folder, { recursive: true });
          if (!isWhole) dropTornLine(file);
          isWhole = true;
          appendFileSync(file, `${line}\n`, { flush: true });
        } catch (error) {
          throw fileTrouble(`${file} cannot be written`, error);
        }
      },
    };
  };
}

/** What a start that was killed left of its last line would spoil the next one. */
function dropTornLine(file: string): void {
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(10) + 1;
  if (end < bytes.length) truncateSync(file, end);
}

/** Removes all lines that are kept in a data folder. @throws Error of the file system */
export function removeKept(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => pattern.test(one))) rmSync(path.join(folder, name), { force: true });
}
