// Runs `npm start` as a newcomer does: waits until it says where it is, opens the address, ends it as Ctrl+C would. For checks of a whole machine.
import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === "win32";
/** Installing and building are a part of it. */
const PATIENCE_MS = 15 * 60_000;
/** How long the end may take where a signal can be sent. */
const END_MS = 1_000;

// A process group of its own: the signal of Ctrl+C goes to all of it. npm is a script of the shell on Windows.
const child = spawn("npm", ["start"], {
  cwd: root,
  env: { ...process.env, PORT: "0", SANDBOX_DATA: ":memory:" },
  stdio: ["ignore", "pipe", "inherit"],
  detached: !isWindows,
  shell: isWindows,
});
const ended = new Promise((resolve) => child.once("exit", resolve));

function end(signal) {
  if (isWindows) spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"]);
  else process.kill(-child.pid, signal);
}

function fail(why) {
  process.stderr.write(`${why}\n`);
  if (child.exitCode === null) end("SIGKILL");
  process.exit(1);
}

setTimeout(() => fail("npm start was not ready in time."), PATIENCE_MS).unref();
let isReady = false;
const url = await new Promise((resolve) => {
  let said = "";
  child.stdout.on("data", (chunk) => {
    process.stdout.write(chunk);
    said += chunk;
    const address = /^Sandbox ready: (\S+)$/m.exec(said)?.[1];
    if (!address) return;
    isReady = true;
    resolve(address);
  });
  void ended.then((code) => isReady || fail(`npm start ended with ${code} before it was ready.`));
});

const { status } = await fetch(url);
if (status !== 200) fail(`${url} answered ${status}.`);
const asked = Date.now();
ended.then(() => {
  const ms = Date.now() - asked;
  if (!isWindows && ms > END_MS) {
    process.stderr.write(`It took ${ms} ms to end.\n`);
    process.exit(1);
  }
  process.stdout.write(`npm start answers at ${url}, and ends in ${ms} ms.\n`);
  process.exit(0);
});
end("SIGINT");
