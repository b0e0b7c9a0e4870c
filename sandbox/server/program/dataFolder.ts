import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { takeLock } from "../dataverse/storage/lock";
import { StorageError } from "../dataverse/storage/storageError";
import { fileTrouble } from "../dataverse/storage/storageTrouble";
import { dataFiles } from "../http/dataFiles";
import { removeKept } from "../http/keptLines";
import { draftOf, writeWhole } from "../http/writeWhole";

const beginningFile = "beginning.json";

/** What the engine may leave beside its database. */
const databaseSuffixes = ["", "-journal", "-wal", "-shm"];

/**
 * How the data of this folder began, in the word of what made them; `unknown` where the note is damaged (it is written when they are complete);
 * undefined while they are not complete. Always undefined for `:memory:`.
 */
export function beginningOf(folder: string): string | undefined {
  const file = path.join(folder, beginningFile);
  if (folder === ":memory:" || !existsSync(file)) return undefined;
  try {
    const { began } = JSON.parse(readFileSync(file, "utf8")) as { began?: unknown };
    return typeof began === "string" ? began : "unknown";
  } catch {
    return "unknown";
  }
}

/**
 * Makes the folder where it is missing.
 *
 * @throws StorageError where it cannot be made, or written to, and where the data that it held are gone
 */
export function prepareFolder(folder: string): void {
  if (folder === ":memory:") return;
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw fileTrouble(`The data cannot be kept in ${folder}`, error);
  }
  const database = path.join(folder, dataFiles.database);
  if (beginningOf(folder) === undefined || (existsSync(database) && statSync(database).size > 0)) return;
  throw new StorageError(
    `${database} is ${existsSync(database) ? "empty" : "gone"}, although this folder held complete data. Put it back, or start with --reset to begin anew.`,
  );
}

/**
 * Notes that the data of this folder are complete.
 *
 * @throws StorageError where that cannot be written
 */
export function noteBeginning(folder: string, began: string): void {
  if (folder !== ":memory:") writeWhole(path.join(folder, beginningFile), JSON.stringify({ began }));
}

/** Forgets how the data began: the next start fills them as if they were new. */
export function forgetBeginning(folder: string): void {
  rmSync(path.join(folder, beginningFile), { force: true });
}

/**
 * Removes the sandbox's data, and nothing else that may lie in that folder.
 *
 * @throws StorageError while another sandbox uses them, and where they cannot be removed
 */
export function resetData(folder: string): void {
  if (folder === ":memory:" || !existsSync(folder)) return;
  const release = takeLock(path.join(folder, dataFiles.database));
  const notes = [dataFiles.clock, beginningFile];
  const names = [...databaseSuffixes.map((suffix) => dataFiles.database + suffix), ...notes, ...notes.map(draftOf)];
  try {
    for (const name of names) rmSync(path.join(folder, name), { force: true });
    removeKept(folder);
  } catch (error) {
    throw fileTrouble(`The data in ${folder} cannot be removed`, error);
  } finally {
    release();
  }
}
