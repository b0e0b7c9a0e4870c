// Runs before every script of package.json, so that a fresh clone needs no other command: installs what package-lock.json names,
// when node_modules is missing or older than the lock file. Plain JavaScript with Node's own modules: nothing is installed yet.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const { withProcessLock } = createRequire(import.meta.url)("./processLock.cjs");

/** Longer than an installation on a slow line (ms). */
const PATIENCE_MS = 30 * 60_000;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 11)) {
  process.stderr.write(`Node 20.11 or newer is needed; this is ${process.version}. Install it from https://nodejs.org and try again.\n`);
  process.exit(1);
}

/** Name, version and optional flag of every package, from a lock file's text; null where it is missing or not JSON. */
function packages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return null;
  }
}

/** Whether every package of the lock file is there in its version. Optional ones of other systems may be missing. */
function installed() {
  const wanted = packages(join(root, "package-lock.json"));
  const present = packages(join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    // The repository itself, and the packages that it holds: they are here; the link to one is looked for like a package.
    if (!path.includes("node_modules/")) return true;
    if (!present[path]) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return present[path].version === entry.version && existsSync(join(root, path));
  });
}

/** How much npm has put on the disk: a package is there with its package.json. */
function progress() {
  const paths = Object.entries(packages(join(root, "package-lock.json")) ?? {})
    .filter(([path, entry]) => path.includes("node_modules/") && !entry.optional && !entry.link)
    .map(([path]) => join(root, path, "package.json"));
  return { done: paths.filter((file) => existsSync(file)).length, of: paths.length };
}

/** Says how far npm is: one line that moves on a terminal, a line now and then elsewhere. Returns what ends it. */
function sayProgress() {
  const started = Date.now();
  const moves = Boolean(process.stdout.isTTY);
  const timer = setInterval(
    () => {
      const { done, of } = progress();
      const line = `  ${done} of ${of} packages, ${Math.round((Date.now() - started) / 1000)} s`;
      process.stdout.write(moves ? `\r\x1b[2K${line}` : `${line}\n`);
    },
    moves ? 1_000 : 15_000,
  );
  return () => {
    clearInterval(timer);
    if (moves) process.stdout.write("\r\x1b[2K");
    return Math.round((Date.now() - started) / 1000);
  };
}

/**
 * Runs npm ci with the terminal for its words; resolves to its exit code, null where it could not be started.
 * @param onStart is told npm's process
 */
function install(onStart) {
  // npm_execpath is npm's own script: started with node it needs no shell, on Windows either.
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ["npm", []];
  const options = { cwd: root, stdio: ["ignore", "inherit", "inherit"], shell: !npm };
  return new Promise((resolve) => {
    const child = spawn(command, [...args, "ci", "--no-audit", "--no-fund", "--no-progress"], options);
    if (child.pid) onStart(child.pid);
    child.on("error", () => resolve(null));
    child.on("exit", (code) => resolve(code));
  });
}

/** Installs, and says so. Resolves to whether it is done. */
async function installAndSay(onStart) {
  process.stdout.write(
    `Installing what package-lock.json names (npm ci): ${progress().of} packages, some 850 MB on the disk, in node_modules alone. This happens once, and takes one to four minutes.\n`,
  );
  const end = sayProgress();
  const code = await install(onStart);
  const seconds = end();
  if (code === 0) process.stdout.write(`Installed in ${seconds} s.\n`);
  else
    process.stderr.write(
      "The installation failed; npm says why above (often the network, or npm's proxy settings). Mend that, then run the command again.\n",
    );
  return code === 0;
}

if (!installed()) {
  // Two first commands at once, in two terminals: npm ci of one would empty the folder that the other fills.
  const lock = join(root, "out", ".install.lock");
  const onWait = (pid) => process.stdout.write(`Another command (process ${pid}) is installing here: waiting for it …\n`);
  const { isTimeout, result } = await withProcessLock(
    lock,
    { patienceMs: PATIENCE_MS, onWait },
    async (alsoHeldBy) => installed() || installAndSay(alsoHeldBy),
  );
  if (isTimeout) process.stderr.write(`Another installation has not ended for half an hour. If there is none, remove ${lock}.\n`);
  if (!result) process.exit(1);
}
