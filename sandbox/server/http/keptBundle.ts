/** What was built is kept on the disk for the next start, for as long as none of its files changes: building takes longer than all the rest of a start. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A build, as it is kept. */
interface Kept {
  /** Modification time and size of each file that it was made of, by its path. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Text of the built files, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** A file's modification time and size; a file that is gone has changed. */
function stateOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : "gone";
}

/** Where a build is kept: beside the library that builds. That library is one of its files, as another version may build otherwise. */
export function placeOf(what: string): string {
  const name = createHash("sha256").update(what).digest("hex").slice(0, 16);
  return path.join(path.dirname(builder()), "..", ".cache", "sandbox-pages", `${name}.json`);
}

const builder = (): string => require.resolve("esbuild/package.json");

/**
 * The files of an earlier build; undefined where there is none, or one of its files has changed.
 * @param what names the build, and how it is done
 */
export function readKept(what: string): ReadonlyMap<string, Uint8Array> | undefined {
  try {
    const { inputs, files } = JSON.parse(readFileSync(placeOf(what), "utf8")) as Kept;
    if (Object.entries(inputs).some(([file, state]) => stateOf(file) !== state)) return undefined;
    return new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
  } catch {
    // There is none, or half of one: it is built anew.
    return undefined;
  }
}

/**
 * Keeps a build. Where nothing can be written, or a file was saved while it was built, the next start builds again.
 * @param startedAt when it began, milliseconds since 1970
 * @param inputs absolute paths of all that it was made of
 */
export function keep(what: string, startedAt: number, inputs: readonly string[], files: ReadonlyMap<string, Uint8Array>): void {
  try {
    const all = [...inputs, builder()];
    if (all.some((file) => statSync(file).mtimeMs >= startedAt)) return;
    const kept: Kept = {
      inputs: Object.fromEntries(all.map((file) => [file, stateOf(file)])),
      files: Object.fromEntries([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString("utf8")])),
    };
    const place = placeOf(what);
    // Whole or not at all: two sandboxes may start at once.
    const draft = `${place}.${process.pid}`;
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(draft, JSON.stringify(kept));
    renameSync(draft, place);
  } catch {
    return;
  }
}
