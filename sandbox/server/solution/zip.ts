import { unzipSync } from "fflate";
import { SolutionImportError } from "./solutionImportError";

/** The most that a zip may hold unpacked. Dataverse takes solutions of up to 95 MB packed; this is ample for one, and stops a zip bomb. */
const LARGEST_UNPACKED = 200 * 1024 * 1024;
const MOST_PARTS = 20_000;

/** No leading slash, slashes forward. */
function cleanPath(name: string): string {
  return name.replace(/\\/g, "/").replace(/^\/+/, "");
}

/**
 * The files of a solution zip by path: no leading slash, slashes forward.
 * @throws SolutionImportError for bytes that are no valid zip
 */
export function readZip(zip: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let total = 0;
  let parts = 0;
  const names = new Set<string>();
  const advice = "Give the zip that a packer such as `pac solution pack` writes, or an export of a solution.";
  try {
    const files = unzipSync(zip, {
      filter: (file) => {
        total += file.originalSize;
        parts += 1;
        if (total > LARGEST_UNPACKED || parts > MOST_PARTS) {
          throw new SolutionImportError("The zip unpacks to more than a solution may hold", `zip, ${file.name}`, advice);
        }
        if (file.name.endsWith("/")) return false;
        // Names differ by more than case in a package; of two parts, whoever reads it would take one, and say nothing of the other.
        const name = cleanPath(file.name).toLowerCase();
        if (names.has(name)) {
          throw new SolutionImportError("The zip has a part twice", `zip, ${file.name}`, "Keep one of them, and pack the solution again.");
        }
        names.add(name);
        return true;
      },
    });
    const found = new Map<string, Uint8Array>();
    for (const [name, content] of Object.entries(files)) {
      const path = cleanPath(name);
      if (path.split("/").includes("..")) throw new SolutionImportError("A part points outside the zip", `zip, ${name}`, advice);
      found.set(path, content);
    }
    if (found.size === 0) throw new SolutionImportError("The zip is empty", "zip", advice);
    return withoutFolder(found);
  } catch (error) {
    if (error instanceof SolutionImportError) throw error;
    throw new SolutionImportError("The file is not a zip that can be read", "zip", advice);
  }
}

/** A folder that was zipped as a whole has everything one level down. */
function withoutFolder(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const names = [...parts.keys()];
  const folder = names.find((name) => /^[^/]+\/solution\.xml$/i.test(name))?.replace(/[^/]*$/, "");
  if (folder === undefined || !names.every((name) => name.startsWith(folder))) return parts;
  return new Map([...parts].map(([name, content]) => [name.slice(folder.length), content]));
}

/** Finds parts as written, then without regard to case (FileName in customizations.xml and the zip's entry may differ in it). */
export function partFinder(parts: ReadonlyMap<string, Uint8Array>): (path: string) => Uint8Array | undefined {
  const byLowerCase = new Map([...parts].map(([path, content]) => [path.toLowerCase(), content]));
  return (path) => {
    const clean = cleanPath(path);
    return parts.get(clean) ?? byLowerCase.get(clean.toLowerCase());
  };
}
