import { StorageError } from "./storageError";

/** What SQLite says (its texts; the build has no codes), what it means for people, and what they can do. */
const TROUBLES: readonly (readonly [said: RegExp, meaning: string, advice: string])[] = [
  [
    /malformed|corrupt/i,
    "are damaged",
    "They were left as they are. Keep a copy of that file if you need what is in it. Then start with --reset to begin anew, or set SANDBOX_DATA to another folder.",
  ],
  [
    // Where a write finds no room, the build says no more than that it failed.
    /disk I\/O error|disk is full/i,
    "could not be read or written: the disk is full, or cannot be reached",
    "Nothing that was answered before is lost, and this has not been done. Make room on the disk and try again, or set SANDBOX_DATA to another folder.",
  ],
  [/readonly|read-only/i, "may not be written to", "Give yourself the right to write that file, or set SANDBOX_DATA to another folder."],
];

/**
 * An error of SQLite in words that say what to do, where it is about the file; any other error as it is.
 * @param file the database
 */
export function storageTrouble(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error.name !== "SQLite3Error") return error;
  const found = TROUBLES.find(([said]) => said.test(error.message));
  return found ? new StorageError(`The sandbox's data in ${file} ${found[1]} (${error.message}). ${found[2]}`) : error;
}

/**
 * The same for an error of the file system.
 * @param what what could not be done: `The data cannot be kept in /some/folder`
 */
export function fileTrouble(what: string, error: unknown): StorageError {
  const reason = error instanceof Error ? error.message : String(error);
  const full = (error as NodeJS.ErrnoException).code === "ENOSPC";
  const advice = full ? "Make room on the disk and try again, or set" : "Set";
  return new StorageError(`${what} (${reason}). ${advice} SANDBOX_DATA to a folder that you may write to.`);
}
