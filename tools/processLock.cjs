// One process at a time: a file that only one can make, with the number of its process in it. Used before anything is installed
// (tools/ensureInstalled.mjs) and by the build: plain JavaScript with Node's own modules.
const { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require("node:fs");
const { dirname } = require("node:path");
const { setTimeout: wait } = require("node:timers/promises");

const POLL_MS = 200;
/** Between making the file and writing into it lies a moment. A file that stays empty for longer (ms) was left by a process that was killed in it. */
const EMPTY_MS = 10_000;

/** When a process started, where the system tells (Linux): a later process with the same number started at another time. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Field 22; the second field (the name, in parentheses) may hold blanks.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

const nameOf = (pid) => [pid, startOf(pid)].filter(Boolean).join(":");

/** Whether the process that `nameOf` named is still running. */
function isRunning(name) {
  const [pid, startedAt] = name.split(":");
  if (!/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    // EPERM: it runs, and is somebody else's.
    if (error.code !== "EPERM") return false;
  }
  const now = startOf(pid);
  return startedAt === undefined || now === undefined || now === startedAt;
}

/** What is in the lock; null where there is none, or where it cannot be read at this moment. */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function take(file) {
  try {
    writeFileSync(file, nameOf(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    // EPERM: on Windows, a file that is being removed at this moment.
    if (error.code === "EEXIST" || (error.code === "EPERM" && process.platform === "win32")) return false;
    throw error;
  }
}

/** Removes a lock whose processes have all ended. Two may find it at once: what was moved away is looked at again, and put back if it is a new one. */
function clearAbandoned(file) {
  const held = read(file);
  if (held === null || !isAbandoned(file, held)) return;
  const moved = `${file}.${process.pid}`;
  try {
    renameSync(file, moved);
    if (read(moved) !== held) writeFileSync(file, read(moved), { flag: "wx" });
    rmSync(moved, { force: true });
  } catch {
    // Another process was faster: the next look tells.
  }
}

function isAbandoned(file, held) {
  const owners = held.split(" ").filter(Boolean);
  if (owners.length > 0) return !owners.some(isRunning);
  const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return mtimeMs !== undefined && Date.now() - mtimeMs > EMPTY_MS;
}

/**
 * Runs `work` while no other process holds the lock; see processLock.d.cts.
 */
exports.withProcessLock = async (file, { patienceMs, onWait = () => undefined }, work) => {
  mkdirSync(dirname(file), { recursive: true });
  const end = Date.now() + patienceMs;
  let hasSaid = false;
  while (!take(file)) {
    clearAbandoned(file);
    if (Date.now() > end) return { isTimeout: true };
    const [owner = ""] = (read(file) ?? "").split(" ");
    if (!hasSaid && owner) {
      hasSaid = true;
      onWait(Number(owner.split(":")[0]));
    }
    await wait(POLL_MS);
  }
  try {
    return { isTimeout: false, result: await work((pid) => writeFileSync(file, `${nameOf(process.pid)} ${nameOf(pid)}`)) };
  } finally {
    rmSync(file, { force: true });
  }
};
