import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { takeLock } from "../dataverse/storage/lock";
import { dataFiles } from "../http";

/** How a data folder began: with the demonstration sessions, or without. */
export type Beginning = "demonstration" | "empty";

const beginningFile = "beginning.json";

/** What the engine may leave beside its database. */
const databaseSuffixes = ["", "-journal", "-wal", "-shm"];

/** How the data of this folder began; undefined while they are not complete. Always undefined for `:memory:`. */
export function beginningOf(folder: string): Beginning | undefined {
  const file = path.join(folder, beginningFile);
  if (folder === ":memory:" || !existsSync(file)) return undefined;
  const { began } = JSON.parse(readFileSync(file, "utf8")) as { began?: unknown };
  return began === "empty" ? "empty" : "demonstration";
}

/** Notes that the data of this folder are complete. */
export function noteBeginning(folder: string, began: Beginning): void {
  if (folder === ":memory:") return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, beginningFile), JSON.stringify({ began }));
}

/**
 * Removes the sandbox's data, and nothing else that may lie in that folder.
 *
 * @throws StorageError while another sandbox uses them
 */
export function resetData(folder: string): void {
  if (folder === ":memory:" || !existsSync(folder)) return;
  const release = takeLock(path.join(folder, dataFiles.database));
  const names = [...databaseSuffixes.map((suffix) => dataFiles.database + suffix), dataFiles.clock, beginningFile];
  for (const name of names) rmSync(path.join(folder, name), { force: true });
  release();
}
