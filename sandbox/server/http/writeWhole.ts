import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileTrouble } from "../dataverse/storage/storageTrouble";

/** Where a file is written before it takes its place; a killed process may leave it behind. */
export function draftOf(file: string): string {
  return `${file}.new`;
}

/**
 * Writes a small file so that it is never there in part: a start after a crash or on a full disk finds the old one or the new one. Makes its folder.
 *
 * @throws StorageError where it cannot be written; the old one stays
 */
export function writeWhole(file: string, text: string): void {
  const draft = draftOf(file);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(draft, text, { flush: true });
    renameSync(draft, file);
  } catch (error) {
    discard(draft);
    throw fileTrouble(`${file} cannot be written`, error);
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What cannot be written can often not be removed either; the first trouble is the one to tell.
  }
}
