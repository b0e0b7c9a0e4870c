/**
 * The product's managed zip, and what the sandbox reads from it: made once for a run of Jest, by whichever test asks first. Packing and importing took a second of
 * each of some hundred files.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildIfStale, PackError, packSolution } from "../Solutions/build";
import { importSolution } from "../sandbox";
import type { SolutionModel } from "../sandbox/model";

const root = join(__dirname, "..");
const runs = join(root, "out", "test-runs");
/** jest.config.cjs names the run, before it starts its workers. */
const run = join(runs, process.env["TEST_RUN"] ?? `${process.pid}`);

/** Longer than the longest run (ms). */
const A_DAY = 86_400_000;

let packed: Promise<Uint8Array> | undefined;
let model: Promise<string> | undefined;

/** The managed zip as it is packed. What was built before will do: these tests are about everything else in it. */
export function packedSolution(): Promise<Uint8Array> {
  packed ??= oncePerRun("packed.zip", pack);
  return packed;
}

/** What the sandbox reads from that zip: every caller has a copy of its own. @throws SolutionImportError as `importSolution` does */
export async function packedModel(): Promise<SolutionModel> {
  model ??= modelText();
  return JSON.parse(await model) as SolutionModel;
}

/** A model is plain data (tests/solution/packedOnce.test.ts), so that it can be written down. */
async function modelText(): Promise<string> {
  const written = await oncePerRun("model.json", async () => Buffer.from(JSON.stringify(importSolution(await packedSolution()).model)));
  return Buffer.from(written).toString();
}

/** Two workers that ask at the same moment both make it; what is there is always whole. */
async function oncePerRun(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const path = join(run, name);
  if (existsSync(path)) return readFileSync(path);
  const made = await make();
  if (!existsSync(run)) forgetOthers();
  mkdirSync(run, { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, made);
  renameSync(draft, path);
  return made;
}

/** What earlier runs have made. A run that goes on beside this one keeps its own. */
function forgetOthers(): void {
  if (!existsSync(runs)) return;
  for (const other of readdirSync(runs).map((name) => join(runs, name)))
    if (Date.now() - statSync(other).mtimeMs > A_DAY) rmSync(other, { recursive: true, force: true });
}

async function pack(): Promise<Uint8Array> {
  try {
    return packSolution({ root, managed: true });
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    await buildIfStale(root);
    return packSolution({ root, managed: true });
  }
}
