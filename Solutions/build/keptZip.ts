/** The zip of the last start, for the next one: packing takes a fifth of a start, and mostly nothing has changed. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "./files";
import { readMapping } from "./mapping";
import { packSolution } from "./packSolution";
import { SourceFolder } from "./sourceFolder";

const FOLDER = join("out", "kept");

/**
 * The managed zip, uncompressed: that of an earlier start where no file that it is made of has changed since, else packed anew and kept.
 * @param root the repository's folder
 * @throws PackError, as `packSolution` does
 */
export function packOrReadKept(root: string): Uint8Array {
  const name = nameOf(root);
  try {
    return new Uint8Array(readFileSync(join(root, FOLDER, name)));
  } catch {
    // There is none, or another start has just removed it.
  }
  const bytes = packSolution({ root, managed: true, isCompressed: false });
  // A file was saved while the zip was packed: nobody knows which one of the two is in it.
  if (nameOf(root) === name) keep(join(root, FOLDER), name, bytes);
  return bytes;
}

/** Says of which files, and of what packer, the zip is made: place, time and size of each. */
function nameOf(root: string): string {
  const source = new SourceFolder(join(root, "Solutions", "src"), readMapping(root));
  const packer = [join(root, "package.json"), ...filesBelow(__dirname)];
  const files = [...source.files(), ...packer.map((file) => [file, file] as const)];
  const hash = createHash("sha256");
  for (const [place, file] of files) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${place}\n${mtimeMs} ${size}\n`);
  }
  return `${hash.digest("hex").slice(0, 32)}.zip`;
}

/** Whole or not at all, as several starts may do so at once; and without the one before. Where nothing can be written, the next start packs again. */
function keep(folder: string, name: string, bytes: Uint8Array): void {
  try {
    mkdirSync(folder, { recursive: true });
    const draft = join(folder, `${name}.${process.pid}`);
    writeFileSync(draft, bytes);
    renameSync(draft, join(folder, name));
    for (const other of readdirSync(folder)) if (other !== name && other.endsWith(".zip")) rmSync(join(folder, other), { force: true });
  } catch {
    return;
  }
}
