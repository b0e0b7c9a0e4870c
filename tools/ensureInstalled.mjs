// Runs before `npm start` and `npm test`, so that a fresh clone needs no other command: installs what package-lock.json names,
// when node_modules is missing or older than the lock file. Plain JavaScript with Node's own modules: nothing is installed yet.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

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

if (!installed()) {
  process.stdout.write("Installing what package-lock.json names (npm ci); this happens once …\n");
  // npm_execpath is npm's own script: started with node it needs no shell, on Windows either.
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ["npm", []];
  const done = spawnSync(command, [...args, "ci", "--no-audit", "--no-fund"], { cwd: root, stdio: "inherit", shell: !npm });
  if (done.status !== 0) {
    process.stderr.write(
      "The installation failed; npm says why above (often the network, or npm's proxy settings). Mend that, then run the command again.\n",
    );
    process.exit(done.status ?? 1);
  }
}
