import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { StorageError } from "./storageError";
import { fileTrouble } from "./storageTrouble";

/** Locks that this process holds. Its own process id in a lock file is no proof: in a container, every process may have the same one. */
const held = new Set<string>();

interface Owner {
  readonly pid: number;
  /** When the process started, where the system tells (Linux). Another program with the same process id started at another time. */
  readonly startedAt?: string | undefined;
}

function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Field 22; the second field (the name, in parentheses) may hold blanks.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readOwner(file: string): Owner | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof found !== "object" || found === null || !("pid" in found) || typeof found.pid !== "number") return undefined;
    const startedAt = "startedAt" in found && typeof found.startedAt === "string" ? found.startedAt : undefined;
    return { pid: found.pid, startedAt };
  } catch {
    return undefined;
  }
}

function isLive(owner: Owner, file: string): boolean {
  if (owner.pid === process.pid) return held.has(file);
  if (!isAlive(owner.pid)) return false;
  const startedAt = startOf(owner.pid);
  return owner.startedAt === undefined || startedAt === undefined || owner.startedAt === startedAt;
}

/**
 * Takes the lock of a database file; gives back how to let it go. It clears away what a killed process left behind: its lock file,
 * and the lock folder of the SQLite build.
 * @throws StorageError while another live process has the lock, and where the folder cannot be written
 */
export function takeLock(database: string): () => void {
  const file = `${database}.owner`;
  const owner = existsSync(file) ? readOwner(file) : undefined;
  if (owner && isLive(owner, file)) {
    throw new StorageError(
      `Another sandbox (process ${owner.pid}) is using the data in ${database}. Stop it, or give this one its own data with SANDBOX_DATA.`,
    );
  }
  const startedAt = startOf(process.pid);
  try {
    rmSync(file, { force: true });
    rmSync(`${database}.lock`, { recursive: true, force: true });
    writeFileSync(file, JSON.stringify({ pid: process.pid, ...(startedAt === undefined ? {} : { startedAt }) }), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw fileTrouble(`The data cannot be kept in ${dirname(database)}`, error);
    throw new StorageError(`Another sandbox has just started on the data in ${database}. Stop it, or use SANDBOX_DATA.`);
  }
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}
