/** The zip of the last start, for the next one: packing takes some 0.2 s, and mostly nothing has changed. */
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "./files";
import { readMapping } from "./mapping";
import { packSolution } from "./packSolution";
import { SourceFolder } from "./sourceFolder";

const FOLDER = join("out", "kept");
/** What every zip has near its end; half of one, after a power cut, has not. */
const END_RECORD = Buffer.from("PK\x05\x06", "latin1");
/** The packer as it runs: what is saved later is not what packs. */
const PACKER = filesBelow(__dirname).map(stateOf);

/**
 * The managed zip, uncompressed: that of an earlier start where no file that it is made of has changed since, else packed anew and kept.
 * @param root the repository's folder
 * @throws PackError, as `packSolution` does
 */
export function packOrReadKept(root: string): Uint8Array {
  const name = nameOf(root);
  const known = readKept(join(root, FOLDER, name));
  if (known) return known;
  const bytes = packSolution({ root, managed: true, isCompressed: false });
  // Where a file was saved while the zip was packed, nobody knows which one of the two is in it.
  if (nameOf(root) === name) keep(join(root, FOLDER), name, bytes);
  return bytes;
}

/** Says of which files, and by what packer, the zip is made: place, times and size of each. */
function nameOf(root: string): string {
  const source = new SourceFolder(join(root, "Solutions", "src"), readMapping(root));
  const hash = createHash("sha256");
  for (const state of [...PACKER, stateOf(join(root, "package.json"))]) hash.update(`${state}\n`);
  for (const [place, file] of source.files()) hash.update(`${place}\n${stateOf(file)}\n`);
  return `${hash.digest("hex").slice(0, 32)}.zip`;
}

/** A file that is gone, or a link that leads nowhere, has changed; the packer says what is wrong with it. */
function stateOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return `${file} ${found ? `${found.mtimeMs} ${found.ctimeMs} ${found.size}` : "gone"}`;
}

function readKept(file: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(file);
    return bytes.includes(END_RECORD) ? new Uint8Array(bytes) : undefined;
  } catch {
    // There is none, or another start has just removed it.
    return undefined;
  }
}

/** Whole or not at all, as several starts may do so at once; and without what was kept before. Where nothing can be written, the next start packs again. */
function keep(folder: string, name: string, bytes: Uint8Array): void {
  try {
    mkdirSync(folder, { recursive: true });
    const draft = join(folder, `${randomUUID()}.draft`);
    writeFileSync(draft, bytes);
    renameSync(draft, join(folder, name));
    for (const other of readdirSync(folder)) if (other !== name) rmSync(join(folder, other), { force: true });
  } catch {
    return;
  }
}
