/** How long somebody waits for a command: whole processes, from the press of Enter. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildIfStale } from "../../Solutions/build";
import type { BenchPart } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { interleave } from "../../tools/bench/interleave";

const root = join(__dirname, "..", "..");

/** `npm start` and `npm run pack` where nothing is stale, beside a Node that does nothing. */
export const wholeProcesses: BenchPart = {
  name: "processes",
  title: "npm start and npm run pack, nothing stale",
  how:
    "Each command is run as somebody types it, npm and its checks included, until it prints _Sandbox ready_, or until it ends. Nothing was changed since the last build; the sandbox keeps its data in memory, on a free port. The other side is " +
    "`node` with an empty program. These are times, not ratios: somebody waits for them. No test checks them.",
  tried:
    "Tried: each program is one file, made when one of its sources has changed (4.5 s became 1.9 s); the start does not make its zip small (1.7 s); what is built for the browser is kept (0.3 s less), and so is the zip (packing takes 0.2 s); what looks for missing packages is no process of its own. Both zips are read, put together and compressed as one. What is left of a start: npm and a first node some 0.4 s, the import, and the demonstration's first rows.",
  async run({ repeats, progress }) {
    await buildIfStale(root);
    const figures = [];
    for (const { command, until, goal } of [
      { command: ["start"], until: "Sandbox ready", goal: 1_500 },
      { command: ["run", "pack"], until: null, goal: 1_000 },
    ]) {
      const words = `npm ${command.join(" ")}`;
      const { product, baseline, ratio } = await interleave(
        () => msUntil("npm", command, until),
        () => msUntil(process.execPath, ["-e", "0"], null),
        { repeats, warmUp: 1, afterPair: (done) => progress(`${words}: ${done} of ${repeats}`) },
      );
      figures.push({
        measure: `${words}, nothing stale`,
        side: until === null ? "until it ends" : `until it prints “${until}”`,
        baseline: `node with an empty program, ${inWords(baseline.median)} ms`,
        value: product,
        unit: "ms",
        goal: { atMost: goal },
        note: `${inWords(ratio.median)} × node’s own start`,
      });
    }
    return figures;
  },
};

/**
 * How long a command takes until it prints something, or (null) until it ends (ms). What is still running then is ended.
 * @throws Error where it ends before, or with an error
 */
function msUntil(command: string, args: readonly string[], until: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    // A group of its own: npm's children end with it.
    const child = spawn(command, args, {
      cwd: root,
      detached: true,
      env: { ...process.env, PORT: "0", SANDBOX_DATA: ":memory:" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    let ms: number | null = null;
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (until === null || ms !== null || !printed.includes(until)) return;
      ms = performance.now() - began;
      if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("error", reject);
    child.on("close", (code) => {
      if (ms !== null) resolve(ms);
      else if (until === null && code === 0) resolve(performance.now() - began);
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code ?? "a signal"}:\n${printed}`));
    });
  });
}
